import type { Limit } from '../../shared/domain/dueDate.ts';
import type { Db } from '../db/open.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';

type Given = Catalogue['fields'][number]['procedures'][number]['limit'];

const minuteOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/** As the catalogue gives it; null: it does not know. */
function limitOf({ unit, value, sameDayCutoff }: Given): Limit | null {
  if (unit === 'immediate') return { kind: 'immediate' };
  if (unit === 'same_day') return { kind: 'sameDay', cutoffMinute: minuteOf(sameDayCutoff ?? '24:00') };
  if (unit === 'unknown' || value === null) return null;
  return { kind: unit === 'day' ? 'days' : 'workingDays', n: value };
}

const valueOf = (limit: Limit): number | null => {
  if (limit.kind === 'immediate') return null;
  return limit.kind === 'sameDay' ? limit.cutoffMinute : limit.n;
};

/** Fills in how long the catalogue's procedures may take, where an office has no limit of its own. */
export function fillLimits(db: Db): void {
  const known = db.prepare('SELECT 1 FROM procedure WHERE limit_kind IS NOT NULL').get();
  if (known !== undefined) return;
  const fill = db.prepare('UPDATE procedure SET limit_kind = ?, limit_value = ? WHERE key = ?');
  const procedures = readCatalogue().fields.flatMap((field) => field.procedures);
  db.transaction(() => {
    for (const { key, limit: given } of procedures) {
      const limit = limitOf(given);
      if (limit !== null) fill.run(limit.kind, valueOf(limit), key);
    }
  }).immediate();
}
