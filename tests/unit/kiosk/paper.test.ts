import { describe, expect, test } from 'vitest';
import type { TicketId } from '../../../shared/domain/ids.ts';
import type { Effect, Event } from '../../../kiosk/renderer/flow/events.ts';
import type { Printed } from '../../../kiosk/renderer/flow/slip.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import {
  at,
  choose,
  fieldA,
  issued,
  left,
  live,
  liveWith,
  notIssued,
  play,
  seen,
  ticket,
  timer,
} from './world.ts';

const printed = (outcome: Printed, ticketId: TicketId = ticket.ticketId): Event => ({
  kind: 'printed',
  ticketId,
  outcome,
});
const prints = (effects: readonly Effect[]): Effect[] => effects.filter(({ kind }) => kind === 'print');
const paperIn = ({ stage }: State): string | null => (stage.at === 'number' ? stage.paper : null);
const ready = liveWith({ printer: 'ready' });
const trouble = liveWith({ printer: 'trouble' });
const offline = notIssued({ kind: 'offline' });

describe('the paper of a number', () => {
  test('PA41 is asked for with the number, the declared class and the language of the visitor', () => {
    const { effects } = play(
      at.unknown,
      { kind: 'language', language: 'en' },
      { kind: 'setPriority', code: 'ELDERLY80' },
      choose(fieldA),
      issued,
    );
    expect(prints(effects)).toEqual([
      { kind: 'print', slip: { ticket, priority: 'ELDERLY80', language: 'en' } },
    ]);
  });

  test.each<[string, readonly (Event | ((state: State) => Event))[]]>([
    ['an answer that comes twice', [issued, issued]],
    [
      'a line that is cut and comes back',
      [offline, { kind: 'away' }, live, issued, { kind: 'away' }, live, issued],
    ],
    ['tries that go on by themselves', [offline, timer('retry'), offline, timer('retry'), issued, issued]],
    [
      'a problem after which the visitor tries again',
      [notIssued({ kind: 'bug', id: '1' }), { kind: 'retry' }, issued],
    ],
    ['a printer whose state changes', [issued, ready, trouble, ready, trouble]],
    [
      'touches, a language, a face that leaves',
      [issued, { kind: 'touch' }, { kind: 'language', language: 'en' }, seen(1), left],
    ],
    ['trouble that is said twice', [issued, printed('trouble'), printed('trouble'), trouble]],
  ])('PA41 is printed once whatever happens: %s', (_name, events) => {
    expect(prints(play(at.issuing, ...events).effects)).toHaveLength(1);
  });

  test('PA41 nobody who left before the number came gets a paper', () => {
    const { state, effects } = play(at.lineLost, { kind: 'leave' }, issued);
    expect([prints(effects), state.stage.at]).toEqual([[], 'attract']);
  });

  test.each(['printed', 'none', 'trouble'] as const)(
    'PA42 the screen says what became of it: %s',
    (outcome) => {
      expect(paperIn(at.number)).toBe('printing');
      expect(paperIn(play(at.number, printed(outcome)).state)).toBe(outcome);
    },
  );

  test('PA42 what became of another number’s is nobody’s news', () => {
    const other = printed('trouble', '00000000-0000-4000-8000-00000000abcd' as TicketId);
    expect(play(at.number, other).state).toBe(at.number);
    expect(play(at.attract, printed('trouble')).state).toBe(at.attract);
  });
});

describe('a printer in trouble', () => {
  const before = play(at.issuing, trouble, issued);
  test('PA43 is said with the number, and tried all the same', () => {
    expect(paperIn(before.state)).toBe('trouble');
    expect(prints(before.effects)).toHaveLength(1);
  });

  test('PA43 is said also when it shows only after the picture was taken', () => {
    expect(paperIn(play(at.number, ready, printed('printed'), trouble).state)).toBe('trouble');
  });

  test('PA43 what was said once stays said while this number is shown', () => {
    expect(paperIn(play(before.state, printed('printed'), ready).state)).toBe('trouble');
    const next = play(before.state, ready, { kind: 'leave' }, { kind: 'takeNumber' }, choose(fieldA), issued);
    expect(paperIn(next.state)).toBe('printing');
  });

  test('PA43 leaves the number on the screen for longer, also out of a countdown', () => {
    const idle = (effects: readonly Effect[]): number[] =>
      effects.flatMap((one) => (one.kind === 'startTimer' && one.timer === 'idle' ? [one.ms] : []));
    const usual = idle(play(at.issuing, issued).effects).at(-1) ?? NaN;
    const counting = play(at.number, timer('idle'));
    expect(counting.state.closing).toBe(10);
    const told = play(counting.state, printed('trouble'));
    expect(told.state.closing).toBeNull();
    expect(told.effects).toContainEqual({ kind: 'stopTimer', timer: 'second' });
    expect(idle(told.effects).at(-1)).toBeGreaterThanOrEqual(2 * usual);
    const leaving = (state: State) => play({ ...state, face: 'here' }, left).state.closing;
    expect(leaving(told.state)).toBeGreaterThan(leaving(at.number) ?? NaN);
  });
});
