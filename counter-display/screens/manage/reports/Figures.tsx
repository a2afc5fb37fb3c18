import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import type { Cell, Table } from './table.ts';
import { kindAt, sayCell } from './table.ts';

const tooMany = 10;

/** What changed since the period before, in words. */
function sayChange(now: Cell, before: Cell, kind: ReturnType<typeof kindAt>, language: Language): string {
  const words = reportWords[language];
  if (typeof now !== 'number' || typeof before !== 'number' || (kind === 'count' && before === 0))
    return words.noBefore;
  // Of next to nothing everything is thousands of percent.
  if (kind === 'count' && now > tooMany * before)
    return fill(words.was, { n: sayCell(before, kind, language) });
  const difference = now - before;
  const said =
    kind === 'count'
      ? sayCell(Math.abs(difference) / before, 'percent', language)
      : kind === 'percent'
        ? fill(words.points, { n: sayCell(Math.abs(difference) * 100, 'minutes', language) })
        : sayCell(Math.abs(difference), kind, language);
  if (Math.abs(difference) < (kind === 'percent' ? 0.0005 : 0.05)) return words.same;
  return fill(difference > 0 ? words.more : words.less, { n: said });
}

/** The figures that matter most, large, each with what changed. `places` are their rows in the table. */
export function Figures({
  table,
  places,
  language,
}: {
  readonly table: Table;
  readonly places: readonly number[];
  readonly language: Language;
}): ReactNode {
  return (
    <dl className="report-figures">
      {places.map((place) => {
        const [name, now = null, before = null] = table.rows[place] ?? [];
        const kind = kindAt(table, place, 1);
        return (
          <div key={place}>
            <dt>{name}</dt>
            <dd>
              <b className="tabular">{sayCell(now, kind, language)}</b>
              <span>{sayChange(now, before, kind, language)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
