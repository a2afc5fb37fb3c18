import { describe, expect, test } from 'vitest';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import {
  asking,
  at,
  atMine,
  birthDate,
  cameraGone,
  card,
  cardRead,
  identified,
  left,
  maskedName,
  mineAnswered,
  mineRef,
  opened,
  placeOf,
  play,
  recognised,
  requestsIn,
  run,
  runOf,
  seen,
  timer,
  turned,
  typedName,
  unsure,
  visitorRef,
  wrongCode,
} from './world.ts';

const holds = (state: State, secret: string): boolean => JSON.stringify(state).includes(secret);
const failed = mineAnswered({ kind: 'failed', problem: { kind: 'offline' } });
const refused = (code: 'questionExpired' | 'tooYoung' | 'visitorRefExpired') =>
  mineAnswered({ kind: 'failed', problem: { kind: 'refused', code } });
const endOf = ({ stage }: State): string | null => (stage.at === 'mineEnd' ? stage.end.kind : null);

describe('the way to one’s own data', () => {
  test('DP10 goes by the camera, the head’s turn if it is needed, and the birth date', () => {
    const doubted = play(atMine.look, runOf('unclear'), identified(recognised)).state;
    expect(placeOf(doubted)).toBe('turn');
    const proof = play(doubted, turned).state;
    expect(placeOf(proof)).toBe('mineProof');
    const asked = play(proof, { kind: 'bornOn', birthDate });
    expect(requestsIn(asked.effects)).toMatchObject([{ what: { name: 'prove', visitorRef, birthDate } }]);
    expect(placeOf(play(asked.state, opened).state)).toBe('mine');
  });
  test('DP10 takes a scanned card for the birth date that it tells, and a code that is none for nothing', () => {
    const proof = play(atMine.look, run, identified(recognised)).state;
    const asked = play(proof, cardRead());
    expect(requestsIn(asked.effects)).toMatchObject([
      { what: { name: 'prove', visitorRef, birthDate: card.birthDate } },
    ]);
    expect(play(proof, wrongCode()).state).toEqual(proof);
  });
  test('DP10 is not asked about a new wording first', () => {
    const answer = identified({ ...recognised, asksConsent: true });
    expect(placeOf(play(atMine.look, run, answer).state)).toBe('mineProof');
  });
  test.each<[string, (state: State) => State]>([
    ['a face that is not known', (look) => play(look, run, identified({ kind: 'unknown' })).state],
    ['one that may be several', (look) => play(look, run, identified(unsure)).state],
    ['a picture', (look) => play(look, runOf('replay')).state],
    ['no answer in time', (look) => play(look, timer('giveUp')).state],
    [
      'a head that does not turn',
      (look) => play(look, runOf('unclear'), identified(recognised), timer('giveUp')).state,
    ],
    [
      'a camera lost while turning',
      (look) => play(look, runOf('unclear'), identified(recognised), cameraGone).state,
    ],
  ])('DP13 %s leads to staff, with nothing shown', (_, meet) => {
    const state = meet(atMine.look);
    expect(placeOf(state)).toBe('mineUnknown');
    expect(holds(state, maskedName) || holds(state, visitorRef)).toBe(false);
    expect(placeOf(play(state, { kind: 'takeNumber' }).state)).toBe('fields');
  });
  test('DP10 a card alone opens nothing: it tells the birth date, too', () => {
    const stage = at.greet.stage as Extract<State['stage'], { at: 'greet' }>;
    const byCard: State = { ...at.greet, stage: { ...stage, visitor: { ...stage.visitor, by: 'card' } } };
    expect(play(byCard, { kind: 'mine' }).state.stage).toEqual(byCard.stage);
  });
  test('DP13 without a camera it leads to staff at once', () => {
    expect(placeOf(play(at.attract, cameraGone, { kind: 'mine' }).state)).toBe('mineUnknown');
  });
  test('DP13 a question that is passed over for a number is about a number', () => {
    const { state } = play(atMine.look, run, identified(asking), { kind: 'takeNumber' });
    expect(state).toMatchObject({ purpose: 'number', stage: { at: 'fields' } });
  });
});

