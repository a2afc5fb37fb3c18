import { fakePush } from '../factories/fakePush.ts';
import { marital, visit } from '../factories/dossiers.ts';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { listBackups } from '../../server/backup/files.ts';
import { inspectCopy } from '../../server/db/copies.ts';
import { openDb } from '../../server/db/open.ts';
import { countSealed, sealedColumns } from '../../server/db/sealed.ts';
import { passphraseFrom } from '../../server/keys/ask.ts';
import { loadKeys, writeKeys } from '../../server/keys/file.ts';
import { lock } from '../../server/keys/passphrase.ts';
import { ringOf, withNewKey, withoutOldKeys } from '../../server/keys/ring.ts';
import { rotate } from '../../server/keys/rotate.ts';
import { readOptions } from '../../server/options.ts';
import { digestOfKey, makeVault } from '../../server/vault.ts';
import { filesIn, withData } from '../factories/keeping.ts';
import { startServer, temporaryFolder } from '../factories/server.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  plainFinish,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { connect, kioskAt } from '../factories/clients.ts';
import { dayOf, facts } from './privacyOffice.ts';
import { tokenIn } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const nobody = () => Promise.resolve(null);
const keyFile = (data: string): string => join(data, 'luot.key');
const opening = (data: string) => ({ data, ask: nobody, now: Date.now });

/** Blobs that are no seals: digests and tokens' hashes. Whoever adds a blob says here or in `sealedColumns` what it is. */
const digests = [
  'office.key_digest',
  'session.token_hash',
  'device.token_hash',
  'invitation.code_hash',
  'consent.wording_hash',
  'visitor.id_hash',
  'request.digest',
  'audit.chain',
  'api_key.key_hash',
  'drop_file.digest',
];

/** A stopped office in which something of every sealed kind is kept, and the address of a ticket's phone page. */
async function fullOffice() {
  const office = await staffedOffice();
  const [kiosk, officer, manage] = [
    await office.kiosk(),
    await office.seated('canbo1', 1),
    await office.manage(),
  ];
  const { visitorRef } = await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
  await kiosk.do('visitor:register', {
    card: { idNumber: '001190012345', birthDate: '1990-09-02', saysName: true },
    name: 'Trần Đức Huỳnh',
    consent: { version: kiosk.view().consent.version, language: 'vi' },
  });
  const { dataRequestId } = await manage.do('dataRequest:add', {
    kind: 'correct',
    channel: 'desk',
    receivedOn: dayOf(office),
    personRef: null,
    correction: { name: 'Lê Hoàng', birthDate: null },
    note: 'thư đến hôm nay',
  });
  await manage.do('dataRequest:refuse', { dataRequestId, reason: 'không rõ của ai' });
  await manage.do('breach:add', { noticedAt: office.clock.now, facts });
  await manage.do('appointment:add', {
    fieldId: fieldOf(officer, 1),
    at: office.clock.now + 3_600_000,
    name: 'Đỗ Văn Khôi',
  });
  const { ticketId, trackUrl } = await issue(kiosk, fieldOf(officer, 1), visitorRef);
  await officer.do('ticket:callNext', {});
  await officer.do('ticket:note', { ticketId, text: 'cần thêm giấy khai sinh' });
  await officer.do('ticket:start', { ticketId });
  await officer.do('ticket:finish', { ticketId, ...plainFinish });
  await visit(kiosk, officer, {
    result: 'supplement',
    codes: ['H-2026-0001'],
    dossiers: [{ ...marital, code: 'H-2026-0001' }],
    said: 'Thiếu giấy khai sinh bản chính',
  });
  await manage.do('office:setPublicUrl', { url: 'https://mot-cua.example.vn' });
  const webhook = { url: 'https://tinh.example.vn/luot', events: ['ticket.served' as const], on: true };
  await manage.do('webhook:save', { webhookId: null, ...webhook });
  await manage.do('webhook:rotate', { webhookId: 1 });
  await manage.do('office:setPush', { on: true });
  const waiting = await office.phone((await issue(kiosk, fieldOf(officer, 1))).trackUrl);
  await waiting.do('track:setPush', { subscription: (await fakePush()).subscription });
  const phone = await office.phone(trackUrl);
  await phone.do('rating:give', { ticketId, level: 1, reasons: [], remark: 'Chờ hơi lâu.' });
  await office.stop();
  return { office, token: tokenIn(trackUrl) };
}

