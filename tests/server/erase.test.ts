import { spawnSync } from 'node:child_process';
import { cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { auditFaults } from '../../server/db/auditCheck.ts';
import { meanEmbedding } from '../../shared/domain/matching.ts';
import { codeOf } from '../factories/clients.ts';
import { filesIn, withData } from '../factories/keeping.ts';
import type { Rows } from '../factories/server.ts';
import { copiedRows, temporaryFolder } from '../factories/server.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  noLegs,
  plainFinish,
  shotsOf,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';

afterEach(closeAll);

const name = 'Nguyễn Thị Hồng Nhung';
const remark = 'Cô Nhung nhà số 12 chờ hơi lâu.';
const note = 'bà Nhung cần thêm giấy khai sinh';

/** Columns of what is sealed about a person, in tables where other people's rows stay. */
const sealedOf = (rows: Rows): Buffer[] =>
  Object.values(rows).flatMap((table) =>
    (table as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        column.includes('sealed') && column !== 'ends_sealed' && Buffer.isBuffer(value) ? [value] : [],
      ),
    ),
  );

/** An office that knows one person in every way in which it can, and another who stays. */
async function officeWithVisitor() {
  const office = await staffedOffice();
  const [kiosk, officer, manage] = [
    await office.kiosk(),
    await office.seated('canbo1', 1),
    await office.manage(),
  ];
  const empty = new Set(sealedOf(office.rows()).map((bytes) => bytes.toString('hex')));
  const { visitorRef } = await enrol(kiosk, 1, name, 1975);
  await kiosk.do('visitor:identify', sightOf(1, 5, 2));
  const at = office.clock.now + 3_600_000;
  await manage.do('appointment:add', { fieldId: fieldOf(officer, 1), at, name });
  const { ticketId, trackUrl } = await issue(kiosk, fieldOf(officer, 1), visitorRef);
  await officer.do('ticket:callNext', {});
  await officer.do('ticket:note', { ticketId, text: note });
  await officer.do('ticket:start', { ticketId });
  await officer.do('ticket:finish', { ticketId, ...plainFinish });
  const phone = await office.phone(trackUrl);
  await phone.do('rating:give', { ticketId, level: 1, reasons: [], remark });
  const rows = office.rows();
  // What the kiosk was told of the person; other answers name nobody.
  const about = (rows['request'] as { name: string; answer_sealed: Buffer }[])
    .filter((row) => row.name.startsWith('visitor:'))
    .map((row) => row.answer_sealed);
  const { request: _request, ...others } = rows;
  const sealed = [...sealedOf(others), ...about].filter((bytes) => !empty.has(bytes.toString('hex')));
  await enrol(kiosk, 2, 'Đỗ Văn Khôi', 1985);
  const [visitor] = rows['visitor'] as { id: string }[];
  return { office, kiosk, manage, sealed, visitorId: visitor?.id ?? '', ticketId };
}

/** How a template would look on disk if it were not sealed. */
function plainTemplate(): Buffer[] {
  const template = meanEmbedding(shotsOf(1).embeddings);
  if (template === null) throw new Error('no face');
  // Any three numbers of it that follow one another.
  return Array.from({ length: 60 }, (_, i) => Buffer.from(template.buffer, i * 4, 12));
}

const plain = [
  ...[name, 'Nhung', note, remark, '"birthYear":1975'].flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
  ]),
  ...plainTemplate(),
];

/** Which files hold one of these. */
const holding = (data: string, needles: readonly Buffer[]): string[] =>
  [...filesIn(data)]
    .filter(([, bytes]) => needles.some((needle) => bytes.includes(needle)))
    .map(([file]) => file);

/** Nothing of the person is left in the tables, and everything of others is. */
function expectGone(rows: Rows, visitorId: string, ticketId: string): void {
  expect(JSON.stringify({ ...rows, erased: [], audit: [] })).not.toContain(visitorId);
  expect(rows['visitor']).toHaveLength(1);
  expect(rows['template']).toHaveLength(1);
  expect(rows['ticket']).toMatchObject([{ id: ticketId, visitor_id: null }]);
  expect(rows['note']).toEqual([]);
  expect(rows['rating']).toMatchObject([{ level: 1, remark_sealed: null }]);
  expect(rows['appointment']).toMatchObject([{ visitor_id: null, name_sealed: null }]);
  expect(rows['consent']).toMatchObject([{ visitor_id: null, language: 'vi' }, { language: 'vi' }]);
  expect(rows['erased']).toMatchObject([{ visitor_id: visitorId }]);
}

const eraseNow = async ({
  manage,
  visitorId,
}: {
  manage: Awaited<ReturnType<StaffedOffice['manage']>>;
  visitorId: string;
}) => manage.do('visitor:erase', { visitorId });

