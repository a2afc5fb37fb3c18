import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../kiosk/renderer/flow/limits.ts';
import { switchedOn } from '../../../kiosk/renderer/flow.ts';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import {
  answered,
  asking,
  birthDate,
  cameraGone,
  cameraReady,
  cardRead,
  cardRegistered,
  cardShown,
  choose,
  enrolled,
  expected,
  fieldA,
  fieldB,
  garbledCard,
  identified,
  issued,
  left,
  live,
  liveWith,
  maskedName,
  mineAnswered,
  notIssued,
  opened,
  play,
  ownIssued,
  recognised,
  reserveOf,
  run,
  runOf,
  seen,
  shut,
  ticket,
  timer,
  turned,
  typedName,
  unsure,
  usedUp,
  visitorRef,
  wrongCode,
  youngCard,
} from './world.ts';

const isStart = ({ stage }: State): boolean => ['attract', 'closed', 'offline'].includes(stage.at);
type Given = Event | ((state: State) => Event);

/** The answer to a request before the last one. */
const late =
  (given: (state: State) => Event) =>
  (state: State): Event =>
    given({ ...state, serial: state.serial - 1 });

/** Whatever can happen. */
const anything: readonly Given[] = [
  live,
  shut,
  { kind: 'away' },
  reserveOf(fieldA),
  reserveOf(),
  usedUp,
  ownIssued,
  cameraReady,
  cameraGone,
  seen(0),
  seen(1),
  seen(2),
  run,
  runOf('unclear'),
  runOf('replay'),
  turned,
  left,
  identified(recognised),
  identified(expected),
  identified(asking),
  answered(recognised),
  answered({ kind: 'wrong' }),
  late(answered(recognised)),
  identified(unsure),
  identified({ kind: 'unknown' }),
  late(identified(recognised)),
  enrolled,
  late(enrolled),
  issued,
  late(issued),
  { kind: 'printed', ticketId: ticket.ticketId, outcome: 'trouble' },
  liveWith({ printer: 'trouble' }),
  notIssued({ kind: 'offline' }),
  notIssued({ kind: 'bug', id: '1' }),
  notIssued({ kind: 'refused', code: 'visitorRefExpired' }),
  notIssued({ kind: 'refused', code: 'unknownField' }),
  notIssued({ kind: 'refused', code: 'quotaReached' }),
  notIssued({ kind: 'refused', code: 'visitorLimit', detail: { number: 'A001' } }),
  notIssued({ kind: 'refused', code: 'unknownAppointment' }),
  notIssued({ kind: 'refused', code: 'appointmentUsed' }),
  { kind: 'touch' },
  { kind: 'language', language: 'en' },
  { kind: 'takeNumber' },
  choose(fieldA),
  choose(fieldB, 'usual'),
  { kind: 'otherFields' },
  { kind: 'notMe' },
  { kind: 'register' },
  { kind: 'agree', version: 'v1' },
  { kind: 'decline' },
  { kind: 'useCard' },
  cardRead(),
  cardRead(youngCard),
  cardRead(garbledCard),
  wrongCode(),
  { kind: 'readerFailed' },
  cardShown(recognised),
  cardShown({ kind: 'unknown' }),
  late(cardShown(recognised)),
  cardRegistered,
  late(cardRegistered),
  { kind: 'editName' },
  { kind: 'confirmCard' },
  { kind: 'typed', text: typedName },
  { kind: 'named', name: typedName },
  { kind: 'born', year: 1980 },
  { kind: 'born', year: 2015 },
  { kind: 'answerYear', year: 1971 },
  { kind: 'several' },
  { kind: 'takeSeveral' },
  { kind: 'declarePriority' },
  { kind: 'setPriority', code: 'DISABLED' },
  { kind: 'enterCode' },
  { kind: 'checkInByCode', code: '1234' },
  { kind: 'checkIn' },
  { kind: 'mine' },
  { kind: 'bornOn', birthDate },
  { kind: 'correctMine' },
  { kind: 'forgetMine', what: 'withdraw' },
  { kind: 'forgetMine', what: 'erase' },
  { kind: 'confirmForget' },
  { kind: 'answerAgain', agrees: true, version: 'v1' },
  { kind: 'answerAgain', agrees: false, version: 'v1' },
  { kind: 'later' },
  opened,
  late(opened),
  mineAnswered({ kind: 'wrong' }),
  mineAnswered({ kind: 'done' }),
  mineAnswered({ kind: 'failed', problem: { kind: 'offline' } }),
  identified({ ...recognised, asksConsent: true }),
  { kind: 'back' },
  { kind: 'retry' },
  { kind: 'leave' },
  timer('idle'),
  timer('second'),
  timer('giveUp'),
  timer('rearm'),
  timer('line'),
  timer('retry'),
];
/** Mostly what leads on from where the kiosk is, so that long visits come about; else anything. */
const story = fc.array(
  fc.record({ leadsOn: fc.integer({ max: 3, min: 0 }).map(Boolean), pick: fc.noBias(fc.nat(9_999)) }),
  {
    maxLength: 40,
  },
);
type Story = readonly { readonly leadsOn: boolean; readonly pick: number }[];

