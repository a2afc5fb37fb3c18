import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { isInTurn, nextInTurn, orderOfCalls } from '../../../shared/domain/queue.ts';
import { anyDay } from '../../factories/days.ts';
import type { DayCall } from '../../suites/day.ts';
import { playDay } from '../../suites/day.ts';
import { anyOrderWorld, callingDeskOf } from '../../suites/orderWorld.ts';

const isPriority = ({ ticket }: DayCall): boolean => ticket.priority !== null;
/** The rank a ticket has at the desk that made a call. */
const rankAt = ({ world }: DayCall, { fieldId }: Ticket): number | undefined =>
  callingDeskOf(world).fields.get(fieldId);
const ofItsRank = (call: DayCall, ticket: Ticket): boolean =>
  rankAt(call, ticket) === rankAt(call, call.ticket);
const inTurn = ({ world }: DayCall): Ticket[] =>
  world.tickets.filter((ticket) => isInTurn(ticket, callingDeskOf(world), world.now));

describe('one choice', () => {
  test('QU12 whoever is next is in turn, and there is someone exactly if anybody is', () => {
    fc.assert(
      fc.property(anyOrderWorld, (world) => {
        const calling = callingDeskOf(world);
        const candidates = world.tickets.filter((ticket) => isInTurn(ticket, calling, world.now));
        const next = nextInTurn(world.tickets, calling, world, world.now);
        expect(candidates.length === 0 ? [null] : candidates).toContain(next);
      }),
      { numRuns: 1000 },
    );
  });

  test('QU13 the answer does not depend on how the tickets are listed, nor on who is not in turn', () => {
    fc.assert(
      fc.property(
        anyOrderWorld.chain((world) =>
          fc.tuple(
            fc.constant(world),
            fc.shuffledSubarray([...world.tickets], { minLength: world.tickets.length }),
          ),
        ),
        ([world, shuffled]) => {
          const calling = callingDeskOf(world);
          const next = nextInTurn(world.tickets, calling, world, world.now);
          expect(nextInTurn(shuffled, calling, world, world.now)).toBe(next);
          const candidates = shuffled.filter((ticket) => isInTurn(ticket, calling, world.now));
          expect(nextInTurn(candidates, calling, world, world.now)).toBe(next);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the line as officers see it', () => {
  test('QU21 is the order in which the rule, asked again and again, calls', () => {
    fc.assert(
      fc.property(anyOrderWorld, (world) => {
        let calling = callingDeskOf(world);
        let rest = [...world.tickets];
        for (const ticket of orderOfCalls(world.tickets, calling, world, world.now)) {
          expect(nextInTurn(rest, calling, world, world.now)).toBe(ticket);
          rest = rest.filter((other) => other !== ticket);
          const normalCalls = ticket.priority === null ? calling.normalCallsSincePriority + 1 : 0;
          calling = { ...calling, normalCallsSincePriority: normalCalls };
        }
        expect(nextInTurn(rest, calling, world, world.now)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whole days', () => {
  test('QU14 at most one priority call in every so many of a counter while normal people of the rank wait', () => {
    let held = 0;
    fc.assert(
      fc.property(anyDay(2, true), (plan) => {
        const calls = playDay(plan);
        for (const { desk } of plan.desks) {
          const ours = calls.filter((call) => call.world.desk === desk);
          ours.forEach((call, i) => {
            const normalWait = inTurn(call).some(
              (other) => other.priority === null && other.appointmentAt === null && ofItsRank(call, other),
            );
            if (!isPriority(call) || call.ticket.appointmentAt !== null || !normalWait) return;
            const before = ours.slice(Math.max(0, i - (plan.oneOfEvery - 1)), i);
            expect(before.some(isPriority)).toBe(false);
            held += 1;
          });
        }
      }),
      { numRuns: 150 },
    );
    expect(held).toBeGreaterThan(20);
  });

  test('QU15 nor do priority visitors wait for more than so many normal calls of their rank at a counter', () => {
    fc.assert(
      fc.property(anyDay(2, false), (plan) => {
        const calls = playDay(plan);
        for (const { desk } of plan.desks) {
          let normalInARow = 0;
          for (const call of calls.filter(({ world }) => world.desk === desk)) {
            const priorityWaits = inTurn(call).some(
              (other) => other.priority !== null && ofItsRank(call, other),
            );
            normalInARow = priorityWaits && !isPriority(call) ? normalInARow + 1 : 0;
            expect(normalInARow).toBeLessThan(plan.oneOfEvery);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('QU16 with k other calls meanwhile, at most ⌈(k + 1) / (oneOfEvery − 1)⌉ priority visitors overtake at a counter', () => {
    let overtakings = 0;
    fc.assert(
      fc.property(anyDay(2, true), (plan) => {
        const prompt = plan.arrivals.map((arrival) => ({ ...arrival, absences: 0 }));
        const calls = playDay({ ...plan, arrivals: prompt });
        calls.forEach(({ ticket }, i) => {
          if (ticket.priority !== null || ticket.appointmentAt !== null) return;
          for (const { desk } of plan.desks) {
            const meanwhile = calls
              .slice(0, i)
              .filter(({ world }) => world.desk === desk && world.now >= ticket.issuedAt);
            const overtaking = meanwhile.filter(
              (call) =>
                isPriority(call) &&
                call.ticket.appointmentAt === null &&
                call.ticket.issuedAt >= ticket.issuedAt &&
                ofItsRank(call, ticket),
            );
            const others = meanwhile.filter((call) => !isPriority(call)).length;
            expect(overtaking.length).toBeLessThanOrEqual(Math.ceil((others + 1) / (plan.oneOfEvery - 1)));
            overtakings += overtaking.length;
          }
        });
      }),
      { numRuns: 300 },
    );
    expect(overtakings).toBeGreaterThan(20);
  });

  test('QU17 normal people of a field who answer are called in the order they came', () => {
    fc.assert(
      fc.property(anyDay(3, false), (plan) => {
        const answering = new Set(
          plan.arrivals.filter(({ absences }) => absences === 0).map(({ ticket }) => ticket.id),
        );
        const normal = playDay(plan).filter((call) => !isPriority(call) && answering.has(call.ticket.id));
        for (const field of [1, 2]) {
          const numbers = normal
            .filter(({ ticket }) => ticket.fieldId === field)
            .map(({ ticket }) => ticket.number);
          expect(numbers).toEqual(numbers.toSorted());
        }
      }),
      { numRuns: 150 },
    );
  });

  test('QU18 everybody whom a desk may serve is called in the end, and nobody is called after being served', () => {
    fc.assert(
      fc.property(anyDay(3, true), (plan) => {
        const served = new Set(plan.desks.flatMap(({ fields }) => fields));
        const calls = playDay(plan);
        for (const { ticket, absences } of plan.arrivals) {
          const times = calls.filter((call) => call.ticket.id === ticket.id).length;
          // Three unanswered calls are the last.
          expect(times).toBe(served.has(ticket.fieldId) ? Math.min(absences + 1, 3) : 0);
        }
      }),
      { numRuns: 150 },
    );
  });
});
