import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { readAppointments } from '../../server/usecases/appointmentCsv.ts';
import type { Field } from '../../server/usecases/records.ts';
import { problemOf } from '../factories/clients.ts';
import { fieldId, minutes, opening } from '../factories/ids.ts';
import { closeAll, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const field = (id: number, prefix: string, code: string, vi: string, en: string): Field => ({
  id: fieldId(id),
  prefix,
  code,
  name: { vi, en },
  description: { vi: '', en: '' },
  icon: '',
  colour: '#000000',
  serviceMs: minutes(8),
  dailyQuota: null,
});
const fields = [
  field(1, 'A', 'CHUNG_THUC', 'Chứng thực', 'Certification'),
  field(2, 'D', 'DAT_DAI', 'Đất đai, nhà ở', 'Land'),
];
const read = (csv: string) => readAppointments(csv, fields, 'Asia/Ho_Chi_Minh');
const at = (minute: number) => opening + minutes(minute);
const first = { line: 2, day: '2026-11-23', at: at(30), fieldId: 1, name: null, code: null };

describe('a list of appointments', () => {
  test.each([
    ['in Vietnamese', 'Ngày,Giờ,Lĩnh vực\n23/11/2026,08:30,A', first],
    ['in English, with other columns, in another order', 'Field,Note,Time,Date\nA,x,8:30,23/11/2026', first],
    [
      'with semicolons, a byte order mark and Windows line ends',
      '\uFEFFngày;giờ;lĩnh vực\r\n23/11/2026;08:30;A\r\n',
      first,
    ],
    [
      'with spaces around, and empty lines',
      ' ngày , giờ , lĩnh vực \n\n 23/11/2026 , 08:30 , A \n\n',
      { ...first, line: 3 },
    ],
    ['a field by its code', 'ngày,giờ,lĩnh vực\n23/11/2026,08:30,chung_thuc', first],
    ['a field by its name without marks', 'ngày,giờ,lĩnh vực\n23/11/2026,08:30,chung  THUC', first],
    ['a field by its English name', 'ngày,giờ,lĩnh vực\n23/11/2026,08:30,certification', first],
    [
      'quotes around a comma',
      'ngày,giờ,lĩnh vực\n23/11/2026,08:30,"Đất đai, nhà ở"',
      { ...first, fieldId: 2 },
    ],
    ['quotes in quotes', 'ngày,giờ,lĩnh vực,ghi chú\n23/11/2026,08:30,A,"""gấp"", nhé"', first],
    [
      'a name and a code',
      'ngày,giờ,lĩnh vực,họ và tên,mã hẹn\n23/11/2026,08:30,A, Lê  Hoàng ,004711',
      { ...first, name: 'Lê Hoàng', code: '004711' },
    ],
    [
      'single digits',
      'ngày,giờ,lĩnh vực\n3/2/2027,8:05,A',
      { ...first, day: '2027-02-03', at: Date.UTC(2027, 1, 3, 1, 5) },
    ],
    ['a short last line', 'ngày,giờ,lĩnh vực,họ tên\n23/11/2026,08:30,A', first],
  ])('AP14 %s', (_, csv, row) => {
    expect(read(csv)).toEqual({ rows: [row], wrong: null });
  });

  const good = 'ngày,giờ,lĩnh vực,họ tên,mã\n23/11/2026,08:30,A,,\n';
  test.each([
    ['a day that does not exist', `${good}29/02/2027,08:30,A,,`, 3, 'ngày “29/02/2027”'],
    ['a date the other way round', `${good}2026-11-23,08:30,A,,`, 3, 'ngày “2026-11-23”'],
    ['a time that does not exist', `${good}23/11/2026,24:00,A,,`, 3, 'giờ “24:00”'],
    ['an unknown field', `${good}23/11/2026,08:30,Z,,`, 3, 'lĩnh vực “Z”'],
    ['a name that is none, not said aloud', `${good}23/11/2026,08:30,A,=1+1,`, 3, 'họ tên'],
    ['a code that is none', `${good}23/11/2026,08:30,A,,12`, 3, 'mã “12”'],
    ['the first of two wrong lines', `${good}x,08:30,A,,\ny,08:30,A,,`, 3, 'ngày “x”'],
    ['after a line of quotes over two lines', `${good}23/11/2026,08:30,A,,"\n"\nx,08:30,A,,`, 5, 'ngày “x”'],
    ['a quote that never ends', `${good}23/11/2026,08:30,A,"Lê`, 3, 'dấu ngoặc kép / quotation marks'],
    ['no column of times', 'ngày,lĩnh vực\n23/11/2026,A', 1, 'thiếu cột / missing column: giờ / time'],
    ['nothing at all', ' ', 1, 'thiếu cột / missing column: ngày / date'],
  ])('AP15 %s', (_, csv, line, what) => {
    expect(read(csv).wrong).toEqual({ kind: 'refused', code: 'badCsv', detail: { line, what } });
  });

  test('AP15 no text at all makes it fail otherwise', () => {
    const pieces = fc.constantFrom(
      'ngày',
      'giờ',
      'lĩnh vực',
      'A',
      '23/11/2026',
      '08:30',
      ',',
      ';',
      '"',
      '\n',
      '\r\n',
      '\uFEFF',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (csv) => {
        const { rows, wrong } = read(csv);
        expect(wrong === null || wrong.code === 'badCsv').toBe(true);
        for (const row of rows) expect([1, 2]).toContain(row.fieldId);
      }),
    );
  });

  test('AP16 what is written as CSV is read as it was', () => {
    const cell = (text: string) => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const anyName = fc.constantFrom('', 'Lê Hoàng', 'Nguyễn Thị Hồng Nhung', "O'Brien", 'Y Moan');
    const anyRow = fc.record({
      minute: fc.integer({ min: 0, max: 1439 }),
      named: fc.constantFrom('A', 'Đất đai, nhà ở', 'land'),
      name: anyName,
      note: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 10 }), fc.constantFrom('\n', '\r\n'), (all, end) => {
        const time = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
        const lines = all.map(({ minute, named, name, note }) =>
          ['23/11/2026', time(minute), named, name, note].map(cell).join(','),
        );
        const { rows, wrong } = read(['ngày,giờ,lĩnh vực,họ tên,ghi chú', ...lines].join(end));
        expect(wrong).toBeNull();
        expect(rows.map((row) => [row.at, row.fieldId, row.name ?? ''])).toEqual(
          all.map(({ minute, named, name }) => [at(minute - 480), named === 'A' ? 1 : 2, name]),
        );
      }),
    );
  });
});

