import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldId, Millis } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { orderTable } from './orderTable.ts';
import type { OrderWorld } from './orderWorld.ts';
import { anyOrderWorld, callingDeskOf, orderWorld } from './orderWorld.ts';

/** Answers who is called next: the number of a ticket, or null. */
export type PickNext = (world: OrderWorld) => Promise<string | null> | string | null;

/** The rank the officer gives a field; null if it is not called at this desk. */
function rankOf(fieldId: FieldId, { fields, work }: OrderWorld): number | null {
  if (!fields.includes(fieldId)) return null;
  return work.length === 0 ? 1 : (work.find((field) => field.fieldId === fieldId)?.rank ?? null);
}

type Place = readonly [number, number, Millis, string];

/** Where somebody in turn stands: the smallest is called. Said anew here, so that no implementation proves itself. */
function placeOf(ticket: Ticket, world: OrderWorld): Place {
  if (ticket.appointmentAt !== null) return [0, 0, ticket.appointmentAt, ticket.number];
  const priorityIsDue = callingDeskOf(world).normalCallsSincePriority + 1 >= world.oneOfEvery;
  const group = (ticket.priority !== null) === priorityIsDue ? 1 : 2;
  return [rankOf(ticket.fieldId, world) ?? Infinity, group, ticket.orderAt, ticket.number];
}

const before = (a: Place, b: Place): number =>
  a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1);

function mayBeCalled({ state, target, ...ticket }: Ticket, world: OrderWorld): boolean {
  const { desk, now } = world;
  if (state.kind !== 'waiting' || (state.notBefore ?? 0) > now || (ticket.appointmentAt ?? 0) > now)
    return false;
  if (target.kind === 'counter' && target.counterId !== desk.counterId) return false;
  if (target.kind === 'officer' && target.officerId !== desk.officerId) return false;
  return rankOf(ticket.fieldId, world) !== null;
}

/** The number the rule calls in a world, by sorting all who may be called. */
function nextByRank(world: OrderWorld): string | null {
  const first = world.tickets
    .filter((ticket) => mayBeCalled(ticket, world))
    .map((ticket) => placeOf(ticket, world))
    .toSorted(before)[0];
  return first?.[3] ?? null;
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
      const groups = new Set<string>();
      await fc.assert(
        fc.asyncProperty(anyOrderWorld, async (world) => {
          const expected = nextByRank(world);
          const ticket = world.tickets.find(({ number }) => number === expected);
          groups.add(ticket === undefined ? 'nobody' : placeOf(ticket, world).slice(0, 2).join());
          expect(await pick(world)).toBe(expected);
        }),
        { numRuns: 1000 },
      );
      // Appointments, both ranks with those due and those not, and nobody: each was the answer in some world.
      expect(groups).toEqual(new Set(['nobody', '0,0', '1,1', '1,2', '2,1', '2,2']));
    });
  });
}
