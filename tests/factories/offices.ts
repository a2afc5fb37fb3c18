import type { DeskNow, Habits, OfficeNow } from '../../shared/domain/estimate/state.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import { logNormal } from '../../shared/domain/random.ts';
import type { LogNormal } from '../../shared/domain/random.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { counterId, fieldId, minutes, officerId, opening } from './ids.ts';
import { missPolicy, ticketOf } from './tickets.ts';

/** Offices to play on: one moment at 9 o'clock, by default without gaps, walks, breaks and absences. */

export const nine = opening + minutes(60);

/** So short that it takes no time. */
const atOnce: LogNormal = { mean: -20, deviation: 1e-9 };

/** Nobody does anything but serve. */
export const noHabits: Habits = {
  gap: atOnce,
  reaction: atOnce,
  walk: atOnce,
  giveUp: atOnce,
  breaks: { share: 0, length: logNormal({ meanMs: minutes(12), spread: 0.6 }) },
  late: atOnce,
  absence: () => 0,
};

/** Services of so many minutes for fields 1, 2, …; as good as exact, or with the spread given. */
export const lasting = (means: readonly number[], spread = 1e-9): OfficeNow['services'] => ({
  fields: new Map(
    means.map((mean, i) => {
      const law = logNormal({ meanMs: minutes(mean), spread });
      return [fieldId(i + 1), { ...law, uncertainty: 0 }];
    }),
  ),
  officers: new Map(),
  newOfficer: { mean: 0, uncertainty: 0 },
  pace: { mean: 0, uncertainty: 0 },
});

/** A free counter for these fields, all alike. */
export function deskFor(fields: readonly number[], more: Partial<DeskNow> = {}): DeskNow {
  return {
    counterId: counterId(1),
    officerId: officerId(1),
    fields: new Map(fields.map((id): [FieldId, number] => [fieldId(id), 1])),
    normalCallsSincePriority: Infinity,
    doing: { kind: 'free', since: null },
    pauses: [],
    until: null,
    ...more,
  };
}

/** Somebody is served there since so many minutes. */
export const serving = (ago: number, field = 1): DeskNow['doing'] => ({
  kind: 'serving',
  fieldId: fieldId(field),
  since: nine - minutes(ago),
});

/** People of these fields in line, the first number first. */
export const lineOf = (...fields: readonly number[]): Ticket[] =>
  fields.map((field, i) => ticketOf(i + 1, { fieldId: fieldId(field) }));
export const people = (count: number): Ticket[] => lineOf(...Array.from({ length: count }, () => 1));

/** One counter for field 1, nobody waiting, services of 8, 4 and 20 minutes. Whatever is in `more` is so instead. */
export const officeAtNine = (more: Partial<OfficeNow> = {}): OfficeNow => ({
  now: nine,
  desks: [deskFor([1])],
  waiting: [],
  fields: [1, 2, 3].map(fieldId),
  services: lasting([8, 4, 20]),
  habits: noHabits,
  arrivals: [],
  appointments: [],
  oneOfEvery: 3,
  missPolicy,
  ...more,
});
