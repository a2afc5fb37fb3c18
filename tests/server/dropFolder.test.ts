import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../server/drop/text.ts';
import { closeAll, staffedOffice } from '../factories/staffedOffice.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';

// The server looks every five seconds; here that is when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

const appointments = 'Ngày;Giờ;Lĩnh vực;Họ tên\r\n24/11/2026;09:00;B;Nguyễn Thị Hồng Nhung\r\n';
const dossiers = 'Mã hồ sơ,Thủ tục,Ngày nhận\nH-2026-9001,ht-xnhn,20/11/2026\n';

/** An office that takes lists, and what lies in its folder. */
async function droppingOffice() {
  const office = await staffedOffice();
  const manage = await office.manage();
  await manage.do('drop:setUp', { on: true });
  const at = (...parts: string[]): string => join(office.data, 'drop', ...parts);
  mkdirSync(at('in'), { recursive: true });
  const names = (folder: 'in' | 'done' | 'failed'): string[] =>
    existsSync(at(folder)) ? readdirSync(at(folder)).toSorted() : [];
  const reports = (folder: 'done' | 'failed'): string[] =>
    names(folder).filter((name) => name.endsWith('.report.txt'));
  const put = (name: string, what: string | Uint8Array): void => writeFileSync(at('in', name), what);
  const taken = async (): Promise<
    readonly { name: string; outcome: string; added: number; what: string | null }[]
  > => (await manage.do('integration:read', {})).drop.files;
  return { office, manage, at, names, reports, put, taken };
}

/** Looks twice, which is what a list needs that nobody writes to any more. */
async function lookTwice(until: () => unknown, is: unknown): Promise<void> {
  await expect
    .poll(
      async () => {
        vi.advanceTimersByTime(5_000);
        return until();
      },
      { timeout: 10_000, interval: 20 },
    )
    .toEqual(is);
}

const audited = (office: StaffedOffice): readonly string[] =>
  (office.rows()['audit'] as { actor: string; request: string }[])
    .filter(({ actor }) => actor === 'folder')
    .map(({ request }) => request);