const inTime = (given: Given, state: State): Event => (typeof given === 'function' ? given(state) : given);
const leadsOn =
  (state: State) =>
  (given: Given): boolean => {
    const next = play(state, given).state;
    return JSON.stringify(next.stage) !== JSON.stringify(state.stage) && (isStart(state) || !isStart(next));
  };

/** Plays a story; `onStep` sees each event with the state before and after. */
function tell(
  tale: Story,
  onStep: (event: Event, before: State, step: ReturnType<typeof play>) => void,
): State {
  let state = play(switchedOn, live, cameraReady).state;
  for (const { leadsOn: on, pick } of tale) {
    const useful = on ? anything.filter(leadsOn(state)) : [];
    const choices = useful.length > 0 ? useful : anything;
    const given = choices[pick % choices.length];
    if (given === undefined) continue;
    const event = inTime(given, state);
    const step = play(state, event);
    onStep(event, state, step);
    state = step.state;
  }
  return state;
}
const second = timer('second');
const untilTheEnd = [timer('idle'), ...Array.from({ length: limits.closingIdle }, () => second)];

test('K12 K14 after anything at all, waiting leads to the start, and nothing of a visitor is left', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(story, (tale) => {
      const before = tell(tale, ({ kind }) => kinds.add(kind));
      // Looking waits for nobody to do anything: it ends by its own limit, and its request by its answer.
      const looked = ['look', 'turn'].includes(before.stage.at)
        ? play(before, identified(unsure), timer('giveUp')).state
        : before;
      const { state } = play(looked, ...untilTheEnd);
      expect(isStart(state)).toBe(true);
      expect(state).toMatchObject({ language: 'vi', closing: null });
      const kept = JSON.stringify(state);
      for (const secret of [visitorRef, maskedName, typedName]) expect(kept).not.toContain(secret);
    }),
    { numRuns: 2_000 },
  );
  expect(kinds).toContain('enrolled');
});

test('K8 within one visit a second wish is only made after a refusal of the first', () => {
  let seconds = 0;
  fc.assert(
    fc.property(story, (tale) => {
      let asked: number | null = null;
      tell(tale, (event, before, { effects }) => {
        const failed =
          event.kind === 'issued' && event.answer.kind === 'failed' ? event.answer.problem.kind : null;
        if (failed === 'refused' || isStart(before)) asked = null;
        for (const effect of effects) {
          if (effect.kind !== 'issue') continue;
          const { request } = effect.order;
          if (asked !== null) seconds += 1;
          expect(request).toBe(asked ?? request);
          asked = request;
        }
      });
    }),
    { numRuns: 2_000 },
  );
  // Retries did come about, or nothing was shown.
  expect(seconds).toBeGreaterThan(5);
});

test('PA41 each number that comes to be shown is printed then, and at no other time', () => {
  let papers = 0;
  fc.assert(
    fc.property(story, (tale) => {
      tell(tale, (_event, before, { state, effects }) => {
        const comes = before.stage.at !== 'number' && state.stage.at === 'number';
        const printed = effects.filter(({ kind }) => kind === 'print').length;
        const { stage, office } = state;
        // Whose printer is the server's prints nothing while that is away (RN25).
        const isAway = stage.at === 'number' && stage.ticket.trackUrl === null && office?.printer !== 'none';
        expect(printed).toBe(comes && !(isAway && office !== null) ? 1 : 0);
        papers += printed;
      });
    }),
    { numRuns: 1_000 },
  );
  expect(papers).toBeGreaterThan(5);
});

test('K1 K4 a name is only ever shown after the server has recognised or registered somebody in this visit', () => {
  let named = 0;
  fc.assert(
    fc.property(story, (tale) => {
      let told = false;
      tell(tale, (event, before, { state }) => {
        if (isStart(before)) told = false;
        told ||=
          event.kind === 'enrolled' ||
          event.kind === 'cardRegistered' ||
          ((event.kind === 'identified' || event.kind === 'answered' || event.kind === 'cardShown') &&
            event.answer.kind === 'recognised');
        if (!JSON.stringify(state).includes(maskedName)) return;
        named += 1;
        expect(told).toBe(true);
      });
    }),
    { numRuns: 1_000 },
  );
  expect(named).toBeGreaterThan(5);
});

test('K27 K28 K29 a visitor is known only by a proven face, a turn, a card, a registration, or from the screen before', () => {
  let greeted = 0;
  const isKnown = ({ stage }: State): boolean => 'visitor' in stage && stage.visitor.kind === 'known';
  fc.assert(
    fc.property(story, (tale) => {
      tell(tale, (event, before, { state }) => {
        // At the turn the visitor is known to the journey, but to nobody else.
        if (!isKnown(state) || state.stage.at === 'turn') return;
        const { stage } = before;
        const proven =
          (stage.at === 'look' || stage.at === 'question' ? stage.proven : false) ||
          (stage.at === 'turn' && event.kind === 'turned') ||
          (stage.at === 'enrolling' && event.kind === 'enrolled') ||
          (stage.at === 'card' && event.kind === 'cardShown') ||
          (stage.at === 'cardFacts' && event.kind === 'cardRegistered');
        const already = stage.at !== 'turn' && isKnown(before);
        const ordered = 'order' in stage && stage.order.visitor.kind === 'known';
        greeted += 1;
        expect(proven || already || ordered).toBe(true);
      });
    }),
    { numRuns: 2_000 },
  );
  expect(greeted).toBeGreaterThan(5);
});