describe('sealed columns', () => {
  test('KD1 every column of bytes is either sealed, and in the table of those, or a digest', () => {
    const db = openDb(':memory:');
    const blobs = db
      .prepare<[], string>(
        `SELECT tables.name || '.' || columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND (columns.type = 'BLOB' OR columns.name LIKE '%sealed%')`,
      )
      .pluck()
      .all();
    db.close();
    const known = [...sealedColumns.map(({ table, column }) => `${table}.${column}`), ...digests];
    expect(blobs.toSorted()).toEqual(known.toSorted());
  });

  test('KD1 the table says rightly how each is sealed', async () => {
    const { office } = await fullOffice();
    await withData(office.data, ({ db, vault }) => {
      for (const { place, count, broken } of countSealed(db, vault)) {
        expect([place, count]).not.toEqual([place, 0]);
        expect([place, broken]).toEqual([place, 0]);
      }
      // With another key nothing opens, so that the count of what is broken means something.
      const strange = makeVault(randomBytes(32));
      for (const { place, count, broken } of countSealed(db, strange))
        expect([place, broken]).toEqual([place, count]);
    });
  });
});

describe('the key file', () => {
  test('KD2 keeps a ring of keys, of which the newest seals and each opens; digests stay when the key changes', () => {
    const first = ringOf(randomBytes(32));
    const both = withNewKey(first);
    const last = withoutOldKeys(both);
    const [before, between, after] = [first, both, last].map(makeVault) as [
      ReturnType<typeof makeVault>,
      ReturnType<typeof makeVault>,
      ReturnType<typeof makeVault>,
    ];
    const old = before.seal('name', 'x', Buffer.from('Nhung'));
    expect(between.open('name', 'x', old)?.toString()).toBe('Nhung');
    const young = between.seal('name', 'x', Buffer.from('Nhung'));
    expect(before.open('name', 'x', young)).toBeNull();
    expect(after.open('name', 'x', young)?.toString()).toBe('Nhung');
    expect(after.open('name', 'x', old)).toBeNull();
    for (const purpose of ['track', 'birthYears', 'idNumber', 'audit'])
      expect(after.digest(purpose, 'a').equals(before.digest(purpose, 'a'))).toBe(true);
    // The keys of digests, which stay, do not tell the key that is destroyed.
    const kept = Object.values(last.digest);
    expect(kept.some((key) => key.equals(first.seal[0]))).toBe(false);
  });

  test('KD3 locked, it opens with the passphrase only, however that was typed, and says what is missing', async () => {
    const file = join(temporaryFolder(), 'luot.key');
    const { ring } = await loadKeys(file, true, nobody);
    const passphrase = 'bốn từ tiếng Việt';
    writeKeys(file, { ring, passphrase });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const written = readFileSync(file, 'utf8');
    expect(written).not.toContain(passphrase);
    expect(written).not.toContain(ring.seal[0].toString('base64'));
    expect((await loadKeys(file, false, () => Promise.resolve(passphrase.normalize('NFD')))).ring).toEqual(
      ring,
    );
    await expect(loadKeys(file, false, () => Promise.resolve('bốn từ tiếng Anh'))).rejects.toThrow(
      'not the one',
    );
    await expect(loadKeys(file, false, nobody)).rejects.toThrow('LUOT_PASSPHRASE');
    writeKeys(file, { ring, passphrase: null });
    expect((await loadKeys(file, false, nobody)).ring).toEqual(ring);
  });

  test('KD3 one that asks for less work than ours, or is cut short, is not taken', async () => {
    const file = join(temporaryFolder(), 'luot.key');
    const { scrypt, sealed } = lock('{}', 'bốn từ tiếng Việt');
    for (const content of [
      JSON.stringify({ scrypt: { ...scrypt, N: 2 ** 14 }, sealed }),
      JSON.stringify({ scrypt }).slice(0, -5),
      '{"seal":[]}',
      'AAAA',
    ]) {
      writeFileSync(file, content);
      await expect(loadKeys(file, false, () => Promise.resolve('bốn từ tiếng Việt'))).rejects.toThrow(
        'damaged',
      );
    }
  });
});

describe('a server whose key file is locked', () => {
  test('KD3 starts with the passphrase, says what is missing without, and goes on with what it kept', async () => {
    const { office } = await fullOffice();
    const file = keyFile(office.data);
    const keys = await loadKeys(file, false, nobody);
    writeKeys(file, { ...keys, passphrase: 'bốn từ tiếng Việt' });
    const start = (askPassphrase: () => Promise<string | null>) =>
      startServer({ from: office.data, askPassphrase });
    await expect(start(nobody)).rejects.toThrow('LUOT_PASSPHRASE');
    await expect(start(() => Promise.resolve('không phải câu này'))).rejects.toThrow('not the one');
    const server = await start(() => Promise.resolve('bốn từ tiếng Việt'));
    const kiosk = await kioskAt(server.url());
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toMatchObject({ kind: 'recognised' });
  });

  test('KD3 the passphrase comes from a file descriptor or the environment, which is then without it', async () => {
    const env: NodeJS.ProcessEnv = { LUOT_PASSPHRASE: 'bốn từ tiếng Việt' };
    const ask = passphraseFrom(env, null);
    expect(env).toEqual({});
    expect([await ask(), await ask()]).toEqual(['bốn từ tiếng Việt', 'bốn từ tiếng Việt']);
    const given = join(temporaryFolder(), 'passphrase');
    writeFileSync(given, 'bốn từ khác nữa\nkhông đọc\n');
    const descriptor = openSync(given, 'r');
    const fromFile = passphraseFrom({}, descriptor);
    expect([await fromFile(), await fromFile()]).toEqual(['bốn từ khác nữa', 'bốn từ khác nữa']);
    closeSync(descriptor);
    await expect(passphraseFrom({}, 987)()).rejects.toThrow('descriptor 987');
    expect(readOptions(['--passphrase-fd', '3']).passphraseFd).toBe(3);
    expect(readOptions([]).passphraseFd).toBeNull();
    expect(() => readOptions(['--passphrase-fd', 'x'])).toThrow('file descriptor');
  });
});

