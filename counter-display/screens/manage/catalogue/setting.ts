import type { ProcedureRow, ProcedureSetting } from '../../../../shared/contract/procedure.ts';
import type { FieldId } from '../../../../shared/domain/ids.ts';
import type { Limit } from '../../../../shared/domain/dueDate.ts';
import { endOfDay, writeTime } from '../../../../shared/domain/timeOfDay.ts';
import { readTime } from '../../staff/when.ts';

/** What of a row can be set. */
export const settingOf = ({
  key: _key,
  inUse: _inUse,
  revision: _revision,
  ...setting
}: ProcedureRow): ProcedureSetting => setting;

/** A new one, as the form begins. */
export const blankProcedure = (fieldId: FieldId): ProcedureSetting => ({
  officialCode: '',
  fieldId,
  name: { vi: '', en: '' },
  limit: null,
  fee: '',
  papers: [],
  shown: true,
});

export const limitKinds = ['none', 'immediate', 'sameDay', 'workingHours', 'workingDays', 'days'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** A limit as a form holds it: a number, or a time, as typed. */
export type LimitText = { readonly kind: LimitKind; readonly n: number | ''; readonly before: string };

/** A limit as the form begins with it. */
export function limitText(limit: Limit | null): LimitText {
  const blank = { n: '', before: '' } as const;
  if (limit === null) return { kind: 'none', ...blank };
  if (limit.kind === 'immediate') return { kind: 'immediate', ...blank };
  if (limit.kind !== 'sameDay') return { kind: limit.kind, n: limit.n, before: '' };
  const { cutoffMinute } = limit;
  return { kind: 'sameDay', n: '', before: cutoffMinute >= endOfDay ? '' : writeTime(cutoffMinute) };
}

/** @returns the limit, or undefined while something is missing or wrong. */
export function limitFrom({ kind, n, before }: LimitText): Limit | null | undefined {
  switch (kind) {
    case 'none':
      return null;
    case 'immediate':
      return { kind };
    case 'sameDay': {
      const cutoffMinute = before.trim() === '' ? endOfDay : readTime(before);
      return cutoffMinute === null ? undefined : { kind, cutoffMinute };
    }
    default:
      return n === '' ? undefined : { kind, n };
  }
}
