import type { CounterId, FieldId, Millis } from '../../../shared/domain/ids.ts';
import type { Draws } from '../../../shared/domain/random.ts';
import { draws, logNormal } from '../../../shared/domain/random.ts';
import type { Span } from '../../../shared/domain/estimate/state.ts';
import type { TrueOffice } from './office.ts';
import { hour, lastTicket, minute, opens } from './office.ts';

/** What goes otherwise than planned. */
export type Disturbance = 'none' | 'roster' | 'closure' | 'drift';

/** Somebody who will come. Times are ms since midnight. */
export type Visitor = {
  readonly arrivesAt: Millis;
  readonly fieldId: FieldId;
  readonly priority: boolean;
  readonly appointmentAt: Millis | null;
  /** How many of the first calls are not heard. */
  readonly absences: number;
  /** How long they stay in the room. */
  readonly patienceMs: Millis;
};

/** A desk's day: what the roster says and what really happens. */
export type Shift = {
  readonly counterId: CounterId;
  readonly comesAt: Millis;
  readonly leavesAt: Millis | null;
  readonly lunch: Span;
  /** Whether somebody who knows everybody's plans knows of `leavesAt`. */
  readonly isForeseen: boolean;
  readonly planned: { readonly from: Millis; readonly lunch: Span };
};

export type DayPlan = {
  readonly seed: number;
  readonly visitors: readonly Visitor[];
  readonly shifts: readonly Shift[];
  /** ln of today's pace of each field, and what it gains until the end of the day. */
  readonly fieldPace: ReadonlyMap<FieldId, number>;
  readonly drift: ReadonlyMap<FieldId, number>;
};

const lateness = logNormal({ meanMs: 5 * minute, spread: 1 });
const patience = logNormal({ meanMs: 150 * minute, spread: 0.7 });

function visitorsOf(office: TrueOffice, load: number, random: Draws): Visitor[] {
  const busy = load * Math.exp(0.08 * random.normal());
  const visitors = office.fields.flatMap(({ id, perHour }) =>
    perHour.flatMap((rate, index) => {
      const found: Visitor[] = [];
      const length = Math.min(hour, lastTicket - opens - index * hour);
      // A Poisson process: exponential steps through the hour.
      for (let at = 0; ;) {
        at -= (Math.log(1 - random.uniform()) * hour) / (rate * busy);
        if (at >= length) return found;
        found.push(visitor(opens + index * hour + at, id, random));
      }
    }),
  );
  return visitors.sort((a, b) => a.arrivesAt - b.arrivesAt);
}

function visitor(time: Millis, fieldId: FieldId, random: Draws): Visitor {
  const kind = random.uniform();
  const heard = random.uniform();
  return {
    // Who has an appointment comes around a quarter past, half past and so on.
    arrivesAt: time,
    fieldId,
    priority: kind < 0.1,
    appointmentAt: kind > 0.95 ? Math.round((time + 8 * minute) / (15 * minute)) * 15 * minute : null,
    absences: heard < 0.95 ? 0 : heard < 0.98 ? 1 : Infinity,
    patienceMs: random.whole(patience),
  };
}

function shiftsOf(office: TrueOffice, disturbance: Disturbance, random: Draws): Shift[] {
  const shifts = office.desks.map(({ counterId, lunch }): Shift => ({
    counterId,
    comesAt: opens + random.whole(lateness) - 2 * minute,
    leavesAt: null,
    lunch,
    isForeseen: disturbance === 'roster',
    planned: { from: opens, lunch },
  }));
  const chosen = Math.floor(random.uniform() * shifts.length);
  const other = (chosen + 1 + Math.floor(random.uniform() * (shifts.length - 1))) % shifts.length;
  const at = (9 + 5 * random.uniform()) * hour;
  return shifts.map((shift, index) => {
    if (disturbance === 'closure' && index === chosen) return { ...shift, leavesAt: at };
    if (disturbance !== 'roster') return shift;
    // One comes two hours later than the roster says, one goes early, and one has lunch at another time.
    if (index === chosen) return { ...shift, comesAt: opens + 2 * hour };
    if (index === other) return { ...shift, leavesAt: 14 * hour };
    const lunch = { from: 13 * hour, until: 13.75 * hour };
    return index === (chosen + 4) % shifts.length ? { ...shift, lunch } : shift;
  });
}

/** A day in an office. @param load share of the desks' time that the work of the day takes. */
export function planDay(
  office: TrueOffice,
  {
    load,
    disturbance,
    seed,
  }: { readonly load: number; readonly disturbance: Disturbance; readonly seed: number },
): DayPlan {
  const random = draws(seed);
  return {
    seed,
    visitors: visitorsOf(office, load, random),
    shifts: shiftsOf(office, disturbance, random),
    fieldPace: new Map(office.fields.map(({ id }) => [id, 0.08 * random.normal()])),
    drift: new Map(
      office.fields.map(({ id }) => [id, disturbance === 'drift' && id % 2 === 0 ? Math.log(1.6) : 0]),
    ),
  };
}
