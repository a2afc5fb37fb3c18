import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { orderTable } from './orderTable.ts';
import type { OrderWorld } from './orderWorld.ts';
import { anyOrderWorld, callingDeskOf, orderWorld } from './orderWorld.ts';

/** Answers who is called next: the number of a ticket, or null. */
export type PickNext = (world: OrderWorld) => Promise<string | null> | string | null;

/** Where somebody in turn stands: the smallest is called. Said anew here, so that no implementation proves itself. */
function rank(ticket: Ticket, world: OrderWorld): readonly [number, Millis, string] {
  const priorityIsDue = callingDeskOf(world).normalCallsSincePriority + 1 >= world.oneOfEvery;
  const group = ticket.appointmentAt !== null ? 0 : (ticket.priority !== null) === priorityIsDue ? 1 : 2;
  return [group, ticket.appointmentAt ?? ticket.orderAt, ticket.number];
}

function mayBeCalled({ state, target, ...ticket }: Ticket, { desk, fields, now }: OrderWorld): boolean {
  if (state.kind !== 'waiting' || (state.notBefore ?? 0) > now || (ticket.appointmentAt ?? 0) > now)
    return false;
  if (target.kind === 'counter' && target.counterId !== desk.counterId) return false;
  if (target.kind === 'officer' && target.officerId !== desk.officerId) return false;
  return fields.includes(ticket.fieldId);
}

/** The number the rule calls in a world, by sorting all who may be called. */
function nextByRank(world: OrderWorld): string | null {
  const first = world.tickets
    .filter((ticket) => mayBeCalled(ticket, world))
    .map((ticket) => rank(ticket, world))
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1))[0];
  return first?.[2] ?? null;
}

/**
 * Proves that an implementation of "who is next" holds the ordering rule: case by case, and in any small world.
 * @param pick is asked once for each world; it has to forget the world before.
 */
export function orderSuite(name: string, pick: PickNext): void {
  describe(`the order of ${name}`, () => {
    test.each(orderTable)('%s', async (_, world, expected) => {
      expect(await pick(orderWorld(world))).toBe(expected);
    });

    test('QU11 it is the rule in any world', async () => {
      const groups = new Set<number>();
      await fc.assert(
        fc.asyncProperty(anyOrderWorld, async (world) => {
          const expected = nextByRank(world);
          const ticket = world.tickets.find(({ number }) => number === expected);
          groups.add(ticket === undefined ? -1 : rank(ticket, world)[0]);
          expect(await pick(world)).toBe(expected);
        }),
        { numRuns: 1000 },
      );
      // Appointments, those due and those not, and nobody: each was the answer in some world.
      expect(groups).toEqual(new Set([-1, 0, 1, 2]));
    });
  });
}
