import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { openDb } from '../../server/db/open.ts';
import { meanEmbedding } from '../../shared/domain/matching.ts';
import { postTo } from '../factories/clients.ts';
import type { TestServer } from '../factories/server.ts';
import { startServer, temporaryFolder } from '../factories/server.ts';
import { kioskAt } from '../factories/clients.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  password,
  shotsOf,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { names } from '../factories/visitors.ts';

afterEach(closeAll);

describe('the database', () => {
  test('ST1 is durable and strict, and says so', () => {
    const file = join(temporaryFolder(), 'luot.db');
    for (const life of ['new', 'opened again']) {
      const db = openDb(file);
      const pragma = (name: string): unknown => db.pragma(name, { simple: true });
      expect({
        life,
        journal: pragma('journal_mode'),
        synchronous: pragma('synchronous'),
        foreignKeys: pragma('foreign_keys'),
        locking: pragma('locking_mode'),
        secureDelete: pragma('secure_delete'),
      }).toEqual({
        life,
        journal: 'wal',
        synchronous: 2,
        foreignKeys: 1,
        locking: 'exclusive',
        secureDelete: 1,
      });
      db.close();
    }
  });

  test('ST1 belongs to one server while it runs', async () => {
    const server = await startServer();
    const other = new Database(join(server.data, 'luot.db'), { timeout: 10 });
    expect(() => other.prepare('SELECT * FROM ticket').all()).toThrow('locked');
    other.close();
  });

  test('ST1 keeps its rules by itself: one open period, one visitor at a counter, no number twice', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    await issue(kiosk, fieldOf(officer, 1));
    await issue(kiosk, fieldOf(officer, 1));
    await officer.do('ticket:callNext', {});
    await office.stop();
    const db = new Database(join(office.data, 'luot.db'));
    db.pragma('foreign_keys = ON');
    const copyOf = (more: string, where: string) =>
      `INSERT INTO period (ticket_id, state, field_id, counter_id, officer_id, from_at, actor)
       SELECT ticket_id, ${more}, from_at, actor FROM period WHERE ${where}`;
    expect(() => db.exec(copyOf("'waiting', field_id, NULL, NULL", "state = 'called'"))).toThrow('UNIQUE');
    db.exec("UPDATE period SET to_at = from_at WHERE state = 'waiting' AND to_at IS NULL");
    expect(() =>
      db.exec(
        copyOf("'called', field_id, 1, 2", "id = (SELECT max(id) FROM period WHERE state = 'waiting')"),
      ),
    ).toThrow('UNIQUE');
    expect(() => db.exec('UPDATE ticket SET sequence = 1')).toThrow('UNIQUE');
    expect(() => db.exec('UPDATE period SET to_at = from_at - 1 WHERE to_at IS NOT NULL')).toThrow('CHECK');
    expect(() => db.exec('UPDATE ticket SET field_id = 999')).toThrow('FOREIGN KEY');
    expect(() => db.exec("UPDATE ticket SET issued_at = 'morning'")).toThrow('cannot store TEXT');
    db.close();
  });
});

/** Everything on disk but the key. */
const bytesOf = (server: TestServer): Buffer =>
  Buffer.concat(
    readdirSync(server.data)
      .filter((file) => file !== 'luot.key')
      .map((file) => readFileSync(join(server.data, file))),
  );

const spellings = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];

