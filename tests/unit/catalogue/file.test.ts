import { describe, expect, test } from 'vitest';
import type { ProcedureRow } from '../../../shared/contract/procedure.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { columnNames } from '../../../shared/i18n/catalogue/columns.ts';
import { jsonOf, tableOfJson } from '../../../shared/i18n/catalogue/json.ts';
import { tableOf } from '../../../shared/i18n/catalogue/table.ts';
import { readCatalogue } from '../../../server/seed/catalogue.ts';
import { readProcedures } from '../../../server/usecases/readProcedures.ts';
import type { Field, Procedure } from '../../../server/usecases/records.ts';

const fieldOf = (id: number, prefix: string, vi: string, en: string): Field => ({
  id: id as FieldId,
  code: prefix,
  prefix,
  name: { vi, en },
  description: { vi: '', en: '' },
  icon: 'info',
  colour: '#000000',
  serviceMs: 600_000,
  dailyQuota: null,
});
const fields = [fieldOf(1, 'A', 'Chứng thực', 'Certification'), fieldOf(3, 'C', 'Đất đai', 'Land')];

const row = (key: string, more: Partial<ProcedureRow> = {}): ProcedureRow => ({
  key,
  officialCode: '',
  fieldId: 1 as FieldId,
  name: { vi: `Thủ tục ${key}`, en: `Procedure ${key}` },
  limit: { kind: 'workingDays', n: 5 },
  fee: '10.000 đ',
  papers: ['Đơn; bản sao', '- Căn cước'],
  shown: true,
  inUse: true,
  revision: 1,
  ...more,
});
const rows = [
  row('a', { officialCode: '2.000815' }),
  row('b', { limit: { kind: 'sameDay', cutoffMinute: 900 }, shown: false, fee: '=1+1' }),
  row('c', { fieldId: 3 as FieldId, limit: null, papers: [], inUse: false, fee: '' }),
  row('d', { fieldId: 3 as FieldId, limit: { kind: 'workingHours', n: 4 } }),
];
const known = { procedures: rows satisfies readonly Procedure[], fields };
const header = ['Mã trong hệ thống', 'Lĩnh vực', 'Tên thủ tục', 'Thời hạn giải quyết', 'Đang dùng'];
const read = (lines: readonly string[][], whole = false) => readProcedures([header, ...lines], whole, known);

describe('the catalogue as a file', () => {
  test.each([
    ['a table', tableOf(rows, fields)],
    ['JSON', tableOfJson(jsonOf(rows, fields)) ?? []],
  ])(
    'TX2 what was exported as %s changes nothing when it is imported, even as the whole catalogue',
    (_, table) => {
      const { added, changed, retired, unchanged, wrong } = readProcedures(table, true, known);
      expect({ added, changed, retired, wrong }).toEqual({ added: [], changed: [], retired: [], wrong: [] });
      expect(unchanged).toBe(rows.length);
    },
  );

  test('TX2 columns have Vietnamese names', () => {
    expect(tableOf([], fields)[0]).toEqual(Object.values(columnNames));
  });

  test('TX3 the catalogue that the product comes with is read, with every line of it', () => {
    const { fields: given } = readCatalogue();
    const table = tableOfJson(JSON.stringify({ fields: given })) ?? [];
    const all = given.map(({ prefix, nameVi, nameEn }, id) => fieldOf(id + 1, prefix, nameVi, nameEn));
    const { added, wrong } = readProcedures(table, false, { procedures: [], fields: all });
    expect(wrong).toEqual([]);
    expect(added).toHaveLength(48);
  });

  test.each(['', '{', '[]', '{"fields": 1}', '{"fields": [{"nameVi": "Đất đai", "procedures": [{}]}]}'])(
    'TX3 what is no catalogue’s JSON is not read (%#)',
    (text) => {
      expect(tableOfJson(text)).toBeNull();
    },
  );
});

