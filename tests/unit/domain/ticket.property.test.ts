import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/domain/command.ts';
import type { Millis } from '../../../shared/domain/ids.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { legalFrom } from '../../../shared/domain/command.ts';
import { holder } from '../../../shared/domain/ticket.ts';
import { anyCommands, anyTicket } from '../../factories/arbitraries.ts';
import { opening } from '../../factories/ids.ts';
import { commandKinds, ticketOf } from '../../factories/tickets.ts';
import { live } from '../../suites/life.ts';
import { expectOneStory, firstPeriod, nextPeriods } from '../../suites/periods.ts';

const ended = ['done', 'cancelled', 'expired'];
/** Commands that leave a ticket in its present stay. */
const staying = ['recall', 'setPriority', 'setLegs', 'putFirst'];

const forEachMove = (check: (before: Ticket, command: Command, after: Ticket, now: Millis) => void): void =>
  fc.assert(
    fc.property(anyTicket, anyCommands, (start, commands) => {
      for (const { before, command, now, after } of live(start, commands))
        if (after !== null) check(before, command, after, now);
    }),
    { numRuns: 1000 },
  );

/** What no command changes, and what only going on to another place does. */
const fixed = ({ id, number, businessDay, issuedAt, visitorId }: Ticket) => ({
  id,
  number,
  businessDay,
  issuedAt,
  visitorId,
});
const place = ({ fieldId, target, orderAt, appointmentAt }: Ticket) => ({
  fieldId,
  target,
  orderAt,
  appointmentAt,
});

describe('whatever commands come, from any state, with a clock that steps back and forth', () => {
  test('TK16 only moves of the table are made', () => {
    const seen = new Set<string>();
    forEachMove((before, command) => {
      const sentOn = command.kind === 'transfer' && command.desk === null;
      expect(sentOn ? ['waiting'] : legalFrom[command.kind]).toContain(before.state.kind);
      seen.add(command.kind);
    });
    // The property would prove nothing about a command that never succeeded.
    expect(seen).toEqual(new Set(commandKinds));
  });

  test('TK17 an ended ticket stays ended, unless a finish is taken back or a cancelled one reactivated', () => {
    forEachMove((before, command) => {
      if (!ended.includes(before.state.kind)) return;
      expect([before.state.kind, command.kind]).toEqual(
        before.state.kind === 'done' ? ['done', 'undoFinish'] : ['cancelled', 'reactivate'],
      );
    });
  });

  test('TK18 times never run backwards, but for the place of who is put first', () => {
    forEachMove((before, command, after, now) => {
      expect(after.since).toBe(staying.includes(command.kind) ? before.since : Math.max(before.since, now));
      expect(after.since).toBeGreaterThanOrEqual(after.issuedAt);
      if (after.orderAt !== opening - 1) expect(after.orderAt).toBeGreaterThanOrEqual(after.issuedAt);
    });
  });

  test('TK19 number, id, day, issue time and visitor never change, the class only when staff set it', () => {
    forEachMove((before, command, after) => {
      expect(fixed(after)).toEqual(fixed(before));
      expect(after.priority).toBe(command.kind === 'setPriority' ? command.priority : before.priority);
    });
  });

  test('TK20 field, target and place change only by going on to another place; misses grow one at a time', () => {
    forEachMove((before, command, after) => {
      const goesOn = ['transfer', 'finish', 'undoFinish', 'putFirst'].includes(command.kind);
      expect(place(after)).toEqual(place(goesOn ? after : before));
      const grown = before.misses + (command.kind === 'miss' ? 1 : 0);
      expect([0, grown]).toContain(after.misses);
      if (command.kind !== 'reactivate' && command.kind !== 'finish') expect(after.misses).toBe(grown);
    });
  });

  test('TK21 the desk that has the ticket is the one that gave the last move', () => {
    forEachMove((before, command, after) => {
      const deskOf = (ticket: Ticket) => (ticket.state.kind === 'done' ? ticket.state.desk : holder(ticket));
      const given = 'desk' in command ? command.desk : 'no desk';
      const desk = deskOf(after);
      if (staying.includes(command.kind)) expect(desk).toEqual(deskOf(before));
      else expect(desk).toEqual(desk === null ? null : given);
    });
  });

  test('TK22 a miss leads out of the line exactly from the last allowed call on', () => {
    forEachMove((_, command, after, now) => {
      if (command.kind !== 'miss') return;
      const out = after.misses >= command.policy.maxCalls;
      expect(after.state).toEqual(
        out ? { kind: 'missed' } : { kind: 'waiting', notBefore: now + command.policy.coolDownMs },
      );
    });
  });

  test('TK23 its periods tell one story: one open, no gap, no overlap', () => {
    let longest = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), anyCommands, (sequence, commands) => {
        let ticket = ticketOf(sequence);
        let periods = firstPeriod(ticket);
        for (const { before, after } of live(ticket, commands)) {
          if (after === null) continue;
          periods = nextPeriods(periods, before, after);
          ticket = after;
          expectOneStory(periods, ticket);
        }
        longest = Math.max(longest, periods.length);
      }),
      { numRuns: 2000 },
    );
    expect(longest).toBeGreaterThan(4);
  });
});
