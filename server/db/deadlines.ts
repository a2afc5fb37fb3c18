import type { Millis } from '../../shared/domain/ids.ts';
import type { DeadlineStore } from '../usecases/officeStore.ts';
import type { Db } from './open.ts';

/**
 * Every moment in the database until which something lasts, or at which it is tried again. What people named as a date or
 * a time of day is not among them: the end of a break, of an API key, of a dossier.
 */
const deadlines = [
  'UPDATE period SET not_before = not_before + $by WHERE to_at IS NULL AND not_before IS NOT NULL',
  'UPDATE session SET expires_at = expires_at + $by',
  'UPDATE invitation SET expires_at = expires_at + $by',
  'UPDATE push_subscription SET try_at = try_at + $by WHERE try_at IS NOT NULL',
  "UPDATE delivery SET try_at = try_at + $by WHERE state = 'due'",
  'UPDATE webhook SET previous_until = previous_until + $by WHERE previous_until IS NOT NULL',
];

/** Deadlines of all kinds, to be moved with the clock. */
export function deadlineStore(db: Db): DeadlineStore {
  const moves = deadlines.map((sql) => db.prepare<{ by: Millis }>(sql));
  return {
    move: (by) => {
      for (const move of moves) move.run({ by });
    },
  };
}