describe('a change of the key', () => {
  test('KD4 seals everything anew, also in backups, destroys the old key, and leaves papers and faces valid', async () => {
    const { office, token } = await fullOffice();
    const { data } = office;
    const [old] = (await loadKeys(keyFile(data), false, nobody)).ring.seal;
    const sealedBefore = (office.rows()['template'] as { sealed: Buffer }[]).map(({ sealed }) => sealed);
    await withData(data, ({ backups }) => backups.make('byHand'));

    await rotate(opening(data), () => undefined);

    const { ring } = await loadKeys(keyFile(data), false, nobody);
    expect(ring.seal).toHaveLength(1);
    expect(readFileSync(keyFile(data), 'utf8')).not.toContain(old.toString('base64'));
    await withData(data, ({ db, vault }) => {
      const only = makeVault(old);
      for (const { broken } of countSealed(db, vault)) expect(broken).toBe(0);
      for (const { count, broken } of countSealed(db, only)) expect(broken).toBe(count);
      const [backup] = listBackups(join(data, 'backups'));
      expect(inspectCopy(backup?.file ?? '', vault)).toMatchObject({
        keyDigest: digestOfKey(ring.seal[0]),
        audit: { intact: true },
      });
    });
    for (const [file, bytes] of filesIn(data))
      for (const sealed of sealedBefore) expect([file, bytes.includes(sealed)]).toEqual([file, false]);

    await office.restart();
    const kiosk = await office.kiosk();
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toMatchObject({ kind: 'recognised' });
    const phone = await connect(office.url(), { screen: 'track', token });
    expect(phone.view().state.kind).toBe('done');
  });

  test('KD4 names a backup that cannot be sealed anew, keeps both keys, and is done once that is away', async () => {
    const { office } = await fullOffice();
    const { data } = office;
    await withData(data, ({ backups }) => backups.make('byHand'));
    const [backup] = listBackups(join(data, 'backups'));
    const file = backup?.file ?? '';
    truncateSync(file, 100_000);
    await expect(rotate(opening(data), () => undefined)).rejects.toThrow(`${file} cannot be sealed anew`);
    expect((await loadKeys(keyFile(data), false, nobody)).ring.seal).toHaveLength(2);
    rmSync(file);
    await rotate(opening(data), () => undefined);
    expect((await loadKeys(keyFile(data), false, nobody)).ring.seal).toHaveLength(1);
    await withData(data, ({ db, vault }) => {
      for (const { broken } of countSealed(db, vault)) expect(broken).toBe(0);
    });
  });

  test('KD5 killed at any step, it leaves a key file that opens everything, and done again it goes on', async () => {
    const { office } = await fullOffice();
    await withData(office.data, ({ backups }) => backups.make('byHand'));
    const script = join(import.meta.dirname, 'rotateKilled.ts');
    let kills = 0;
    for (; ; kills++) {
      const data = temporaryFolder();
      cpSync(office.data, data, { recursive: true });
      const { signal, status, stderr } = spawnSync(process.execPath, [script, data, String(kills + 1)]);
      if (signal === null) {
        expect([status, String(stderr)]).toEqual([0, '']);
        break;
      }
      const check = () =>
        withData(data, ({ db, vault, keys }) => {
          for (const { place, broken } of countSealed(db, vault))
            expect([kills, place, broken]).toEqual([kills, place, 0]);
          for (const { file } of listBackups(join(data, 'backups'))) {
            const { keyDigest } = inspectCopy(file, vault);
            expect(keys.ring.seal.some((key) => digestOfKey(key).equals(keyDigest))).toBe(true);
          }
          return keys.ring.seal.length;
        });
      await check();
      await rotate(opening(data), () => undefined);
      expect(await check()).toBe(1);
      expect(existsSync(`${keyFile(data)}.new`)).toBe(false);
    }
    expect(kills).toBeGreaterThan(8);
    // Some fifteen processes, one after another.
  }, 60_000);
});