describe('erasing a person', () => {
  test('KD9 takes them out of tables, galleries and answers; the ticket and the fact of a consent stay without them', async () => {
    const at = await officeWithVisitor();
    const { office, kiosk, manage, visitorId, ticketId } = at;
    expect(manage.view().appointments).toMatchObject([{ name }]);
    const answers = (): string[] => (office.rows()['request'] as { name: string }[]).map((row) => row.name);
    expect(answers()).toContain('visitor:identify');
    await eraseNow(at);
    expectGone(office.rows(), visitorId, ticketId);
    // The other's registration is still answered; what was said of the person is not.
    expect(answers().filter((asked) => asked.startsWith('visitor:'))).toEqual(
      expect.arrayContaining(['visitor:enrol', 'visitor:erase']),
    );
    expect(answers()).not.toContain('visitor:identify');
    await manage.until(({ appointments }) => appointments[0]?.name === null);
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toEqual({ kind: 'unknown' });
    expect(await kiosk.do('visitor:identify', sightOf(2, 7, 2))).toMatchObject({ kind: 'recognised' });
    await office.restart();
    expect(await (await office.kiosk()).do('visitor:identify', sightOf(1, 8, 2))).toEqual({
      kind: 'unknown',
    });
  });

  test('KD10 leaves no byte of theirs, sealed or not, in database, log and backups, and never had unsealed ones', async () => {
    const at = await officeWithVisitor();
    const { office, sealed } = at;
    expect(sealed.length).toBeGreaterThan(7);
    expect(holding(office.data, sealed)).not.toEqual([]);
    expect(holding(office.data, plain)).toEqual([]);
    await office.stop();
    const now = office.clock.now;
    await withData(office.data, ({ backups }) => backups.make('nightly'), now);
    await office.restart();
    await (await office.manage()).do('visitor:erase', { visitorId: at.visitorId });
    // While the server runs: the log was emptied, and only the backup of last night still has them.
    expect(statSync(join(office.data, 'luot.db-wal')).size).toBe(0);
    const left = holding(office.data, sealed);
    expect(left).toHaveLength(1);
    expect(left[0]).toContain('backups');
    await office.stop();
    await withData(office.data, ({ backups }) => backups.make('nightly'), now + 24 * 3600_000);
    expect([...filesIn(office.data).keys()].filter((file) => file.endsWith('.db'))).toHaveLength(3);
    expect(holding(office.data, sealed)).toEqual([]);
    expect(holding(office.data, plain)).toEqual([]);
    for (const needle of plain) expect(office.logged().includes(needle.toString('utf8'))).toBe(false);
  });

  test.each(['inside', 'committed'] as const)(
    'KD11 killed %s the transaction, it is done wholly or not at all, and the next start leaves nothing in the log',
    async (where) => {
      const { office, sealed, visitorId, ticketId } = await officeWithVisitor();
      await office.stop();
      const data = temporaryFolder();
      cpSync(office.data, data, { recursive: true });
      const script = join(import.meta.dirname, 'keepingKilled.ts');
      const { signal } = spawnSync(process.execPath, [
        script,
        data,
        'erase',
        where,
        String(office.clock.now),
        visitorId,
      ]);
      expect(signal).toBe('SIGKILL');
      await withData(data, ({ db, vault }) => {
        expect(auditFaults(db, vault)).toEqual([]);
        if (where === 'inside') {
          expect(db.prepare('SELECT count(*) FROM visitor').pluck().get()).toBe(2);
          expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(1);
          return;
        }
        expect(statSync(join(data, 'luot.db-wal')).size).toBe(0);
        expect(holding(data, sealed)).toEqual([]);
        expectGone(copiedRows(data), visitorId, ticketId);
      });
    },
  );

  test('KD9 a kiosk that still greets them can do nothing more for them', async () => {
    const { office, kiosk, manage, visitorId } = await officeWithVisitor();
    const seen = await kiosk.do('visitor:identify', sightOf(1, 9, 2));
    if (seen.kind !== 'recognised') throw new Error(seen.kind);
    await eraseNow({ manage, visitorId });
    const { visitorRef } = seen;
    const ticket = { fieldId: 1, legs: noLegs, priority: null, channel: 'usual' } as const;
    const answers = [
      await kiosk.send('ticket:issue', { ...ticket, visitorRef }),
      await kiosk.send('appointment:checkIn', { by: { kind: 'visitor', visitorRef, appointmentId: 1 } }),
    ];
    expect(answers.map(codeOf)).toEqual(['visitorRefExpired', 'unknownAppointment']);
    expect((await kiosk.send('visitor:deny', { visitorRef })).ok).toBe(true);
    expect(office.rows()['ticket']).toHaveLength(1);
    expect(office.logged()).toBe('');
  });

  test('KD9 only managers may, and nobody twice', async () => {
    const { office, manage, visitorId } = await officeWithVisitor();
    await eraseNow({ manage, visitorId });
    const again = await manage.send('visitor:erase', { visitorId });
    expect(again).toMatchObject({ ok: false, problem: { code: 'unknownVisitor' } });
    const kiosk = await office.kiosk();
    expect(await kiosk.send('visitor:erase', { visitorId })).toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });
});