describe('the folder for lists', () => {
  test('AP40 a list of appointments and one of dossiers are imported, moved away, and reported on', async () => {
    const { office, manage, put, names, at, reports } = await droppingOffice();
    put('lich-hen-24-11.csv', appointments);
    put('Ho-So.CSV', dossiers);
    await lookTwice(() => reports('done').length, 2);
    expect(names('in')).toEqual([]);
    const [list = '', report = ''] = names('done').filter((name) => name.startsWith('lich-hen'));
    expect(list).toMatch(/^lich-hen-24-11\.\d{8}-\d{6}\.csv$/u);
    expect(report).toBe(`${list}.report.txt`);
    expect(readFileSync(at('done', report), 'utf8')).toBe('Đã nhập 1 dòng mới.\nNew rows imported: 1.\n');
    await manage.until((view) => view.appointments.length === 1 && view.dossiers.figures.open === 1);
    expect(new Set(audited(office))).toEqual(new Set(['appointment:import', 'dossier:import']));
    expect(office.logged()).toBe('');
  });

  test('AP41 the same list again adds nothing, under whatever name', async () => {
    const { office, put, taken } = await droppingOffice();
    for (const name of ['appointments-1.csv', 'appointments-2.csv']) {
      put(name, appointments);
      await lookTwice(async () => (await taken())[0]?.name, name);
    }
    expect((await taken()).map(({ outcome, added }) => [outcome, added])).toEqual([
      ['repeated', 0],
      ['imported', 1],
    ]);
    expect(office.rows()['appointment']).toHaveLength(1);
  });

  test('AP42 a list that is still being written is left alone until it is whole', async () => {
    const { names, put, office, reports } = await droppingOffice();
    const half = appointments.slice(0, 40);
    put('lich-hen.csv', half);
    put('.lich-hen-2.csv', appointments);
    put('lich-hen-3.csv.part', appointments);
    vi.advanceTimersByTime(5_000);
    await vi.waitFor(() => expect(names('done')).toEqual([]));
    put('lich-hen.csv', appointments);
    await lookTwice(() => reports('done').length, 1);
    expect(names('in')).toEqual(['.lich-hen-2.csv', 'lich-hen-3.csv.part']);
    expect(office.rows()['appointment']).toHaveLength(1);
  });

  test('AP43 with anything wrong nothing is imported, and the report names the line and no person', async () => {
    const { office, put, at, reports } = await droppingOffice();
    put('lich-hen.csv', `${appointments}31/02/2026;09:00;B;Lê Văn Bình\n`);
    put('khac.csv', appointments);
    put('ho-so.csv', 'Mã hồ sơ,Thủ tục,Ngày nhận\n"H-1,x\n');
    await lookTwice(() => reports('failed').length, 3);
    expect(office.rows()['appointment']).toEqual([]);
    const texts = reports('failed').map((name) => readFileSync(at('failed', name), 'utf8'));
    expect(texts.some((text) => text.includes('Dòng 3 chưa đúng: Ngày “31/02/2026”'))).toBe(true);
    expect(texts.some((text) => text.includes('has to begin with'))).toBe(true);
    expect(texts.some((text) => text.includes('quotation marks'))).toBe(true);
    expect(texts.join('')).not.toMatch(/Bình|Nhung/u);
  });

  test('AP44 two lists of one name do not overwrite each other; what is no file is left alone', async () => {
    const { put, names, at, office, reports } = await droppingOffice();
    symlinkSync(join(office.data, 'luot.key'), at('in', 'ho-so-link.csv'));
    mkdirSync(at('in', 'ho-so-folder.csv'));
    put('lich-hen.csv', appointments);
    await lookTwice(() => reports('done').length, 1);
    put('lich-hen.csv', appointments.replace('09:00', '10:00'));
    await lookTwice(() => reports('done').length, 2);
    expect(office.rows()['appointment']).toHaveLength(2);
    expect(names('in')).toEqual(['ho-so-folder.csv', 'ho-so-link.csv']);
  });

  test('AP47 what was taken is removed after 30 days, and nothing else that lies there', async () => {
    const { office, put, names, at, reports } = await droppingOffice();
    await office.edit('UPDATE session SET expires_at = expires_at + 86400000 * 60');
    put('lich-hen.csv', appointments);
    put('lich-hen-lon.csv', 'x'.repeat(4_000_001));
    await lookTwice(() => [reports('done').length, reports('failed').length], [1, 1]);
    writeFileSync(at('done', 'của tôi.csv'), '');
    // As from a server that was stopped in between.
    const [report = ''] = reports('failed');
    renameSync(at('failed', report), at('failed', report.replace(/txt$/u, 'part')));
    office.clock.pass(30 * 24 * 3600_000);
    await lookTwice(() => names('done').length, 3);
    office.clock.pass(1_000);
    await lookTwice(() => [...names('done'), ...names('failed')], ['của tôi.csv']);
  });

  test('AP45 while it is switched off nothing is taken', async () => {
    const { manage, put, names, reports } = await droppingOffice();
    await manage.do('drop:setUp', { on: false });
    put('lich-hen.csv', appointments);
    for (let i = 0; i < 3; i++) {
      vi.advanceTimersByTime(5_000);
      await manage.do('integration:read', {});
    }
    expect(names('in')).toEqual(['lich-hen.csv']);
    await manage.do('drop:setUp', { on: true });
    await lookTwice(() => reports('done').length, 1);
  });
});

describe('the text of a list', () => {
  const name = 'Nguyễn Thị Hồng Nhung, Đỗ';
  // As older programs write it: letters with a mark of their own, tones behind them.
  const old = [0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e];
  test.each([
    ['UTF-8', Buffer.from(name, 'utf8'), name],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${name}`, 'utf8'), name],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${name}`, 'utf16le'), name],
    ['marks apart', Buffer.from(name.normalize('NFD'), 'utf8'), name],
    ['Windows-1258', Uint8Array.from(old), 'Nguyễn'],
  ])('AP46 is read from %s', (_how, bytes, text) => {
    expect(textOf(bytes)).toBe(text);
  });
});
