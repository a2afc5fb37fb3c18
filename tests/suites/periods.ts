import { expect } from 'vitest';
import type { Millis } from '../../shared/domain/ids.ts';
import type { StateKind, Ticket } from '../../shared/domain/ticket.ts';

/** One stay of a ticket in a state, as a row of the table `period`. The open one has no end. */
export type Period = { readonly state: StateKind; readonly from: Millis; readonly to: Millis | null };

/** What the database holds of a ticket that was just issued. */
export const firstPeriod = (ticket: Ticket): Period[] => [
  { state: ticket.state.kind, from: ticket.since, to: null },
];

/** What the database writes for one step: it ends the open stay and begins the next, unless that goes on. */
export function nextPeriods(periods: readonly Period[], before: Ticket, after: Ticket): Period[] {
  const goesOn =
    before.state.kind === after.state.kind &&
    before.fieldId === after.fieldId &&
    before.since === after.since &&
    // Sent back into line in the very moment of a miss, somebody no longer cools down.
    (after.state.kind !== 'waiting' ||
      (before.state.kind === 'waiting' && before.state.notBefore === after.state.notBefore));
  if (goesOn) return [...periods];
  return [
    ...periods.map((period) => (period.to === null ? { ...period, to: after.since } : period)),
    { state: after.state.kind, from: after.since, to: null },
  ];
}

/** The periods of a ticket tell one story: from its issue on, without gap or overlap, to the one state it is in. */
export function expectOneStory(periods: readonly Period[], ticket: Ticket): void {
  expect(periods[0]?.from).toBe(ticket.issuedAt);
  periods.forEach((period, i) => {
    // One ends where the next begins; only the last is open.
    expect(period.to).toBe(periods[i + 1]?.from ?? null);
    if (period.to !== null) expect(period.to).toBeGreaterThanOrEqual(period.from);
  });
  expect(periods.at(-1)).toEqual({ state: ticket.state.kind, from: ticket.since, to: null });
}
