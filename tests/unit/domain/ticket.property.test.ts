import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Millis } from '../../../shared/domain/ids.ts';
import type { Command } from '../../../shared/domain/advance.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { advance, legalFrom } from '../../../shared/domain/advance.ts';
import { holder } from '../../../shared/domain/ticket.ts';
import { anyCommands, anyTicket } from '../../factories/arbitraries.ts';
import { commandKinds, ticketOf } from '../../factories/tickets.ts';
import { expectOneStory, firstPeriod, nextPeriods } from '../../suites/periods.ts';

const ended = ['done', 'cancelled', 'expired'];

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

type Step = {
  readonly before: Ticket;
  readonly command: Command;
  readonly now: Millis;
  readonly after: Ticket | null;
};

/** Gives the commands one after another; `after` is null where one was refused. */
function play(start: Ticket, commands: readonly (readonly [Command, number])[]): Step[] {
  const steps: Step[] = [];
  let ticket = deepFrozen(start);
  let now = start.since;
  for (const [command, clockMoved] of commands) {
    now += clockMoved;
    // Frozen: a refused or accepted command that changed the ticket it was given would throw.
    const result = advance(ticket, deepFrozen(command), now);
    steps.push({ before: ticket, command, now, after: result.ok ? result.value : null });
    if (result.ok) ticket = deepFrozen(result.value);
  }
  return steps;
}

const forEachMove = (check: (before: Ticket, command: Command, after: Ticket, now: Millis) => void): void =>
  fc.assert(
    fc.property(anyTicket, anyCommands, (start, commands) => {
      for (const { before, command, now, after } of play(start, commands))
        if (after !== null) check(before, command, after, now);
    }),
    { numRuns: 1000 },
  );

/** What no command changes, and what only a transfer does. */
const fixed = ({ id, number, businessDay, issuedAt, visitorId, priority }: Ticket) => ({
  id,
  number,
  businessDay,
  issuedAt,
  visitorId,
  priority,
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
      expect(legalFrom[command.kind]).toContain(before.state.kind);
      seen.add(command.kind);
    });
    // The property would prove nothing about a command that never succeeded.
    expect(seen).toEqual(new Set(commandKinds));
  });

  test('TK17 an ended ticket stays ended', () => {
    forEachMove((before) => expect(ended).not.toContain(before.state.kind));
  });

  test('TK18 times never run backwards', () => {
    forEachMove((before, command, after, now) => {
      expect(after.since).toBe(command.kind === 'recall' ? before.since : Math.max(before.since, now));
      expect(after.since).toBeGreaterThanOrEqual(after.issuedAt);
      expect(after.orderAt).toBeGreaterThanOrEqual(after.issuedAt);
    });
  });

  test('TK19 number, id, day, issue time, visitor and priority never change', () => {
    forEachMove((before, _, after) => expect(fixed(after)).toEqual(fixed(before)));
  });

  test('TK20 field, target and place change only by a transfer; misses only by a miss, one at a time', () => {
    forEachMove((before, command, after) => {
      expect(place(after)).toEqual(place(command.kind === 'transfer' ? after : before));
      expect(after.misses).toBe(before.misses + (command.kind === 'miss' ? 1 : 0));
    });
  });

  test('TK21 the desk that has the ticket is the one that gave the command', () => {
    forEachMove((_, command, after) => {
      const desk = after.state.kind === 'done' ? after.state.desk : holder(after);
      const given = 'desk' in command ? command.desk : 'no desk';
      expect(desk).toEqual(desk === null ? null : given);
    });
  });

  test('TK22 a miss leads out of the line exactly from the last allowed call on', () => {
    forEachMove((_, command, after) => {
      if (command.kind !== 'miss') return;
      const out = after.misses >= command.policy.maxCalls;
      expect(after.state).toEqual(
        out ? { kind: 'missed' } : { kind: 'waiting', notBefore: after.since + command.policy.coolDownMs },
      );
    });
  });

  test('TK23 its periods tell one story: one open, no gap, no overlap', () => {
    let longest = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), anyCommands, (sequence, commands) => {
        let ticket = ticketOf(sequence);
        let periods = firstPeriod(ticket);
        for (const { before, after } of play(ticket, commands)) {
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
