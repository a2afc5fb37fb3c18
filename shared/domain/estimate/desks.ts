import type { Millis, OfficerId } from '../ids.ts';
import type { Draws, LogNormal } from '../random.ts';
import { longerThan } from '../random.ts';
import type { Board } from './board.ts';
import type { Habits, OfficeNow, ServiceBelief } from './state.ts';
import { absenceKindOf } from './state.ts';

/** What is drawn once for each time the day is played: what is not known exactly is the same for the whole day. */
export type Pace = {
  readonly draw: () => void;
  /** A service of a field at a desk, whole. */
  readonly service: (desk: number, field: number) => Millis;
  /** What is left of one that has lasted `elapsed`. */
  readonly rest: (desk: number, field: number, elapsed: Millis) => Millis;
};

/** A field of which nothing is known takes as long as most do. */
const unknownField = { mean: Math.log(600_000) - Math.log(1.36) / 2, uncertainty: 0.4, deviation: 0.55 };

/** Services as they may be, by what is known of fields and officers. */
export function makePace(board: Board, services: ServiceBelief, random: Draws): Pace {
  const fields = board.fields.map((field) => services.fields.get(field) ?? unknownField);
  const officerOf = (officerId: OfficerId | null) =>
    (officerId === null ? undefined : services.officers.get(officerId)) ?? services.newOfficer;
  const officers = board.desks.map(({ officerId }) => officerOf(officerId));
  const laws: LogNormal[] = fields.map(({ mean, deviation }) => ({ mean, deviation }));
  const nothing: LogNormal = { mean: 0, deviation: 1 };
  const ofField = new Float64Array(fields.length);
  const ofDesk = new Float64Array(officers.length);
  const shift = (desk: number, field: number): number => (ofField[field] ?? 0) + (ofDesk[desk] ?? 0);
  return {
    draw: () => {
      const office = services.pace.mean + services.pace.uncertainty * random.normal();
      for (let i = 0; i < ofField.length; i++)
        ofField[i] = office + (fields[i]?.uncertainty ?? 0) * random.normal();
      for (let i = 0; i < ofDesk.length; i++)
        ofDesk[i] = (officers[i]?.mean ?? 0) + (officers[i]?.uncertainty ?? 0) * random.normal();
    },
    service: (desk, field) => random.whole(laws[field] ?? nothing, shift(desk, field)),
    rest: (desk, field, elapsed) => random.rest(laws[field] ?? nothing, elapsed, shift(desk, field)),
  };
}

/**
 * What a desk does next: when it may call again, and whether the visitor it called is given up by then. `doneAt`: when it
 * is through with whoever it has; 0 if it has nobody.
 */
export type Next = { freeAt: Millis; missed: boolean; doneAt: Millis };

/** Time that an officer takes after a service: the gap to the next call, sometimes with a break that nobody planned. */
export function afterwards({ gap, breaks }: Habits, random: Draws): Millis {
  return random.whole(breaks.share > random.uniform() ? breaks.length : gap);
}

/** Whether a visitor called `elapsed` ms ago who has not come yet will not come (Bayes). */
function staysAway({ walk, giveUp }: Habits, usual: number, elapsed: Millis, random: Draws): boolean {
  const absent = usual * longerThan(giveUp, elapsed);
  const coming = (1 - usual) * longerThan(walk, elapsed);
  return random.uniform() * (absent + coming) < absent;
}

/** When a desk that is on leave comes back. */
function backAt({ late, breaks }: Habits, since: Millis, until: Millis | null, random: Draws): Millis {
  if (until === null) return random.rest(breaks.length, Math.max(0, -since));
  return until > 0 ? until + random.whole(late) : random.rest(late, -until);
}

/**
 * Draws what a desk that does not stand ready now does until it may call.
 * @param next is written, not made anew. Times are ms from now on.
 */
export function drawStart(
  board: Board,
  { now, habits }: OfficeNow,
  desk: number,
  { pace, random, next }: { readonly pace: Pace; readonly random: Draws; readonly next: Next },
): void {
  const doing = board.desks[desk]?.doing;
  next.missed = false;
  next.doneAt = 0;
  if (doing === undefined || doing.kind === 'free') return;
  if (doing.kind === 'away') {
    const until = doing.until === null ? null : doing.until - now;
    next.freeAt = backAt(habits, doing.since - now, until, random);
    return;
  }
  if (doing.kind === 'serving') {
    const left = pace.rest(desk, board.fields.indexOf(doing.fieldId), Math.max(0, now - doing.since));
    next.doneAt = left;
    next.freeAt = left + afterwards(habits, random);
    return;
  }
  const { ticket } = doing;
  const elapsed = Math.max(0, now - ticket.since);
  const kind = absenceKindOf(ticket.since - ticket.issuedAt, ticket.misses);
  next.missed = staysAway(habits, habits.absence(ticket.fieldId, kind), elapsed, random);
  if (next.missed) {
    next.freeAt = random.rest(habits.giveUp, elapsed);
    next.doneAt = next.freeAt;
  } else {
    const service = pace.service(desk, board.fields.indexOf(ticket.fieldId));
    next.doneAt = random.rest(habits.walk, elapsed) + service;
    next.freeAt = next.doneAt + afterwards(habits, random);
  }
}