describe('what is kept', () => {
  test.each([
    ['a wrong date', mineAnswered({ kind: 'wrong' }), 'wrong'],
    ['one too soon after a wrong one', refused('questionExpired'), 'wrong'],
    ['a cut line', failed, 'failed'],
    ['a reference that is too old', refused('visitorRefExpired'), 'failed'],
  ] as const)('DP12 %s opens nothing', (_, answer, end) => {
    const { state } = play(atMine.proof, { kind: 'bornOn', birthDate }, answer);
    expect(endOf(state)).toBe(end);
    expect(holds(state, visitorRef)).toBe(false);
  });
  test('DP14 a correction is sent once, with the name and the date', () => {
    const { state, effects } = play(
      atMine.mineBirth,
      { kind: 'bornOn', birthDate },
      { kind: 'bornOn', birthDate },
    );
    expect(requestsIn(effects)).toMatchObject([
      { what: { name: 'correct', mineRef, fullName: typedName, birthDate } },
    ]);
    expect(endOf(play(state, mineAnswered({ kind: 'corrected' })).state)).toBe('corrected');
    expect(endOf(play(state, refused('tooYoung')).state)).toBe('tooYoung');
    // What is being saved is waited for.
    expect(play(state, { kind: 'back' }).state.stage).toEqual(state.stage);
    expect(play(state, { kind: 'typed', text: '1' }).state.stage).toEqual(state.stage);
  });
  test('DP15 DP16 a face goes after one yes, everything after two', () => {
    const yes: Event = { kind: 'confirmForget' };
    const withdrawing = play(atMine.mine, { kind: 'forgetMine', what: 'withdraw' }, yes);
    expect(requestsIn(withdrawing.effects)).toMatchObject([{ what: { name: 'withdraw', mineRef } }]);
    expect(requestsIn(play(atMine.mineForget, yes).effects)).toEqual([]);
    const erasing = play(atMine.mineForget, yes, yes, yes);
    expect(requestsIn(erasing.effects)).toMatchObject([{ what: { name: 'erase', mineRef } }]);
    expect(endOf(play(erasing.state, mineAnswered({ kind: 'done' })).state)).toBe('erase');
    expect(endOf(play(erasing.state, failed).state)).toBe('failed');
    expect(placeOf(play(atMine.mineForget, yes, { kind: 'back' }).state)).toBe('mine');
  });
  test.each(['mine', 'mineName', 'mineBirth', 'mineForget'] as const)(
    'DP17 DP19 %s: nothing is left when the face leaves, and a late answer brings nothing back',
    (place) => {
      const gone = play(atMine[place], seen(1), left).state;
      expect(placeOf(gone)).toBe('attract');
      for (const secret of [mineRef, typedName, visitorRef]) expect(holds(gone, secret)).toBe(false);
      expect(play(gone, opened).state).toBe(gone);
    },
  );
  test.each(['mine', 'mineName', 'mineBirth', 'mineForget'] as const)(
    'DP17 %s: 30 seconds without a touch, and it is over',
    (place) => {
      const { effects } = play(at.greet, { kind: 'mine' }, { kind: 'bornOn', birthDate }, opened);
      expect(effects).toContainEqual({ kind: 'startTimer', timer: 'idle', ms: 20_000 });
      const counting = play(atMine[place], timer('idle')).state;
      expect(counting.closing).toBe(10);
      const over = play(counting, ...Array.from({ length: 10 }, () => timer('second'))).state;
      expect(placeOf(over)).toBe('attract');
      expect(holds(over, typedName)).toBe(false);
    },
  );
  test('DP19 an answer to an earlier request changes nothing', () => {
    const asked = play(atMine.proof, { kind: 'bornOn', birthDate }).state;
    const late = opened({ ...asked, serial: asked.serial - 1 });
    expect(play(asked, late).state).toBe(asked);
  });
});

describe('a new wording', () => {
  const answer = (agrees: boolean): Event => ({ kind: 'answerAgain', agrees, version: 'v2' });
  test('DP18 agreed to, or put off, the visit goes on as ever', () => {
    const { state, effects } = play(atMine.consentAgain, answer(true));
    expect(requestsIn(effects)).toMatchObject([
      { what: { name: 'consent', visitorRef, agrees: true, consent: { version: 'v2', language: 'vi' } } },
    ]);
    expect(placeOf(play(state, mineAnswered({ kind: 'done' })).state)).toBe('greet');
    // Nobody is kept from a number by an answer that does not come.
    expect(placeOf(play(state, failed).state)).toBe('greet');
    expect(placeOf(play(atMine.consentAgain, { kind: 'later' }).state)).toBe('greet');
  });
  test.each([
    ['done', mineAnswered({ kind: 'done' }), 'faceForgotten'],
    ['not done', failed, 'faceNotForgotten'],
  ] as const)(
    'DP18 refused: a number without a name, and it is said whether the face is gone (%s)',
    (_, said, note) => {
      const { state } = play(atMine.consentAgain, answer(false), said);
      expect(state.stage).toMatchObject({
        at: 'fields',
        note,
        visitor: { kind: 'nameless', mayRegister: false },
      });
      expect(holds(state, maskedName)).toBe(false);
    },
  );
});
