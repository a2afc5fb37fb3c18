import { describe, expect, test } from 'vitest';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import type { Place } from './world.ts';
import {
  at,
  cameraGone,
  card,
  cardRead,
  cardRegistered,
  cardShown,
  choose,
  fieldA,
  garbledCard,
  issued,
  left,
  maskedName,
  placeOf,
  places,
  play,
  question,
  recognised,
  requestsIn,
  run,
  timer,
  typedName,
  wrongCode,
  youngCard,
} from './world.ts';

const use: Event = { kind: 'useCard' };
const stageAfter = (from: State, ...events: Parameters<typeof play>[1][]): State['stage'] =>
  play(from, ...events).state.stage;

describe('a card', () => {
  const waysIn: readonly Place[] = [
    ...(['attract', 'look', 'asked', 'doubted', 'question'] as const),
    ...(['unknown', 'unsure', 'touched', 'several', 'newcomer', 'name', 'showing', 'looking'] as const),
  ];
  test.for(places)('ID20 is a way in at the start and beside the other ways: %s', (place) => {
    expect(placeOf(play(at[place], use).state) === 'card').toBe(waysIn.includes(place));
  });

  test('ID20 greets its owner by the masked name, with the fields used before, without a turn of the head', () => {
    const { state, effects } = play(at.attract, use, cardRead());
    expect(requestsIn(effects)).toMatchObject([{ kind: 'showCard', card, questionRef: null }]);
    expect(stageAfter(state, cardShown(recognised))).toMatchObject({
      at: 'greet',
      visitor: { kind: 'known', by: 'card', maskedName },
    });
  });

  test('ID20 read by a scanner needs no button; elsewhere it means nothing', () => {
    expect(stageAfter(at.attract, cardRead())).toMatchObject({ at: 'card', card });
    expect(stageAfter(at.unknown, wrongCode())).toMatchObject({ at: 'card', trouble: 'notCard' });
    for (const place of ['greet', 'knownFields', 'consent', 'number', 'issuing', 'code', 'closed'] as const)
      expect(play(at[place], cardRead()).state.stage).toBe(at[place].stage);
  });

  test('ID20 the number says that it came by card, whatever was touched', () => {
    const { effects } = play(at.looking, cardShown(recognised), choose(fieldA, 'usual'));
    expect(requestsIn(effects)).toMatchObject([{ kind: 'issue', order: { wish: { channel: 'card' } } }]);
  });

  test('ID21 that nobody has registered leads to the fields, where registering by it is offered', () => {
    expect(at.newcomer.stage).toMatchObject({
      at: 'fields',
      note: 'cardUnknown',
      visitor: { kind: 'newcomer' },
    });
    const { state, effects } = play(at.newcomer, choose(fieldA), issued);
    expect(requestsIn(effects)).toMatchObject([{ kind: 'issue', order: { wish: { channel: 'touch' } } }]);
    expect(JSON.stringify(state)).not.toContain(card.idNumber);
  });

  test('ID21 registers with consent and what is confirmed, without a face', () => {
    expect(stageAfter(at.newcomer, { kind: 'register' })).toMatchObject({ at: 'consent', card });
    expect(at.facts.stage).toMatchObject({ at: 'cardFacts', name: card.name, byFace: false });
    const { state, effects } = play(at.facts, { kind: 'confirmCard' }, { kind: 'confirmCard' });
    expect(requestsIn(effects)).toMatchObject([{ kind: 'registerCard', card, name: card.name }]);
    expect(stageAfter(state, cardRegistered)).toMatchObject({
      at: 'fields',
      note: 'cardRegistered',
      visitor: { kind: 'known', by: 'card' },
    });
  });

  test('ID21 a name can be put right or left out, and is asked for where it was garbled', () => {
    const corrected = play(at.facts, { kind: 'editName' }, { kind: 'named', name: 'Lê Hoàng' }).state;
    expect(corrected.stage).toMatchObject({ at: 'cardFacts', name: 'Lê Hoàng' });
    expect(stageAfter(at.facts, { kind: 'editName' }, { kind: 'named', name: null })).toMatchObject({
      name: null,
    });
    const garbled = play(at.showing, cardRead(garbledCard), cardShown({ kind: 'unknown' })).state;
    expect(stageAfter(garbled, { kind: 'register' }, { kind: 'agree', version: 'v1' })).toMatchObject({
      at: 'name',
      text: '',
      card: garbledCard,
    });
  });

  test('ID21 of somebody under sixteen registers nobody, by card or by face', () => {
    const young = play(at.showing, cardRead(youngCard), cardShown({ kind: 'unknown' })).state;
    expect(stageAfter(young, { kind: 'register' })).toMatchObject({ at: 'fields', note: 'tooYoung' });
    expect(stageAfter(at.name, use, cardRead(youngCard))).toMatchObject({ at: 'fields', note: 'tooYoung' });
  });

  test.for([
    ['another date than before', { kind: 'refused', code: 'cardMismatch' }, 'cardNotRegistered'],
    ['too young', { kind: 'refused', code: 'tooYoung' }, 'tooYoung'],
    ['no answer', { kind: 'offline' }, 'cardNotRegistered'],
  ] as const)('ID21 a registration that fails costs no number: %s', ([, problem, note]) => {
    const answer = { kind: 'failed', problem } as const;
    const failed = (state: State): Event => ({ kind: 'cardRegistered', request: state.serial, answer });
    expect(stageAfter(at.savingCard, failed)).toMatchObject({ at: 'fields', note });
  });

  test('ID22 fills in name and birth date of who registers a face', () => {
    const filled = play(at.name, use, cardRead()).state;
    expect(filled.stage).toMatchObject({ at: 'cardFacts', byFace: true, name: card.name });
    const { effects } = play(filled, { kind: 'confirmCard' }, run);
    expect(requestsIn(effects)).toMatchObject([{ kind: 'enrol', name: card.name, birthYear: 1990, card }]);
    expect(stageAfter(at.name, use, { kind: 'takeNumber' })).toMatchObject({ at: 'name', card: null });
    expect(stageAfter(filled, cameraGone)).toMatchObject({ at: 'fields', note: 'notRegistered' });
  });

  test('ID23 settles whom the camera is unsure of; a card of nobody leads on as for everybody', () => {
    const { state, effects } = play(at.question, use, cardRead());
    expect(requestsIn(effects)).toMatchObject([{ kind: 'showCard', questionRef: question.questionRef }]);
    expect(stageAfter(state, cardShown(recognised))).toMatchObject({ at: 'greet' });
    expect(stageAfter(state, cardShown({ kind: 'unknown' }))).toMatchObject({
      at: 'fields',
      visitor: { kind: 'nameless', mayRegister: false },
    });
  });

  test('ID24 a code that is no card’s is answered kindly on the same screen, and the next may be one', () => {
    const wrong = play(at.showing, wrongCode()).state;
    expect(wrong.stage).toMatchObject({ at: 'card', trouble: 'notCard' });
    expect(stageAfter(wrong, wrongCode('badCard'))).toMatchObject({ trouble: 'badCard' });
    expect(stageAfter(wrong, cardRead())).toMatchObject({ at: 'card', trouble: null, card });
    expect(stageAfter(wrong, { kind: 'readerFailed' })).toMatchObject({ trouble: 'noReader' });
    expect(stageAfter(at.showing, { kind: 'takeNumber' })).toMatchObject({
      at: 'fields',
      visitor: { kind: 'nameless' },
    });
  });

  test('ID25 nothing of a card is left after the visit, and a face hidden behind it ends none', () => {
    expect(stageAfter(at.showing, left)).toBe(at.showing.stage);
    const stages = ['looking', 'newcomer', 'facts', 'savingCard'] as const;
    for (const place of stages) {
      const { state } = play(at[place], timer('idle'), ...Array.from({ length: 10 }, () => timer('second')));
      expect(state.stage.at).toBe('attract');
      expect(JSON.stringify(state)).not.toMatch(/001190012345|1990-09-02/u);
      expect(JSON.stringify(state)).not.toContain(typedName);
    }
  });

  test('ID25 answers that come too late change nothing', () => {
    const lateShown: Event = { kind: 'cardShown', request: 0, answer: recognised };
    expect(play(at.looking, lateShown).state).toBe(at.looking);
    const gone = play(at.looking, { kind: 'leave' }).state;
    expect(play(gone, cardShown(recognised)).state).toBe(gone);
  });
});
