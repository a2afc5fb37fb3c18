import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { isInTurn, nextInTurn } from '../../../shared/domain/queue.ts';
import { anyDay } from '../../factories/days.ts';
import type { DayCall } from '../../suites/day.ts';
import { playDay } from '../../suites/day.ts';
import { anyOrderWorld, callingDeskOf } from '../../suites/orderWorld.ts';

const isPriority = ({ ticket }: DayCall): boolean => ticket.priority !== null;
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

describe('whole days', () => {
  test('QU14 at most one priority call in every so many of a counter while normal people wait', () => {
    let held = 0;
    fc.assert(
      fc.property(anyDay(2, true), (plan) => {
        const calls = playDay(plan);
        for (const { desk } of plan.desks) {
          const ours = calls.filter((call) => call.world.desk === desk);
          ours.forEach((call, i) => {
            const normalWait = inTurn(call).some(
              ({ priority, appointmentAt }) => priority === null && appointmentAt === null,
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

  test('QU15 nor do priority visitors wait for more than so many normal calls of a counter', () => {
    fc.assert(
      fc.property(anyDay(2, false), (plan) => {
        const calls = playDay(plan);
        for (const { desk } of plan.desks) {
          let normalInARow = 0;
          for (const call of calls.filter(({ world }) => world.desk === desk)) {
            const priorityWaits = inTurn(call).some(({ priority }) => priority !== null);
            normalInARow = priorityWaits && !isPriority(call) ? normalInARow + 1 : 0;
            expect(normalInARow).toBeLessThan(plan.oneOfEvery);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('QU16 no normal visitor is overtaken by more priority visitors than the mixing allows', () => {
    let overtakings = 0;
    fc.assert(
      fc.property(anyDay(1, false), (plan) => {
        const prompt = plan.arrivals.map((arrival) => ({ ...arrival, absences: 0 }));
        const calls = playDay({ ...plan, arrivals: prompt });
        calls.forEach((call, i) => {
          if (isPriority(call)) return;
          const since = calls.slice(0, i).filter(({ world }) => world.now >= call.ticket.issuedAt);
          const overtaken = since.filter(
            (other) => isPriority(other) && other.ticket.issuedAt >= call.ticket.issuedAt,
          );
          // Between two priority calls stand `oneOfEvery - 1` normal ones, who were all ahead in line.
          const ahead = since.filter((other) => !isPriority(other)).length;
          expect(overtaken.length).toBeLessThanOrEqual(Math.floor(ahead / (plan.oneOfEvery - 1)) + 1);
          overtakings += overtaken.length;
        });
      }),
      { numRuns: 150 },
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
