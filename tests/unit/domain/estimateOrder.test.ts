import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollOut } from '../../../shared/domain/estimate.ts';
import type { OfficeNow } from '../../../shared/domain/estimate/state.ts';
import type { Millis, TicketId } from '../../../shared/domain/ids.ts';
import { nextInTurn } from '../../../shared/domain/queue.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { counterId, fieldId, minutes, officerId } from '../../factories/ids.ts';
import { deskFor, lasting, nine, officeAtNine } from '../../factories/offices.ts';
import { ticketOf } from '../../factories/tickets.ts';

/** Nobody takes the same time as anybody else, so that no two desks are free in the same moment. */
const means = [7.13, 4.37, 11.71];
const paces = [0, 0.217, -0.139];

const anyOffice: fc.Arbitrary<OfficeNow> = fc
  .record({
    line: fc.array(
      fc.record({
        field: fc.integer({ min: 1, max: 3 }),
        priority: fc.boolean(),
        notBefore: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 4 }),
        appointment: fc.option(fc.integer({ min: -20, max: 60 }), { freq: 4 }),
        counter: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }),
        officer: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }),
      }),
      { maxLength: 14, size: 'max' },
    ),
    desks: fc.array(
      fc.record({ fields: fc.subarray([1, 2, 3], { minLength: 1 }), calls: fc.nat({ max: 4 }) }),
      { minLength: 1, maxLength: 3 },
    ),
    oneOfEvery: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ line, desks, oneOfEvery }) =>
    officeAtNine({
      oneOfEvery,
      services: {
        ...lasting(means),
        officers: new Map(paces.map((mean, i) => [officerId(i + 1), { mean, uncertainty: 0 }])),
      },
      waiting: line.map(({ field, priority, notBefore, appointment, counter, officer }, i) =>
        ticketOf(i + 1, {
          fieldId: fieldId(field),
          priority: priority ? 'ELDERLY80' : null,
          appointmentAt: appointment === null ? null : nine + minutes(appointment) + 300,
          state: { kind: 'waiting', notBefore: notBefore === null ? null : nine + minutes(notBefore) + 700 },
          ...(counter === null
            ? officer !== null && { target: { kind: 'officer', officerId: officerId(officer) } }
            : { target: { kind: 'counter', counterId: counterId(counter) } }),
        }),
      ),
      desks: desks.map(({ fields, calls }, i) =>
        deskFor(fields, {
          counterId: counterId(i + 1),
          officerId: officerId(i + 1),
          normalCallsSincePriority: calls,
          doing: { kind: 'away', since: nine, until: nine + minutes(i + 1) + i * 17_003 },
        }),
      ),
    }),
  );

/** When everybody is called if whichever desk is free first asks the ordering rule itself. */
function byTheRule({ desks, waiting, oneOfEvery, now }: OfficeNow): Map<TicketId, Millis> {
  const called = new Map<TicketId, Millis>();
  let line: readonly Ticket[] = waiting;
  const state = desks.map((desk) => ({
    desk,
    freeAt: desk.doing.kind === 'away' ? (desk.doing.until ?? now) : now,
    calls: desk.normalCallsSincePriority,
  }));
  const ready = ({ state: its, appointmentAt }: Ticket): Millis =>
    Math.max(appointmentAt ?? 0, its.kind === 'waiting' ? (its.notBefore ?? 0) : 0);
  for (;;) {
    const at = state.toSorted((a, b) => a.freeAt - b.freeAt)[0];
    if (at === undefined || at.freeAt === Infinity) return called;
    const { counterId: counter, officerId: officer, fields } = at.desk;
    if (officer === null) throw new Error('nobody is at the desk');
    const desk = { counterId: counter, officerId: officer };
    const calling = { desk, fields, normalCallsSincePriority: at.calls };
    const next = nextInTurn(line, calling, { oneOfEvery }, at.freeAt);
    if (next === null) {
      const time = at.freeAt;
      at.freeAt = Math.min(Infinity, ...line.map(ready).filter((moment) => moment > time));
      continue;
    }
    line = line.filter((ticket) => ticket !== next);
    called.set(next.id, at.freeAt - now);
    at.calls = next.priority === null ? at.calls + 1 : 0;
    at.freeAt += minutes(means[next.fieldId - 1] ?? 0) * Math.exp(paces[officer - 1] ?? 0);
  }
}

test('ES25 people are foretold in the order of the ordering rule, with any line and any desks', () => {
  fc.assert(
    fc.property(anyOffice, (office) => {
      const { waits } = rollOut(office, 1);
      const expected = byTheRule(office);
      for (const { id } of office.waiting) {
        const foretold = waits.get(id)?.p50Ms ?? Number.NaN;
        const ruled = expected.get(id) ?? Infinity;
        if (ruled === Infinity) expect(foretold).toBe(Infinity);
        else expect(Math.abs(foretold - ruled)).toBeLessThan(20);
      }
    }),
    { numRuns: 500 },
  );
});
