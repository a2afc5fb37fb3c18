import { describe, expect, test } from 'vitest';
import { advance } from '../../../shared/domain/advance.ts';
import type { Command, CommandKind } from '../../../shared/domain/command.ts';
import { legalFrom } from '../../../shared/domain/command.ts';
import type { StateKind } from '../../../shared/domain/ticket.ts';
import { holder } from '../../../shared/domain/ticket.ts';
import { deskAt } from '../../factories/desks.ts';
import { counterId, minutes, officerId, opening } from '../../factories/ids.ts';
import { commandKinds, commandOf, stateKinds, stateOf, ticketOf } from '../../factories/tickets.ts';

const staying: Partial<Record<StateKind, StateKind>> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  parked: 'parked',
  missed: 'missed',
};

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
  // From `waiting` where the finish was of a leg.
  undoFinish: { done: 'serving', waiting: 'serving' },
  reactivate: { missed: 'waiting', cancelled: 'waiting' },
  cancel: { waiting: 'cancelled', called: 'cancelled', parked: 'cancelled', missed: 'cancelled' },
  setPriority: staying,
  setLegs: staying,
  putFirst: { waiting: 'waiting' },
  expire: {
    waiting: 'expired',
    called: 'expired',
    serving: 'expired',
    parked: 'expired',
    missed: 'expired',
  },
};

/** A second after everything: soon enough to take a finish back. */
const now = opening + minutes(1) + 1_000;
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
  const held = ['called', 'serving', 'parked'] as const;
  const ofDesks = commandKinds.filter((kind) => 'desk' in commandOf(kind) && kind !== 'undoFinish');
  const atDesk = ofDesks
    .flatMap((command) => held.map((state) => ({ command, state })))
    .filter(({ command, state }) => !(command === 'call' && state === 'parked'));

  test.each(atDesk)('TK2 $command of a $state ticket is refused to another desk, told who has it', (one) => {
    const ticket = ticketOf(1, { state: stateOf(one.state) });
    expect(advance(ticket, commandOf(one.command, deskAt(2)), now)).toEqual({
      ok: false,
      error: { code: 'otherDesk', counterId: counterId(1) },
    });
    // The counter it is at would be no news to somebody who sits there.
    expect(advance(ticket, commandOf(one.command, deskAt(1, 2)), now)).toEqual({
      ok: false,
      error: { code: 'keptForOther' },
    });
  });

  test.each(['cancel', 'setPriority', 'setLegs'] as const)(
    'TK2 %s reaches a ticket wherever it is when it comes from no desk',
    (kind) => {
      const command = { ...commandOf(kind), desk: null } as ReturnType<typeof commandOf>;
      expect(advance(ticketOf(1, { state: stateOf('called') }), command, now).ok).toBe(true);
    },
  );

  test.each(stateKinds)('FL1 a transfer that comes from no desk sends on who waits: %s', (kind) => {
    const command = { ...commandOf('transfer'), desk: null } as Command;
    const result = advance(ticketOf(1, { state: stateOf(kind) }), command, now);
    expect(result.ok).toBe(kind === 'waiting');
    if (result.ok) expect(result.value).toMatchObject({ fieldId: 2, state: { kind: 'waiting' }, since: now });
  });

  test('TK29 an officer who moved to another counter goes on there with those they parked', () => {
    const parked = ticketOf(1, { state: stateOf('parked') });
    const resumed = advance(parked, commandOf('resume', deskAt(3, 1)), now);
    expect(resumed.ok && holder(resumed.value)).toEqual(deskAt(3, 1));
    for (const command of ['cancel', 'setLegs'] as const)
      expect(advance(parked, commandOf(command, deskAt(3, 1)), now).ok).toBe(true);
  });

  test.each(['waiting', 'missed', 'parked'] as const)(
    'TK3 a %s ticket kept for a counter or an officer is called by no other, also not by hand',
    (kind) => {
      const state = stateOf(kind, deskAt(3));
      const forCounter = ticketOf(1, { state, target: { kind: 'counter', counterId: counterId(2) } });
      const forOfficer = ticketOf(1, { state, target: { kind: 'officer', officerId: officerId(2) } });
      for (const byHand of [false, true]) {
        const call = (counter: number, officer: number) =>
          ({ kind: 'call', desk: deskAt(counter, officer), byHand }) as const;
        const refused = { ok: false, error: { code: 'keptForOther' } };
        expect(advance(forCounter, call(1, 2), now)).toEqual(refused);
        expect(advance(forOfficer, call(2, 1), now)).toEqual(refused);
        expect(advance(forCounter, call(2, 1), now).ok).toBe(true);
        expect(advance(forOfficer, call(1, 2), now).ok).toBe(true);
      }
    },
  );

  test('TK4 a parked ticket may be called by another desk, which then has it', () => {
    const called = advance(ticketOf(1, { state: stateOf('parked') }), commandOf('call', deskAt(2)), now);
    expect(called.ok && holder(called.value)).toEqual(deskAt(2));
  });

  test.each(stateKinds)('TK5 a %s ticket is held exactly if it is called, served or parked', (kind) => {
    expect(holder(ticketOf(1, { state: stateOf(kind) }))).toEqual(
      held.some((state) => state === kind) ? deskAt(1) : null,
    );
  });
});
