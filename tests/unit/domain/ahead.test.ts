import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { peopleAhead, peopleAheadOf, peopleAheadOfEach } from '../../../shared/domain/ahead.ts';
import { orderOfCalls } from '../../../shared/domain/queue.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { anyTime, seldom } from '../../factories/arbitraries.ts';
import { deskAt } from '../../factories/desks.ts';
import { fieldId, minutes, opening } from '../../factories/ids.ts';
import { ticketOf } from '../../factories/tickets.ts';

/** The order in which one desk that begins its day calls a line. */
const callAll = (line: readonly Ticket[], oneOfEvery: number, now: number): readonly Ticket[] =>
  orderOfCalls(
    line,
    { desk: deskAt(1), fields: new Map([[fieldId(1), 1]]), normalCallsSincePriority: Infinity },
    { oneOfEvery },
    now,
  );

type Comer = Pick<Ticket, 'priority' | 'appointmentAt'>;
const anyPriority = seldom(fc.constant('PREGNANT'));
const walkIn: fc.Arbitrary<Comer> = fc.record({ priority: anyPriority, appointmentAt: fc.constant(null) });
const appointed: fc.Arbitrary<Comer> = fc.record({ priority: anyPriority, appointmentAt: anyTime });
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 25, size: 'max' });
const anyMixing = fc.integer({ min: 1, max: 5 });

/** The line with the newcomer at its end, in the order of issue. */
const lineOf = (...comers: readonly Comer[]): readonly Ticket[] =>
  comers.map((more, i) => ticketOf(i + 1, { ...more, issuedAt: opening - minutes(60) + i }));

test('AH1 the people ahead are those whom the ordering rule calls first', () => {
  fc.assert(
    fc.property(many(walkIn), walkIn, anyMixing, (others, newcomer, oneOfEvery) => {
      const all = lineOf(...others, newcomer);
      const place = callAll(all, oneOfEvery, opening).findIndex((ticket) => ticket === all.at(-1));
      expect(peopleAhead(lineOf(...others), newcomer, { oneOfEvery }, opening)).toBe(place);
    }),
  );
});

test('AH2 ahead of an appointment are only those with an earlier one', () => {
  const anyOthers = many(fc.oneof(walkIn, appointed));
  fc.assert(
    fc.property(anyOthers, appointed, anyMixing, (others, newcomer, oneOfEvery) => {
      const all = lineOf(...others, newcomer);
      // Nobody is called before the appointment's time.
      const order = callAll(all, oneOfEvery, newcomer.appointmentAt ?? 0);
      const place = order.findIndex((ticket) => ticket === all.at(-1));
      expect(peopleAhead(lineOf(...others), newcomer, { oneOfEvery }, opening)).toBe(place);
    }),
  );
});

test('AH3 appointments whose time has come are ahead of everybody without one, others of nobody', () => {
  fc.assert(
    fc.property(many(walkIn), many(appointed), walkIn, anyMixing, (others, visits, newcomer, oneOfEvery) => {
      const ahead = (...line: readonly Comer[]) =>
        peopleAhead(lineOf(...line), newcomer, { oneOfEvery }, now);
      const now = opening + minutes(90);
      const due = visits.filter(({ appointmentAt }) => (appointmentAt ?? 0) <= now).length;
      expect(ahead(...others, ...visits)).toBe(ahead(...others) + due);
    }),
  );
});

test('AH4 ahead of anybody in the line are those whom the ordering rule calls first, whoever joined since', () => {
  // An appointment of somebody with priority would put the first turn of priority off.
  const plain = appointed.map((comer) => ({ ...comer, priority: null }));
  const anyLine = fc.array(fc.oneof(walkIn, plain), { minLength: 1, maxLength: 25, size: 'max' });
  fc.assert(
    fc.property(anyLine, anyMixing, (comers, oneOfEvery) => {
      const line = lineOf(...comers);
      const now = opening + minutes(600);
      const order = callAll(line, oneOfEvery, now);
      // Every appointment's time has come.
      expect(order).toHaveLength(line.length);
      for (const [place, ticket] of order.entries())
        expect(peopleAheadOf(line, ticket, { oneOfEvery }, now)).toBe(place);
    }),
  );
});

test('FO2 the places of a whole line are those that each has by itself', () => {
  const anyLine = fc.array(fc.oneof(walkIn, appointed), { maxLength: 25, size: 'max' });
  fc.assert(
    fc.property(anyLine, anyMixing, fc.integer({ min: 0, max: 600 }), (comers, oneOfEvery, passed) => {
      const line = lineOf(...comers);
      const now = opening + minutes(passed);
      const each = peopleAheadOfEach(line, { oneOfEvery }, now);
      expect(each.size).toBe(line.length);
      for (const ticket of line)
        expect(each.get(ticket.id)).toBe(peopleAheadOf(line, ticket, { oneOfEvery }, now));
    }),
  );
});
