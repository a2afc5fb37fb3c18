import { describe, expect, test } from 'vitest';
import { limits } from '../../../kiosk/renderer/flow/limits.ts';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import {
  answered,
  asking,
  at,
  box,
  cameraGone,
  embeddings,
  expected,
  fieldB,
  identified,
  left,
  liveWith,
  maskedName,
  modelId,
  placeOf,
  play,
  question,
  recognised,
  requestsIn,
  run,
  runOf,
  seen,
  timer,
  turned,
  unsure,
  visitorRef,
} from './world.ts';

const aside = (progress: number) => (state: State) =>
  ({
    kind: 'seen',
    task: state.watch.task,
    faces: 1,
    box,
    hint: null,
    progress,
    wanted: null,
    pointing: null,
  }) as const satisfies Event;
const holds = (state: State, secret: string): boolean => JSON.stringify(state).includes(secret);

describe('a picture', () => {
  test('K26 is not looked up: a number without a name, no offer to register, no other words', () => {
    const { state, effects } = play(at.look, runOf('replay'));
    expect(requestsIn(effects)).toEqual([{ kind: 'unproven', why: 'replay' }]);
    expect(state.stage).toEqual(at.touched.stage);
  });
  test('K26 is not registered either, in the words of every registration that fails', () => {
    const { state, effects } = play(at.enrolling, runOf('replay'));
    expect(requestsIn(effects)).toEqual([{ kind: 'unproven', why: 'replay' }]);
    expect(state.stage).toMatchObject({
      at: 'fields',
      note: 'notRegistered',
      visitor: { mayRegister: false },
    });
  });
});

describe('the turn', () => {
  test.each([
    ['real', 'greet', 'fields'],
    ['unclear', 'turn', 'fields'],
    ['unmeasured', 'turn', 'fields'],
  ] as const)('K27 after a run that is %s: known → %s, unknown → %s', (liveness, known, unknown) => {
    const asked = play(at.look, runOf(liveness)).state;
    expect(placeOf(play(asked, identified(recognised)).state)).toBe(known);
    expect(placeOf(play(asked, identified(expected)).state)).toBe(known);
    expect(placeOf(play(asked, identified({ ...recognised, usualFields: [] })).state)).toBe(
      known === 'greet' ? 'fields' : known,
    );
    expect(placeOf(play(asked, identified({ kind: 'unknown' })).state)).toBe(unknown);
    expect(placeOf(play(asked, identified(unsure)).state)).toBe('fields');
  });
  test('K27 the camera is asked for the side that was drawn, and its progress is shown', () => {
    const { state, effects } = play(at.doubted, identified(recognised));
    expect(effects).toContainEqual({
      kind: 'task',
      task: state.watch.task,
      what: { kind: 'turn', side: 'left' },
    });
    expect(effects).toContainEqual({ kind: 'startTimer', timer: 'giveUp', ms: limits.turn });
    expect(effects).not.toContainEqual({ kind: 'sound', sound: 'greeting' });
    expect(play(state, aside(0.4)).state.stage).toMatchObject({ progress: 0.4 });
  });
  test('K27 greets as soon as the head has turned, whatever was used before and with the appointment', () => {
    const { state, effects } = play(at.doubted, identified(expected), turned);
    expect(state.stage).toMatchObject({ at: 'greet', visitor: { appointment: { fieldId: fieldB } } });
    expect(effects).toContainEqual({ kind: 'sound', sound: 'greeting' });
  });
  test('K27 not within the time: counted, and a number without a name', () => {
    const { state, effects } = play(at.turn, timer('giveUp'));
    expect(requestsIn(effects)).toEqual([{ kind: 'unproven', why: 'noTurn' }]);
    expect(state.stage).toEqual(at.touched.stage);
    expect(holds(state, visitorRef)).toBe(false);
  });
  test.each([
    ['skipping', { kind: 'takeNumber' }],
    ['the camera is lost', cameraGone],
  ] as const)('K27 %s is not counted', (_name, event) => {
    const { state, effects } = play(at.turn, event);
    expect(requestsIn(effects)).toEqual([]);
    expect(state.stage).toEqual(at.touched.stage);
    expect(holds(state, visitorRef)).toBe(false);
  });
  test('K27 a turn that is over greets nobody', () => {
    const late = turned(at.turn);
    const { state } = play(at.turn, { kind: 'takeNumber' });
    expect(play(state, late)).toEqual({ state, effects: [] });
    expect(play(at.greet, turned).state).toBe(at.greet);
  });
  test('K27 without a camera that sees faces nobody is asked to turn, and nobody is greeted', () => {
    const blind: State = { ...at.answering, camera: { kind: 'none' } };
    const asked = play(
      { ...blind, stage: { ...at.question.stage, proven: false } as never },
      {
        kind: 'answerYear',
        year: 1971,
      },
    ).state;
    const { state } = play(asked, answered(recognised));
    expect(state.stage).toEqual(at.touched.stage);
    expect(holds(state, maskedName)).toBe(false);
  });
  test('K27 another model set in the middle of it ends it', () => {
    const starting: Event = { kind: 'camera', camera: { kind: 'starting' } };
    const { state } = play(at.turn, liveWith({ modelId: 'other' }), starting);
    expect(state.stage).toEqual(at.touched.stage);
  });
});

