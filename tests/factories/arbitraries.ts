import * as fc from 'fast-check';
import type { Command, CommandKind } from '../../shared/domain/command.ts';
import type { Desk, State, Target, Ticket } from '../../shared/domain/ticket.ts';
import { deskAt } from './desks.ts';
import { counterId, fieldId, minutes, officerId, opening } from './ids.ts';
import { commandKinds, commandOf, stateKinds, stateOf, ticketOf } from './tickets.ts';

/** Anything that may happen, from a small world, so that things meet: three counters, three officers, three fields. */

const ending: readonly CommandKind[] = ['cancel', 'expire'];
/** So that long stories get to it. */
const common: readonly CommandKind[] = ['call', 'start', 'finish', 'undoFinish'];

const small = fc.integer({ min: 1, max: 3 });

export const anyDesk: fc.Arbitrary<Desk> = fc
  .tuple(small, small)
  .map(([counter, officer]) => deskAt(counter, officer));

export const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Target>({ kind: 'anyone' }) },
  small.map((id): Target => ({ kind: 'counter', counterId: counterId(id) })),
  small.map((id): Target => ({ kind: 'officer', officerId: officerId(id) })),
);

/** Mostly nothing. */
export const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, arbitrary);

/** A moment of the first hours, in whole minutes so that many coincide. */
export const anyTime = fc.integer({ min: 0, max: 180 }).map((minute) => opening + minutes(minute));

export const anyState: fc.Arbitrary<State> = fc
  .tuple(fc.constantFrom(...stateKinds), anyDesk, seldom(anyTime), fc.integer({ min: 1, max: 4 }))
  .map(([kind, desk, notBefore, announcements]): State => {
    const state = stateOf(kind, desk);
    if (state.kind === 'waiting') return { ...state, notBefore };
    return state.kind === 'called' ? { ...state, announcements } : state;
  });

/** A ticket in any state. Its times are in order: issued, then its present state. */
export const anyTicket: fc.Arbitrary<Ticket> = fc
  .record({
    sequence: fc.integer({ min: 1, max: 1200 }),
    issuedAt: anyTime,
    stayed: fc.integer({ min: 0, max: 60 }),
    moved: fc.option(anyTime),
    priority: fc.option(fc.constantFrom('ELDERLY80', 'PREGNANT'), { freq: 2, nil: null }),
    appointmentAt: seldom(anyTime),
    field: small,
    target: anyTarget,
    misses: fc.integer({ min: 0, max: 4 }),
    legs: fc.array(small.map(fieldId), { maxLength: 2 }),
    state: anyState,
  })
  .map(({ sequence, stayed, moved, field, ...more }) =>
    ticketOf(sequence, {
      ...more,
      fieldId: fieldId(field),
      orderAt: Math.max(more.issuedAt, moved ?? 0),
      since: more.issuedAt + minutes(stayed),
    }),
  );

/** Seldom one that ends the ticket, and mostly of one desk, so that long stories come about. */
export const anyCommand: fc.Arbitrary<Command> = fc
  .record({
    kind: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...commandKinds.filter((kind) => !ending.includes(kind))) },
      { weight: 15, arbitrary: fc.constantFrom(...common) },
      { weight: 1, arbitrary: fc.constantFrom(...ending) },
    ),
    desk: fc.oneof({ weight: 6, arbitrary: fc.constant(deskAt(1)) }, anyDesk),
    field: small,
    target: anyTarget,
    place: fc.constantFrom('kept' as const, 'end' as const),
    by: fc.constantFrom('staff' as const, 'visitor' as const),
    maxCalls: fc.integer({ min: 1, max: 4 }),
    byHand: fc.boolean(),
    priority: fc.constantFrom('ELDERLY80', 'PREGNANT', null),
    legs: fc.array(small.map(fieldId), { maxLength: 2 }),
  })
  .map(({ kind, desk, field, target, place, by, maxCalls, byHand, priority, legs }): Command => {
    const command = commandOf(kind, desk);
    switch (command.kind) {
      case 'miss':
        return { ...command, policy: { ...command.policy, maxCalls } };
      case 'transfer':
        // From no desk now and then, as managers send on who waits.
        return { ...command, desk: byHand ? null : desk, fieldId: fieldId(field), target, place };
      case 'cancel':
        return { ...command, by };
      case 'call':
        return { ...command, byHand };
      case 'setPriority':
        return { ...command, priority };
      case 'setLegs':
        return { ...command, legs };
      default:
        return command;
    }
  });

/** Commands with how far the clock moved before each (ms), mostly on, sometimes back, sometimes not at all. */
export const anyCommands: fc.Arbitrary<readonly (readonly [Command, number])[]> = fc.array(
  fc.tuple(
    anyCommand,
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: minutes(20) }) },
      fc.constant(0),
      fc.integer({ min: -minutes(120), max: 0 }),
    ),
  ),
  { maxLength: 40, size: 'max' },
);
