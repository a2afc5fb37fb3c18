import type { ProcedureColumn } from '../../contract/procedure.ts';
import { procedureColumns } from '../../contract/procedure.ts';
import { fold } from '../../domain/fold.ts';

/** What the columns of a catalogue's file are called; what is exported is called so. */
export const columnNames: Readonly<Record<ProcedureColumn, string>> = {
  key: 'Mã trong hệ thống',
  officialCode: 'Mã thủ tục quốc gia',
  field: 'Lĩnh vực',
  nameVi: 'Tên thủ tục',
  nameEn: 'Tên tiếng Anh',
  limit: 'Thời hạn giải quyết',
  fee: 'Phí, lệ phí',
  papers: 'Thành phần hồ sơ',
  shown: 'Hiện cho người dân',
  inUse: 'Đang dùng',
};
/** What people call them otherwise, without marks and case. */
const alsoCalled: Readonly<Record<ProcedureColumn, readonly string[]>> = {
  key: ['key'],
  officialCode: ['ma thu tuc', 'ma tthc', 'code'],
  field: ['field'],
  nameVi: ['ten', 'thu tuc', 'ten tthc', 'thu tuc hanh chinh', 'name (vi)'],
  nameEn: ['ten thu tuc (tieng anh)', 'tieng anh', 'name', 'name (en)'],
  limit: ['thoi han', 'thoi gian giai quyet', 'limit'],
  fee: ['le phi', 'phi', 'phi le phi', 'fee'],
  papers: ['giay to', 'ho so', 'papers'],
  shown: ['hien', 'cong khai', 'shown'],
  inUse: ['con dung', 'in use'],
};

/** Where each column stands in a table with this first row; the first of two alike. */
export function columnsOf(header: readonly string[]): ReadonlyMap<ProcedureColumn, number> {
  const columns = new Map<ProcedureColumn, number>();
  for (const [place, cell] of header.entries()) {
    const called = fold(cell);
    const column = procedureColumns.find(
      (one) => fold(columnNames[one]) === called || alsoCalled[one].includes(called),
    );
    if (column !== undefined && !columns.has(column)) columns.set(column, place);
  }
  return columns;
}

/** Yes and no, as a cell says them. */
export const sayYes = (yes: boolean): string => (yes ? 'có' : 'không');
const yeses = ['co', 'x', '1', 'yes', 'true'];
const noes = ['khong', '0', 'no', 'false'];
/** @returns undefined if it says neither. */
export function readYes(cell: string): boolean | undefined {
  const said = fold(cell);
  if (yeses.includes(said)) return true;
  return noes.includes(said) ? false : undefined;
}
