import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { workAside } from '../../server/backup/aside.ts';
import { listBackups, partOf, removeUnfinished } from '../../server/backup/files.ts';
import { auditStore } from '../../server/db/audit.ts';
import { BadCopy } from '../../server/db/copies.ts';
import type { Db } from '../../server/db/open.ts';
import { newestSchema } from '../../server/db/open.ts';
import { officeFiles } from '../../server/officeFiles.ts';
import { eraseVisitor } from '../../server/usecases/erase.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import { contextOver } from '../factories/context.ts';
import type { Kept } from '../factories/keeping.ts';
import { withData } from '../factories/keeping.ts';
import { closeAll, enrol, issue, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const day = 24 * 3600_000;

/** A stopped office with a visitor and the audit of some years, and a backup of it. */
async function largeOffice(work: (kept: Kept & { readonly file: string }) => Promise<void>) {
  const office = await staffedOffice();
  await enrol(await office.kiosk(), 1, 'Nguyễn Thị Hồng Nhung', 1970);
  await office.stop();
  await withData(
    office.data,
    async (kept) => {
      const audit = auditStore(kept.db, kept.vault);
      kept.db.transaction(() => {
        for (let i = 0; i < 20_000; i++) audit.add('officer:1', 'ticket:callNext', { counterId: i }, i);
      })();
      expect(await kept.backups.make('nightly')).toBe(true);
      const [file = ''] = listBackups(officeFiles(office.data).backups).map((one) => one.file);
      expect(statSync(file).size).toBeGreaterThan(2 * 2 ** 20);
      await work({ ...kept, file });
    },
    office.clock.now,
  );
  return office;
}

function visitorIn(db: Db): VisitorId {
  const [visitorId] = db.prepare<[], VisitorId>('SELECT id FROM visitor').pluck().all();
  if (visitorId === undefined) throw new Error('there is no visitor');
  return visitorId;
}

/** How often the event loop comes round until something is done. */
async function turnsUntil(what: Promise<unknown>): Promise<number> {
  const done = what.then(() => true);
  for (let turns = 0; ; turns++) if (await Promise.race([done, nextTurn(false)])) return turns;
}

describe('a large backup', () => {
  test('KD25 is looked over while everything else goes on', async () => {
    await largeOffice(async ({ keys, file }) => {
      const found = workAside({ kind: 'inspect', file }, keys.ring);
      expect(await turnsUntil(found)).toBeGreaterThan(20);
      const { schema, audit } = await found;
      expect([schema, audit?.intact]).toEqual([newestSchema(), true]);
    });
  });

  test('KD25 whoever was erased goes from it, as from a small one', async () => {
    await largeOffice(async ({ db, vault, backups, clock, file }) => {
      const visitorId = visitorIn(db);
      clock.now += day;
      const context = contextOver(db, vault, () => clock.now);
      expect(eraseVisitor({ ...context, afterCommit: (effect) => effect() }, { visitorId }).ok).toBe(true);
      expect(await backups.make('nightly')).toBe(true);
      const copy = new Database(file, { readonly: true });
      expect(copy.prepare('SELECT count(*) FROM visitor').pluck().get()).toBe(0);
      copy.close();
    });
  });

  test('KD25 the process itself puts nothing in its place: of a server that was killed it may be the last', async () => {
    await largeOffice(async ({ db, keys, file }) => {
      const before = readFileSync(file);
      const visitorId = visitorIn(db);
      const work = {
        kind: 'erase',
        file,
        part: `${file}.partOfAnother`,
        erased: [{ id: 1, visitor_id: visitorId, at: 1 }],
      } as const;
      expect(await workAside(work, keys.ring)).toMatchObject({ erasedTo: 1 });
      expect(readFileSync(file).equals(before)).toBe(true);
      removeUnfinished(dirname(file));
      expect(readdirSync(dirname(file)).filter((name) => name.includes('part'))).toEqual([]);
    });
  });

  test('KD26 while a manager has it checked, visitors get their numbers', async () => {
    const office = await largeOffice(() => Promise.resolve());
    await office.restart();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const [newest] = (await manage.do('backup:list', {})).backups;
    const order: string[] = [];
    const checked = manage.do('backup:check', { name: newest?.name ?? '' }).then(() => order.push('checked'));
    const given = issue(kiosk, 1).then(() => order.push('given'));
    await Promise.all([checked, given]);
    expect(order).toEqual(['given', 'checked']);
  });

  test('KD25 what is wrong with it, or keeps it from being written, is said as of a small one', async () => {
    await largeOffice(async ({ keys, file }) => {
      const part = partOf(file);
      mkdirSync(part);
      const erasing = workAside({ kind: 'erase', file, part, erased: [] }, keys.ring);
      await expect(erasing).rejects.toMatchObject({ code: 'EISDIR' });
      const handle = openSync(file, 'r+');
      writeSync(handle, Buffer.alloc(100_000, 7), 0, 100_000, 2 ** 20);
      closeSync(handle);
      await expect(workAside({ kind: 'inspect', file }, keys.ring)).rejects.toThrow(BadCopy);
    });
  });
});