describe('the question', () => {
  test('K28 shows four years and nothing of the visitor', () => {
    expect(at.question.stage).toMatchObject({ birthYears: question.birthYears });
    for (const state of [at.question, at.answering])
      for (const secret of [maskedName, visitorRef]) expect(holds(state, secret)).toBe(false);
  });
  test('K28 one answer is sent, however often it is tapped; a year that is not there is none', () => {
    const { effects } = play(
      at.question,
      { kind: 'answerYear', year: 1999 },
      { kind: 'answerYear', year: 1971 },
      { kind: 'answerYear', year: 1971 },
      { kind: 'answerYear', year: 1955 },
    );
    expect(requestsIn(effects)).toEqual([
      {
        kind: 'answer',
        request: at.answering.serial,
        questionRef: question.questionRef,
        birthYear: 1971,
      },
    ]);
  });
  test.each([
    ['real', 'greet'],
    ['unclear', 'turn'],
  ] as const)('K28 the right year after a run that is %s: %s', (liveness, place) => {
    const { state } = play(
      at.look,
      runOf(liveness),
      identified(asking),
      { kind: 'answerYear', year: 1971 },
      answered(recognised),
    );
    expect(placeOf(state)).toBe(place);
  });
  test.each([
    ['wrong', { kind: 'wrong' }],
    ['too late', { kind: 'failed', problem: { kind: 'refused', code: 'questionExpired' } }],
    ['lost', { kind: 'failed', problem: { kind: 'offline' } }],
  ] as const)('K28 an answer that is %s: a number without a name, and no word about it', (_name, answer) => {
    const { state } = play(at.answering, {
      kind: 'answered',
      request: at.answering.serial,
      answer,
      side: 'left',
    });
    expect(state.stage).toEqual(at.touched.stage);
  });
  test('K28 a late answer changes nothing', () => {
    const late = answered(recognised)(at.answering);
    const { state } = play(at.answering, { kind: 'takeNumber' });
    expect(play(state, late)).toEqual({ state, effects: [] });
    const next = play(at.look, run, identified(asking), { kind: 'answerYear', year: 1962 }).state;
    const old = { ...late, request: next.serial - 1 } as Event;
    expect(play(next, old)).toEqual({ state: next, effects: [] });
  });
  test('K28 a camera that is lost leaves the question to the finger', () => {
    expect(placeOf(play(at.question, cameraGone).state)).toBe('question');
    expect(placeOf(play(at.answering, cameraGone, answered(recognised)).state)).toBe('greet');
  });
});

describe('whoever comes next', () => {
  test.each(['turn', 'question', 'answering'] as const)(
    'K29 answers for nobody who left at %s: it is forgotten at once, and the visit closes',
    (place) => {
      const { state } = play(at[place], left);
      expect(state).toMatchObject({ stage: { at: 'fields', visitor: { kind: 'nameless' } }, closing: 5 });
      for (const secret of [visitorRef, maskedName, 'sealed']) expect(holds(state, secret)).toBe(false);
      const next = play(state, seen(1), turned, answered(recognised)).state;
      expect(placeOf(next)).toBe('fields');
      expect(holds(next, maskedName)).toBe(false);
    },
  );
});

describe('the set used before', () => {
  const both = (previousModelId: string | null): State => play(at.look, liveWith({ previousModelId })).state;
  const older = (state: State): Event => ({
    ...(run(state) as Extract<Event, { kind: 'run' }>),
    previous: { modelId: 'older', embeddings },
  });
  test.each([
    ['older', { modelId: 'older', embeddings }],
    ['another', null],
    [null, null],
  ])('K32 while the server looks for %s, it gets %o', (previousModelId, previous) => {
    const { effects } = play(both(previousModelId), older);
    expect(requestsIn(effects)).toMatchObject([{ kind: 'identify', modelId, previous }]);
  });
});