describe('secrets', () => {
  test('ST2 the key is a file of its own that only its owner may read, and stays the same', async () => {
    const server = await startServer();
    const file = join(server.data, 'luot.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file, 'utf8');
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(bytesOf(server).includes(Buffer.from(key.trim(), 'base64'))).toBe(false);
    expect(bytesOf(server).includes(key.trim())).toBe(false);
    await server.restart();
    expect(readFileSync(file, 'utf8')).toBe(key);
  });

  test('ST3 names, faces, tokens and passwords are on disk and in the log in no readable form', async () => {
    const server = await startServer({ level: 'trace' });
    const kiosk = await kioskAt(server.url());
    const name = 'Đặng Thuỳ Ý Như';
    const { visitorRef } = await enrol(kiosk, 1, name);
    const seen = await kiosk.do('visitor:identify', sightOf(1, 5, 2));
    await issue(kiosk, 1, visitorRef);
    const { login, password: word } = server.firstManager ?? { login: '', password: '' };
    const { headers } = await postTo(server.url(), '/api/login', { login, password: word });
    const [, session = ''] = /luot_session=([^;]+)/u.exec(headers.get('set-cookie') ?? '') ?? [];
    const template = meanEmbedding(shotsOf(1).embeddings);
    if (template === null || seen.kind !== 'recognised') throw new Error('the face was not registered');

    const secrets = [
      ...[name, 'Thuỳ', seen.maskedName ?? '', visitorRef, word, session].flatMap(spellings),
      Buffer.from(template.buffer),
      // Even a few of its numbers, in either order of bytes, or written out.
      Buffer.from(template.buffer, 40, 12),
      Buffer.from(template.slice(10, 13).buffer).swap32(),
      Buffer.from(String(template[10])),
      Buffer.from(Float64Array.from(template.slice(10, 13)).buffer),
      ...spellings(JSON.stringify(shotsOf(1).embeddings[0]?.slice(3, 5)).slice(1, -1)),
    ];
    const everything = [bytesOf(server)];
    await server.stop();
    everything.push(bytesOf(server), Buffer.from(server.logged()));
    for (const bytes of everything)
      for (const secret of secrets) {
        expect(secret.length).toBeGreaterThan(5);
        expect(bytes.includes(secret)).toBe(false);
      }
    // The search does find what is there.
    expect(everything[0]?.includes(Buffer.from('quanly'))).toBe(true);
    expect(everything[1]?.includes(Buffer.from('Trần Văn An'))).toBe(true);
  });

  test('ST3 a new password is in no log and nowhere on disk', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    await manage.do('officer:setPassword', { officerId: 2, password: 'rất-là-riêng-tư' });
    for (const spelling of spellings('rất-là-riêng-tư'))
      expect(bytesOf(office).includes(spelling)).toBe(false);
    expect(bytesOf(office).includes(password)).toBe(false);
    expect(office.logged()).toBe('');
  });

  test.each([
    ['a face', 'template', 'sealed', 'visitor_id'],
    ['a name', 'visitor', 'name_sealed', 'id'],
  ])('ST4 %s sealed for one visitor cannot be opened as another’s', async (_what, table, column, owner) => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const { visitorRef } = await enrol(kiosk, 1, names[0]);
    await enrol(kiosk, 2, names[1]);
    await issue(kiosk, fieldOf(officer, 1), visitorRef);
    await officer.do('ticket:callNext', {});
    const swapped = office.edit(
      `UPDATE ${table} SET ${column} =
         (SELECT ${column} FROM ${table} AS other WHERE other.${owner} <> ${table}.${owner})`,
    );
    if (table === 'template') {
      await expect(swapped).rejects.toThrow('cannot be opened');
      return;
    }
    await swapped;
    await expect(office.officer('canbo1')).rejects.toThrow('cut off');
    for (const name of names.slice(0, 2)) expect(office.logged()).not.toContain(name);
  });
});

describe('the gallery', () => {
  test('ST5 gives the same answers after a restart', async () => {
    const server = await startServer();
    const kiosk = await kioskAt(server.url());
    for (let person = 1; person <= 12; person++)
      await enrol(kiosk, person, names[person % names.length] ?? null);
    const probes = Array.from({ length: 24 }, (_, i) => shotsOf(i + 1, 20, 1 + (i % 3)));
    // Between two people: like both, and therefore nobody.
    const between = shotsOf(1).embeddings[0]?.map((x, i) => x + (shotsOf(2).embeddings[0]?.[i] ?? 0)) ?? [];
    probes.push({ modelId: 'test-set', quality: 0.8, embeddings: [between] });
    const answers = async () => {
      const at = await kioskAt(server.url());
      const all = [];
      for (const probe of probes) {
        const answer = await at.do('visitor:identify', { ...probe, previous: null, requestId: randomUUID() });
        all.push(answer.kind === 'recognised' ? answer.maskedName : answer.kind);
      }
      return all;
    };
    const before = await answers();
    expect(new Set(before.slice(0, 12))).not.toContain('unknown');
    expect(before.slice(12, 24)).toEqual(new Array(12).fill('unknown'));
    expect(before.at(-1)).toBe('unsure');
    await server.restart();
    expect(await answers()).toEqual(before);
  });

  test('ST5 holds the faces of the office’s model set only', async () => {
    const server = await startServer();
    await enrol(await kioskAt(server.url()), 1, names[0]);
    await server.edit("UPDATE template SET model_id = 'an-older-set'");
    expect(await (await kioskAt(server.url())).do('visitor:identify', sightOf(1))).toEqual({
      kind: 'unknown',
    });
  });
});