describe('reading it into the office', () => {
  async function importing() {
    const office = await staffedOffice();
    const manage = await office.manage();
    const send = async (...lines: readonly string[]) => {
      const answer = await manage.send('appointment:import', {
        csv: ['ngày,giờ,lĩnh vực,họ tên,mã', ...lines].join('\n'),
      });
      return answer.ok ? answer.value.added : (problemOf(answer) as { detail?: object }).detail;
    };
    const codes = () => (office.rows()['appointment'] as { code: string }[]).map(({ code }) => code);
    return { office, manage, send, codes };
  }

  test('AP17 the same list again adds nothing, also after some of it was cancelled; a longer one adds the rest', async () => {
    const { manage, send, codes } = await importing();
    const list = [
      '23/11/2026,10:00,A,Lê Hoàng,',
      '23/11/2026,10:00,A,,',
      '23/11/2026,10:00,A,,',
      '23/11/2026,10:00,A,,123456',
      '24/11/2026,10:00,A,,123456',
    ];
    expect(await send(...list)).toBe(5);
    expect(await send(...list)).toBe(0);
    const { appointments } = await manage.until((view) => view.appointments.length === 5);
    await manage.do('appointment:cancel', { appointmentId: appointments[0]?.id ?? 0 });
    expect(await send(...list.toReversed())).toBe(0);
    expect(await send(...list, '23/11/2026,10:00,A,,', '23/11/2026,10:00,A,LÊ  hoàng,')).toBe(2);
    expect(new Set(codes()).size).toBe(6);
  });

  test('AP18 all of it or nothing: the first wrong line is named, whatever is wrong with it', async () => {
    const { send, codes } = await importing();
    const fine = '23/11/2026,10:00,A,,123456';
    expect(await send(fine, '23/11/2026,11:00,A,,123456', 'x')).toEqual({
      line: 3,
      what: 'mã đã dùng / code in use: 123456',
    });
    expect(await send(fine, '22/11/2026,11:00,A,,')).toEqual({
      line: 3,
      what: 'ngày đã qua / the day is over',
    });
    expect(await send(fine, 'x', '23/11/2026,11:00,A,,123456')).toEqual({ line: 3, what: 'ngày “x”' });
    expect(codes()).toEqual([]);
    expect(await send()).toBe(0);
  });

  test('AP19 a code that is drawn is none that the list gives to somebody else', async () => {
    const { send, codes } = await importing();
    const own = Array.from(
      { length: 300 },
      (_, i) => `23/11/2026,10:00,A,,${String(i * 3).padStart(6, '0')}`,
    );
    const drawn = Array.from({ length: 300 }, () => '23/11/2026,11:00,A,,');
    expect(await send(...drawn, ...own)).toBe(600);
    expect(new Set(codes()).size).toBe(600);
  });
});