describe('what a file would do', () => {
  test('TX4 lines are new, changed, out of use or as they are', () => {
    const { added, changed, retired, unchanged } = read([
      ['a', 'A', 'Thủ tục a', '5 ngày làm việc', ''],
      ['b', 'chung thuc', 'Thủ tục b', '2 ngày', 'có'],
      ['c', 'Đất đai', 'Thủ tục c', '', 'có'],
      ['d', 'Đất đai', 'Thủ tục d', '4 giờ làm việc', 'không'],
      ['', 'Land', 'Cấp đổi sổ', '10 ngày làm việc', ''],
      ['', '', '', '', ''],
    ]);
    expect(added).toEqual([{ line: 6, name: 'Cấp đổi sổ' }]);
    expect(changed).toEqual([
      { line: 3, name: 'Thủ tục b', columns: ['limit'] },
      { line: 4, name: 'Thủ tục c', columns: ['inUse'] },
    ]);
    expect(retired).toEqual(['Thủ tục d']);
    expect(unchanged).toBe(1);
  });

  test('TX5 a line without a key is known by its official code, else by field and name', () => {
    const table = [
      ['Mã TTHC', 'Lĩnh vực', 'Thủ tục'],
      ['2.000815', 'A', 'Tên khác'],
      ['', 'A', 'thu tuc B'],
    ];
    const { changes } = readProcedures(table, false, known);
    expect(changes.map(({ before, columns }) => [before?.key, columns])).toEqual([
      ['a', ['nameVi']],
      ['b', ['nameVi']],
    ]);
  });

  test('TX6 only of a whole catalogue what it leaves out goes out of use', () => {
    const lines = [['a', 'A', 'Thủ tục a', '5 ngày làm việc', '']];
    expect(read(lines).retired).toEqual([]);
    const { retired, absent } = read(lines, true);
    expect(retired).toEqual(['Thủ tục b', 'Thủ tục d']);
    expect(absent).toEqual(['b', 'd']);
  });

  test('TX7 a column that the file has not stays as it is; without English the Vietnamese is kept', () => {
    const table = [
      ['Lĩnh vực', 'Tên thủ tục'],
      ['Chứng thực', 'Thủ tục a'],
      ['Chứng thực', 'Thủ tục mới'],
    ];
    const { changes } = readProcedures(table, false, known);
    expect(changes.map(({ setting }) => setting)).toEqual([
      expect.objectContaining({
        name: { vi: 'Thủ tục mới', en: 'Thủ tục mới' },
        limit: null,
        fee: '',
        papers: [],
        shown: true,
      }),
    ]);
  });

  test.each([
    [['x y', 'A', 'Mới', '', ''], 'key', 'unreadable', 'x y'],
    [['', 'Xây dựng', 'Mới', '', ''], 'field', 'unknown', 'Xây dựng'],
    [['', '', 'Mới', '', ''], 'field', 'empty', ''],
    [['', 'A', '', '', ''], 'nameVi', 'empty', ''],
    [['', 'A', 'x'.repeat(301), '', ''], 'nameVi', 'tooLong', 'x'.repeat(60)],
    [['', 'A', 'Mới', 'vài ngày', ''], 'limit', 'unreadable', 'vài ngày'],
    [['', 'A', 'Mới', '', 'chắc thế'], 'inUse', 'unreadable', 'chắc thế'],
  ] as const)('TX8 a wrong line is named with its column and why (%#)', (line, column, why, found) => {
    const { wrong, added } = read([[...line], ['', 'A', 'Đúng', '', '']]);
    expect(wrong).toEqual([{ line: 2, column, why, found }]);
    expect(added).toEqual([{ line: 3, name: 'Đúng' }]);
  });

  test('TX8 a procedure named twice is wrong the second time, by its key or its name', () => {
    const { wrong } = read([
      ['a', 'A', 'Thủ tục a', '', ''],
      ['a', 'A', 'Thủ tục a', '', ''],
      ['', 'A', 'Mới', '', ''],
      ['', 'A', 'mơi', '', ''],
    ]);
    expect(wrong.map(({ line, column, why }) => [line, column, why])).toEqual([
      [3, 'key', 'twice'],
      [5, 'nameVi', 'twice'],
    ]);
  });

  test('TX8 without the columns that every line needs, that is all there is to say', () => {
    expect(readProcedures([['Tên thủ tục'], ['Mới']], true, known)).toMatchObject({
      wrong: [{ line: 1, column: 'field', why: 'noColumn' }],
      added: [],
      retired: [],
    });
  });
});
