import type { ProcedureRow } from '../../../../shared/contract/procedure.ts';
import { fold } from '../../../../shared/domain/fold.ts';

/** What a manager looks for in the catalogue. */
export type Wanted = {
  readonly text: string;
  /** Null: of any field. */
  readonly fieldId: number | null;
  readonly state: 'used' | 'retired' | 'all';
};

/** Those that have every word looked for in a name or a code, whatever marks they were typed with. */
export function found(
  rows: readonly ProcedureRow[],
  { text, fieldId, state }: Wanted,
): readonly ProcedureRow[] {
  const words = fold(text).split(' ');
  return rows.filter((row) => {
    const all = fold([row.name.vi, row.name.en, row.officialCode, row.key].join(' '));
    return (
      (fieldId === null || row.fieldId === fieldId) &&
      (state === 'all' || row.inUse === (state === 'used')) &&
      words.every((word) => all.includes(word))
    );
  });
}
