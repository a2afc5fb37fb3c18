import { describe, expect, test } from 'vitest';
import type { CommandKind, TicketRefusal } from '../../../shared/domain/advance.ts';
import type { StateKind } from '../../../shared/domain/ticket.ts';
import { advance, legalFrom } from '../../../shared/domain/advance.ts';
import { holder } from '../../../shared/domain/ticket.ts';
import { deskAt } from '../../factories/desks.ts';
import { counterId, minutes, officerId, opening } from '../../factories/ids.ts';
import { commandKinds, commandOf, stateKinds, stateOf, ticketOf } from '../../factories/tickets.ts';

/** The table of the design: which command leads from which state to which. Everything else is refused. */
const table: Record<CommandKind, Partial<Record<StateKind, StateKind>>> = {
  call: { waiting: 'called', missed: 'called', parked: 'called' },
  recall: { called: 'called' },
  start: { called: 'serving' },
  return: { called: 'waiting' },
  miss: { called: 'waiting' },
  park: { serving: 'parked' },
  resume: { parked: 'serving' },
  transfer: { called: 'waiting', serving: 'waiting' },
  finish: { serving: 'done' },
  cancel: { waiting: 'cancelled', called: 'cancelled', parked: 'cancelled', missed: 'cancelled' },
  expire: {
    waiting: 'expired',
    called: 'expired',
    serving: 'expired',
    parked: 'expired',
    missed: 'expired',
  },
};

const now = opening + minutes(60);
const cases = commandKinds.flatMap((command) =>
  stateKinds.map((state) => ({ command, state, to: table[command][state] ?? 'refused' })),
);

describe('every command in every state', () => {
  test.each(cases)('TK1 $command of a $state ticket → $to', ({ command, state, to }) => {
    const result = advance(ticketOf(1, { state: stateOf(state) }), commandOf(command), now);
    const kindOrRefusal = result.ok ? result.value.state.kind : result.error;
    expect(kindOrRefusal).toEqual(to === 'refused' ? { code: 'wrongState', state, command } : to);
  });

  test('TK1 legalFrom says the same as the table', () => {
    for (const command of commandKinds)
      expect(new Set<string>(legalFrom[command])).toEqual(new Set(Object.keys(table[command])));
  });
});

describe('whose ticket it is', () => {
  const atDesk: readonly (readonly [CommandKind, StateKind])[] = [
    ['recall', 'called'],
    ['start', 'called'],
    ['return', 'called'],
    ['miss', 'called'],
    ['transfer', 'called'],
    ['transfer', 'serving'],
    ['park', 'serving'],
    ['finish', 'serving'],
    ['resume', 'parked'],
  ];
  const others = [deskAt(2), deskAt(1, 2), deskAt(2, 1)];

  test.each(atDesk)('TK2 %s of a %s ticket is refused to every other desk', (command, state) => {
    for (const other of others)
      expect(advance(ticketOf(1, { state: stateOf(state) }), commandOf(command, other), now)).toEqual({
        ok: false,
        error: { code: 'otherDesk', counterId: counterId(1) } satisfies TicketRefusal,
      });
  });

  test.each(['waiting', 'missed', 'parked'] as const)(
    'TK3 a %s ticket kept for a counter or an officer is called by no other',
    (kind) => {
      const state = stateOf(kind, deskAt(3));
      const forCounter = ticketOf(1, { state, target: { kind: 'counter', counterId: counterId(2) } });
      const forOfficer = ticketOf(1, { state, target: { kind: 'officer', officerId: officerId(2) } });
      const refused = { ok: false, error: { code: 'keptForOther' } };
      expect(advance(forCounter, commandOf('call', deskAt(1, 2)), now)).toEqual(refused);
      expect(advance(forOfficer, commandOf('call', deskAt(2, 1)), now)).toEqual(refused);
      expect(advance(forCounter, commandOf('call', deskAt(2, 1)), now).ok).toBe(true);
      expect(advance(forOfficer, commandOf('call', deskAt(1, 2)), now).ok).toBe(true);
    },
  );

  test('TK4 a parked ticket may be called by another desk, which then has it', () => {
    const called = advance(ticketOf(1, { state: stateOf('parked') }), commandOf('call', deskAt(2)), now);
    expect(called.ok && holder(called.value)).toEqual(deskAt(2));
  });

  test.each(stateKinds)('TK5 a %s ticket is held exactly if it is called, served or parked', (kind) => {
    const held = kind === 'called' || kind === 'serving' || kind === 'parked';
    expect(holder(ticketOf(1, { state: stateOf(kind) }))).toEqual(held ? deskAt(1) : null);
  });
});
