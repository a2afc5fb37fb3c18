import type { BusinessDay } from '../../shared/domain/ids.ts';
import type { Taken } from '../../shared/domain/load.ts';
import { quarterMs } from '../../shared/domain/load.ts';
import type { DanBietStore } from '../usecases/danBiet.ts';
import type { Db } from './open.ts';

type Days = { readonly from: BusinessDay; readonly to: BusinessDay };

/** What the page "Dân biết" is made of: counts only. */
export function danBietStore(db: Db): DanBietStore {
  const isOn = db.prepare<[], 0 | 1>('SELECT dan_biet FROM office WHERE id = 1').pluck();
  const setOn = db.prepare('UPDATE office SET dan_biet = ?');
  const taken = db.prepare<Days, Taken>(`
    SELECT business_day AS day, issued_at / ${quarterMs} AS quarter, count(*) AS count
    FROM ticket WHERE business_day BETWEEN $from AND $to GROUP BY day, quarter`);
  const ratings = db.prepare<Days, { rated: number; satisfied: number }>(`
    SELECT count(*) FILTER (WHERE level >= 1) AS rated, count(*) FILTER (WHERE level >= 3) AS satisfied
    FROM visit WHERE business_day BETWEEN $from AND $to`);
  return {
    isOn: () => isOn.get() === 1,
    setOn: (on) => void setOn.run(on ? 1 : 0),
    taken: (from, to) => taken.all({ from, to }),
    ratings: (from, to) => ratings.get({ from, to }) ?? { rated: 0, satisfied: 0 },
  };
}
