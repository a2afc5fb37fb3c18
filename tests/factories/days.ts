import * as fc from 'fast-check';
import type { FieldId, Millis } from '../../shared/domain/ids.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import { seldom } from './arbitraries.ts';
import { deskAt } from './desks.ts';
import { fieldId, minutes, opening } from './ids.ts';
import { ticketOf } from './tickets.ts';
import type { OrderWorld } from '../suites/orderWorld.ts';

export type Arrival = {
  readonly ticket: Ticket;
  readonly serviceMs: Millis;
  /** How many of the calls are not answered. */
  readonly absences: number;
};

export type DayPlan = {
  readonly arrivals: readonly Arrival[];
  readonly desks: readonly {
    readonly desk: Desk;
    readonly fields: readonly FieldId[];
    readonly work: OrderWorld['work'];
  }[];
  readonly oneOfEvery: number;
};

const anyMinute = fc.integer({ min: 0, max: 240 }).map((minute) => opening + minutes(minute));

const anyArrival = (
  appointments: boolean,
): fc.Arbitrary<Omit<Arrival, 'ticket'> & { readonly more: Partial<Ticket> }> =>
  fc.record({
    serviceMs: fc.integer({ min: 1, max: 20 }).map(minutes),
    absences: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 })),
    more: fc.record({
      issuedAt: anyMinute,
      priority: fc.option(fc.constant('ELDERLY80'), { freq: 2, nil: null }),
      fieldId: fc.integer({ min: 1, max: 2 }).map(fieldId),
      appointmentAt: appointments ? seldom(anyMinute) : fc.constant(null),
    }),
  });

/**
 * A day with more work than its desks can do as it comes. Fields 1 and 2; tickets are numbered in the order of issue, as
 * the office gives them.
 */
export const anyDay = (desks: number, appointments: boolean): fc.Arbitrary<DayPlan> =>
  fc
    .record({
      people: fc.array(anyArrival(appointments), { minLength: 5, maxLength: 40, size: 'max' }),
      skills: fc.tuple(
        ...Array.from({ length: desks }, () => fc.tuple(fc.subarray([1, 2], { minLength: 1 }), fc.boolean())),
      ),
      oneOfEvery: fc.integer({ min: 2, max: 4 }),
    })
    .map(({ people, skills, oneOfEvery }) => ({
      arrivals: people
        .toSorted((a, b) => (a.more.issuedAt ?? 0) - (b.more.issuedAt ?? 0))
        .map(({ more, ...arrival }, i) => ({ ...arrival, ticket: ticketOf(i + 1, more) })),
      desks: skills.map(([fields, ranked], i) => ({
        desk: deskAt(i + 1),
        fields: fields.map(fieldId),
        // Every second officer serves field 2 before field 1.
        work: ranked ? [1, 2].map((field) => ({ fieldId: fieldId(field), rank: 3 - field })) : [],
      })),
      oneOfEvery,
    }));
