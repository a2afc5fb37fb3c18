import { afterEach, describe, expect, test } from 'vitest';
import { danBietNow, danBietOff, danBietProcedures } from '../../shared/contract/danBiet.ts';
import { danBietPaths } from '../../shared/contract/danBietPaths.ts';
import type { Context } from '../../server/usecases/ports.ts';
import { danBietNowView, danBietProceduresView } from '../../server/views/danBiet.ts';
import { contextOver } from '../factories/context.ts';
import { pastOffice } from '../factories/pastOffice.ts';
import { closeAll, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { makeVault } from '../../server/vault.ts';

afterEach(closeAll);

/** An invented week until Saturday, looked at on the Monday after it, at nine. */
async function afterWeek(): Promise<Context> {
  const { db } = await pastOffice({ kind: 'week' });
  return contextOver(db, makeVault(Buffer.alloc(32, 7)), () => Date.UTC(2026, 10, 23, 2));
}

describe('the page "Dân biết"', () => {
  test('DB10 is read by anybody, and asked for again costs a few bytes', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await issue(kiosk, 1);
    for (const [path, schema] of [
      [danBietPaths.now, danBietNow],
      [danBietPaths.procedures, danBietProcedures],
    ] as const) {
      const first = await fetch(office.url() + path);
      expect([first.status, first.headers.get('set-cookie')]).toEqual([200, null]);
      expect(schema.safeParse(await first.json()).error).toBeUndefined();
      const again = await fetch(office.url() + path, {
        headers: { 'if-none-match': first.headers.get('etag') ?? '' },
      });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  test('DB11 is made anew only after ten seconds, however many ask', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const taken = async (): Promise<number> => {
      const now = danBietNow.parse(await (await fetch(office.url() + danBietPaths.now)).json());
      return now.load.hours.reduce((sum, one) => sum + one.taken, 0);
    };
    expect(await taken()).toBe(0);
    await issue(kiosk, 1);
    office.clock.pass(9_999);
    expect(await taken()).toBe(0);
    office.clock.pass(1);
    expect(await taken()).toBe(1);
  });

  test('DB12 is switched off by a manager at once, which is audited, and on again', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const now = async (): Promise<unknown> => (await fetch(office.url() + danBietPaths.now)).json();
    expect(danBietNow.safeParse(await now()).success).toBe(true);
    await manage.do('danBiet:set', { on: false });
    for (const path of [danBietPaths.now, danBietPaths.procedures])
      expect(danBietOff.parse(await (await fetch(office.url() + path)).json())).toEqual({ off: true });
    expect(office.rows()['audit']).toContainEqual(
      expect.objectContaining({ request: 'danBiet:set', detail: '{"on":false}' }),
    );
    await manage.do('danBiet:set', { on: true });
    expect(danBietNow.safeParse(await now()).success).toBe(true);
  });

  test('DB13 counts, and says nothing of any visitor or officer', async () => {
    const context = await afterWeek();
    const text = JSON.stringify([danBietNowView(context), danBietProceduresView(context)]);
    for (const { name } of context.store.officers.all()) expect(text).not.toContain(name);
    expect(text).not.toMatch(/visitor|ticketId|officer|counterId|[A-Z]\d{3}"/u);
  });

  test('DB14 says nothing of satisfaction below twenty ratings, and never of today', async () => {
    const { db } = await pastOffice({ kind: 'week' });
    const context = (at: number): Context => contextOver(db, makeVault(Buffer.alloc(32, 7)), () => at);
    const { satisfaction } = danBietNowView(context(Date.UTC(2026, 10, 23, 2)));
    const [rated, satisfied] = db
      .prepare<[], [number, number]>('SELECT count(*), sum(level >= 3) FROM rating WHERE level IS NOT NULL')
      .raw()
      .get() ?? [0, 0];
    expect(rated).toBeGreaterThan(100);
    expect(satisfaction).toEqual({ days: 90, rated, percent: Math.round((satisfied / rated) * 100) });
    // On the first day of the week all of them are of today.
    expect(danBietNowView(context(Date.UTC(2026, 10, 16, 2))).satisfaction).toBeNull();
    // Keeps nineteen.
    db.exec(
      'DELETE FROM rating WHERE ticket_id NOT IN (SELECT ticket_id FROM rating WHERE level >= 1 LIMIT 19)',
    );
    expect(danBietNowView(context(Date.UTC(2026, 10, 23, 2))).satisfaction).toBeNull();
  });

  test('DB15 shows today beside the usual of the weekday, over all open hours', async () => {
    const { db } = await pastOffice({ kind: 'week' });
    // The same week twice before; of the first nobody came on Friday at nine.
    const columns = db
      .prepare<[], { name: string }>('PRAGMA table_info(ticket)')
      .all()
      .map(({ name }) => name);
    const moved: Readonly<Record<string, string>> = {
      id: "id || '-' || $weeks",
      business_day: "date(business_day, '-' || (7 * $weeks) || ' days')",
      issued_at: 'issued_at - $weeks * 7 * 86400000',
    };
    const again = db.prepare(
      `INSERT INTO ticket SELECT ${columns.map((name) => moved[name] ?? name).join()} FROM ticket
       WHERE business_day BETWEEN '2026-11-15' AND '2026-11-21'`,
    );
    for (const weeks of [1, 2]) again.run({ weeks });
    const atNine = `strftime('%H', issued_at / 1000, 'unixepoch', '+7 hours') = '09'`;
    db.exec(`DELETE FROM ticket WHERE business_day = '2026-11-06' AND ${atNine}`);
    const ofFriday = (where: string): number =>
      db
        .prepare<[], number>(`SELECT count(*) FROM ticket WHERE business_day = '2026-11-20' AND ${where}`)
        .pluck()
        .get() ?? 0;
    const viewAt = (now: number) =>
      danBietNowView(contextOver(db, makeVault(Buffer.alloc(32, 7)), () => now));
    const friday = viewAt(Date.UTC(2026, 10, 27, 4, 30));
    expect(friday.load).toMatchObject({ weekday: 4, hour: 11 });
    const nine = ofFriday(atNine);
    expect(nine).toBeGreaterThan(10);
    expect(friday.load.hours.find(({ hour }) => hour === 9)).toEqual({
      hour: 9,
      taken: 0,
      usual: Math.round((2 * nine) / 3),
    });
    expect(friday.quietest).toHaveLength(3);
    // A week earlier there are only two Fridays before; what was taken is all there.
    const earlier = viewAt(Date.UTC(2026, 10, 20, 4, 30)).load.hours;
    expect(earlier.every(({ usual }) => usual === null)).toBe(true);
    expect(earlier.reduce((sum, { taken }) => sum + taken, 0)).toBe(ofFriday('true'));
  });

  test('DB16 posts every procedure that visitors are told of, with limit, fee and papers', async () => {
    const { db } = await pastOffice({ kind: 'week' });
    const context = contextOver(db, makeVault(Buffer.alloc(32, 7)), () => Date.UTC(2026, 10, 23, 2));
    const posted = () => danBietProceduresView(context).fields.flatMap(({ procedures }) => procedures);
    const told = context.store.office.procedures();
    expect(posted().map(({ key }) => key)).toEqual(told.map(({ key }) => key));
    expect(posted()[0]).toEqual({
      key: 'ct-ban-sao',
      name: { vi: 'Chứng thực bản sao từ bản chính', en: 'Certified copy from the original' },
      limit: { kind: 'sameDay', cutoffMinute: 900 },
      fee: '2.000 đ/trang; từ trang thứ 3: 1.000 đ/trang; tối đa 200.000 đ/bản',
      papers: ['Bản chính giấy tờ', 'Bản photo cần chứng thực (hoặc photo tại chỗ)'],
    });
    db.exec("UPDATE procedure SET fee = '' WHERE key = 'ct-ban-sao'");
    expect(posted()[0]?.fee).toBeNull();
    db.exec("UPDATE procedure SET shown = 0 WHERE key = 'ct-ban-sao'");
    expect(posted()).toHaveLength(told.length - 1);
  });
});
