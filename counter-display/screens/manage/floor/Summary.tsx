import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { floorWords } from '../../../../shared/i18n/screens/floor.ts';
import { sayTime } from '../../../../shared/i18n/time.ts';
import { sayEnd } from './say.ts';

type Props = { readonly view: View<'manage'>; readonly language: Language; readonly now: number };

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The whole office in four figures, to be read from across the room. */
export function Summary({ view, language, now }: Props): ReactNode {
  const words = floorWords[language];
  const { counters, fields, end } = view.floor;
  const open = counters.filter(({ officer, onBreak }) => officer !== null && onBreak === null);
  const unserved = fields.some((field) => field.end?.fit === 'never');
  return (
    <dl className="floor-summary">
      <div>
        <dt>{words.waitingNow}</dt>
        <dd>{sum(fields.map(({ waiting }) => waiting))}</dd>
      </div>
      <div>
        <dt>{words.openNow}</dt>
        <dd>
          {open.length}/{counters.length}
        </dd>
      </div>
      <div>
        <dt>{words.servedNow}</dt>
        <dd>{sum(counters.map(({ servedToday }) => servedToday))}</dd>
      </div>
      <div className="floor-end" data-fit={end?.fit ?? 'fits'}>
        <dt>{words.officeEnd}</dt>
        <dd className="floor-end-words">
          {end === null ? words.nobody : `${words.endBetween} ${sayEnd(end, view, now, language)}`}
          {unserved && <small> {words.someNever}</small>}
        </dd>
      </div>
      <div className="floor-clock">
        <dt>{words.clock}</dt>
        <dd>{sayTime(now, view.office.timeZone)}</dd>
      </div>
    </dl>
  );
}
