import { describe, expect, test } from 'vitest';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { Stage, State } from '../../../kiosk/renderer/flow/types.ts';
import type { Place } from './world.ts';
import {
  at,
  cameraGone,
  answered,
  asking,
  cameraReady,
  choose,
  embeddings,
  enrolled,
  fieldA,
  fieldB,
  identified,
  issued,
  left,
  live,
  liveWith,
  modelId,
  notIssued,
  placeOf,
  places,
  play,
  recognised,
  requestsIn,
  run,
  runOf,
  seen,
  shut,
  ticket,
  timer,
  turned,
  typedName,
  unsure,
  visitorRef,
} from './world.ts';

type Given = Event | ((state: State) => Event);

const fieldsPlaces = places.filter((place) => placeOf(at[place]) === 'fields');
const starts: readonly Place[] = ['off', 'closed', 'attract'];

/** Every event a visitor, the camera or the server can bring about, and where it leads; what is not named stays. */
const moves: readonly (readonly [string, Given, Partial<Record<Place, Stage['at']>>])[] = [
  ['K1 a face', seen(1), { attract: 'look' }],
  ['K1 a run', run, {}],
  ['K1 the server knows the face', identified(recognised), { asked: 'greet', doubted: 'turn' }],
  [
    'K2 touching "Lấy số"',
    { kind: 'takeNumber' },
    {
      attract: 'fields',
      look: 'fields',
      asked: 'fields',
      doubted: 'fields',
      turn: 'fields',
      question: 'fields',
      answering: 'fields',
      showing: 'fields',
      looking: 'fields',
    },
  ],
  ['K3 register', { kind: 'register' }, { unknown: 'consent', several: 'consent', newcomer: 'consent' }],
  [
    'K3 decline',
    { kind: 'decline' },
    { consent: 'fields', name: 'fields', birth: 'fields', enrolling: 'fields', facts: 'fields' },
  ],
  ['K4 unsure', identified(unsure), { asked: 'fields', doubted: 'fields' }],
  ['K26 a run of a picture', runOf('replay'), { look: 'fields', enrolling: 'fields' }],
  ['K27 the head turns', turned, { turn: 'greet' }],
  ['K28 a question', identified(asking), { asked: 'question', doubted: 'question' }],
  ['K28 a year', { kind: 'answerYear', year: 1971 }, {}],
  ['K28 the right year', answered(recognised), { answering: 'greet' }],
  ['K28 the wrong year', answered({ kind: 'wrong' }), { answering: 'fields' }],
  ['K5 not me', { kind: 'notMe' }, { greet: 'fields', expected: 'fields' }],
  ['K6 agree', { kind: 'agree', version: 'v1' }, { consent: 'name' }],
  ['K6 a name', { kind: 'named', name: typedName }, { name: 'birth' }],
  ['K30 a birth year', { kind: 'born', year: 1980 }, { birth: 'enrolling' }],
  ['K30 a birth year of somebody too young', { kind: 'born', year: 2010 }, { birth: 'fields' }],
  ['K6 registered', enrolled, { saving: 'fields' }],
  [
    'K8 a field',
    choose(fieldB),
    {
      greet: 'issuing',
      expected: 'issuing',
      knownFields: 'issuing',
      unknown: 'issuing',
      unsure: 'issuing',
      touched: 'issuing',
      registered: 'issuing',
      newcomer: 'issuing',
    },
  ],
  ['K8 the number', issued, { issuing: 'number', lineLost: 'number', checkingIn: 'number' }],
  ['K9 other fields', { kind: 'otherFields' }, { greet: 'fields', expected: 'fields' }],
  ['K9 try again', { kind: 'retry' }, { problem: 'issuing' }],
  [
    'K10 the camera is lost',
    cameraGone,
    {
      look: 'attract',
      asked: 'attract',
      doubted: 'attract',
      turn: 'fields',
      consent: 'fields',
      name: 'fields',
      birth: 'fields',
      enrolling: 'fields',
    },
  ],
  ['K11 the server is back', live, { off: 'attract', closed: 'attract' }],
  ['K12 the camera needs too long', timer('giveUp'), { look: 'fields', enrolling: 'fields', turn: 'fields' }],
  [
    'K12 leave',
    { kind: 'leave' },
    Object.fromEntries(places.filter((place) => !starts.includes(place)).map((place) => [place, 'attract'])),
  ],
  [
    'K13 the face leaves',
    left,
    {
      look: 'attract',
      asked: 'attract',
      doubted: 'attract',
      turn: 'fields',
      question: 'fields',
      answering: 'fields',
    },
  ],
  ['K16 another language', { kind: 'language', language: 'en' }, {}],
  [
    'K34 the office closes',
    shut,
    Object.fromEntries(
      places
        .filter((place) => !['issuing', 'lineLost', 'checkingIn', 'number', 'code'].includes(place))
        .map((place) => [place, 'closed']),
    ),
  ],
  [
    'K36 declare priority',
    { kind: 'declarePriority' },
    Object.fromEntries(fieldsPlaces.map((place) => [place, 'priority'])),
  ],
  ['K36 a class', { kind: 'setPriority', code: 'DISABLED' }, { priority: 'fields' }],
  ['K37 take several, of which none is chosen', { kind: 'takeSeveral' }, {}],
  [
    'K38 I have an appointment',
    { kind: 'enterCode' },
    { attract: 'code', closed: 'code', ...Object.fromEntries(fieldsPlaces.map((place) => [place, 'code'])) },
  ],
  ['K38 a code', { kind: 'checkInByCode', code: '1234' }, { code: 'issuing' }],
  ['K38 back', { kind: 'back' }, { priority: 'fields', code: 'fields' }],
  ['K39 here for the appointment', { kind: 'checkIn' }, { expected: 'issuing' }],
];

describe.each(moves)('%s', (_name, event, leads) => {
  test.each(places.map((place) => [place, leads[place] ?? placeOf(at[place])] as const))(
    'K19 from %s leads to %s',
    (place, expected) => {
      expect(placeOf(play(at[place], event).state)).toBe(expected);
    },
  );
});

describe('the camera', () => {
  test('K1 a run is sent to the server once, with its model set', () => {
    const { effects } = play(at.look, run, run);
    expect(requestsIn(effects)).toEqual([
      { kind: 'identify', request: at.look.serial + 1, modelId, embeddings, quality: 0.8, previous: null },
    ]);
  });
  test('K1 the greeting has the masked name and the fields used before, the last one first', () => {
    expect(at.greet.stage).toMatchObject({
      visitor: { maskedName: 'Nguyễn T. H***', usualFields: [fieldA, fieldB] },
    });
  });
  test('K1 somebody known who never took a field goes straight to the fields, with the name', () => {
    const { state } = play(at.asked, identified({ ...recognised, usualFields: [] }));
    expect(state.stage).toMatchObject({ at: 'fields', visitor: { kind: 'known' } });
  });
  test('K1 a passer-by far away begins no visit', () => {
    const far: Event = {
      kind: 'seen',
      task: at.attract.watch.task,
      faces: 1,
      box: { x: 0, y: 0, width: 0.03, height: 0.05 },
      hint: null,
      progress: 0,
      wanted: null,
      pointing: null,
    };
    expect(play(at.attract, far).state.stage).toEqual(at.attract.stage);
  });
  test.each([
    ['seen', seen(1)],
    ['run', run],
    ['left', left],
    ['turned', turned],
  ] as const)('K2 a late "%s" changes nothing', (_name, late) => {
    for (const place of places) {
      // As it was said of the task before the present one.
      const old = late({ ...at[place], watch: { ...at[place].watch, task: at[place].watch.task - 1 } });
      const step = play(at[place], old);
      expect(step).toEqual({ state: at[place], effects: [] });
    }
  });
  test('K2 an answer that comes after the touch changes nothing', () => {
    const answer = identified(recognised)(at.asked);
    const { state } = play(at.asked, { kind: 'takeNumber' });
    expect(play(state, answer)).toEqual({ state, effects: [] });
  });
  test('K2 the answer for one visitor never greets the next', () => {
    const answer = identified(recognised)(at.asked);
    const { state } = play(at.asked, left, seen(1), run);
    expect(placeOf(state)).toBe('look');
    expect(play(state, answer).state).toEqual(state);
  });
  test('K10 with another model set than the server’s nobody is asked to look, and nobody to register', () => {
    const other: Event = { kind: 'camera', camera: { kind: 'ready', modelId: 'other' } };
    expect(placeOf(play(at.attract, other, seen(1)).state)).toBe('attract');
    expect(placeOf(play(at.unknown, other, { kind: 'register' }).state)).toBe('fields');
  });
  test('GA13 while the server has its faces not in memory, numbers are taken by touch, and then faces count at once', () => {
    const starting = liveWith({ recognises: false });
    const { state } = play(at.attract, starting, seen(1));
    expect(placeOf(state)).toBe('attract');
    expect(placeOf(play(state, { kind: 'takeNumber' }).state)).toBe('fields');
    expect(placeOf(play(at.unknown, starting, { kind: 'register' }).state)).toBe('fields');
    expect(placeOf(play(state, live, seen(1)).state)).toBe('look');
    // Who was being looked up when the server started anew is served without a name, and not asked to register.
    const refused = play(at.asked, starting, ({ serial }) => ({
      kind: 'identified',
      request: serial,
      answer: { kind: 'failed', problem: { kind: 'refused', code: 'facesNotLoaded' } },
      side: 'left',
    }));
    expect(refused.state.stage).toMatchObject({
      at: 'fields',
      visitor: { kind: 'nameless', mayRegister: false },
    });
  });
  test.each([
    ['greet', 'point'],
    ['knownFields', 'point'],
    ['unknown', 'point'],
    ['touched', 'point'],
    ['question', 'point'],
    ['turn', 'turn'],
    ['birth', 'rest'],
    ['code', 'rest'],
    ['priority', 'rest'],
    ['consent', 'rest'],
    ['name', 'rest'],
    ['issuing', 'rest'],
    ['number', 'rest'],
  ] as const)('K25 at %s the camera is asked to %s', (place, kind) => {
    expect(at[place].watch.kind).toBe(kind);
  });
  test('K10 a camera that comes back is asked again for what the screen needs', () => {
    const { state, effects } = play(at.attract, cameraGone, cameraReady);
    expect(effects).toContainEqual({ kind: 'task', task: state.watch.task, what: { kind: 'rest' } });
  });
});

describe('registering', () => {
  test('K3 only the unknown are offered it', () => {
    const offered = places.filter((place) => {
      const { stage } = at[place];
      return stage.at === 'fields' && stage.visitor.kind === 'nameless' && stage.visitor.mayRegister;
    });
    expect(offered).toEqual(['unknown', 'several']);
  });
  test('K3 K5 after declining or "not me" it is not offered again', () => {
    for (const state of [
      play(at.consent, { kind: 'decline' }).state,
      play(at.greet, { kind: 'notMe' }).state,
    ])
      expect(state.stage).toMatchObject({ visitor: { kind: 'nameless', mayRegister: false } });
  });
  test.each(['greet', 'knownFields'] as const)('K5 "not me" at %s tells the server and forgets', (place) => {
    const { state, effects } = play(at[place], { kind: 'notMe' });
    expect(requestsIn(effects)).toEqual([{ kind: 'deny', visitorRef }]);
    expect(JSON.stringify(state)).not.toContain(visitorRef);
  });
  test('K6 consent has the wording’s version and the language it was read in', () => {
    const { effects } = play(
      at.consent,
      { kind: 'language', language: 'en' },
      { kind: 'agree', version: 'v7' },
      { kind: 'named', name: null },
      { kind: 'born', year: 1980 },
      run,
    );
    expect(requestsIn(effects)).toMatchObject([
      { kind: 'enrol', name: null, consent: { version: 'v7', language: 'en' }, modelId },
    ]);
  });
  test('K6 the number of a visit with a registration belongs to the visitor', () => {
    const { effects } = play(at.registered, choose(fieldA));
    expect(requestsIn(effects)).toMatchObject([
      { order: { visitor: { visitorRef }, wish: { channel: 'touch' } } },
    ]);
  });
  test('K7 once the pictures are sent, the answer decides', () => {
    expect(placeOf(play(at.saving, { kind: 'decline' }).state)).toBe('enrolling');
    expect(placeOf(play(at.saving, timer('giveUp'), cameraGone).state)).toBe('enrolling');
  });
  test('K7 a failure leads back to the fields and says so', () => {
    const failed: Event = {
      kind: 'enrolled',
      request: at.saving.serial,
      answer: { kind: 'failed', problem: { kind: 'refused', code: 'consentOutdated' } },
    };
    for (const state of [play(at.saving, failed).state, play(at.enrolling, cameraGone).state])
      expect(state.stage).toMatchObject({ at: 'fields', note: 'notRegistered' });
  });
});

describe('the number', () => {
  test('K8 a double tap asks once', () => {
    expect(requestsIn(play(at.unknown, choose(fieldA), choose(fieldA), choose(fieldB)).effects)).toHaveLength(
      1,
    );
  });
  test('K8 what was lost on the way is asked again under the same request, and at once when the line is back', () => {
    const first = at.issuing.stage.at === 'issuing' ? at.issuing.stage.order : null;
    const again = [{ kind: 'issue', order: first }];
    expect(requestsIn(play(at.lineLost, timer('retry')).effects)).toEqual(again);
    expect(requestsIn(play(at.lineLost, { kind: 'away' }, live).effects)).toEqual(again);
    expect(requestsIn(play(at.problem, { kind: 'retry' }).effects)).toEqual(again);
  });
  test('K8 an answer to another request is nobody’s number', () => {
    const late: Event = { kind: 'issued', request: at.issuing.serial - 1, answer: { kind: 'done', ticket } };
    expect(play(at.issuing, late)).toEqual({ state: at.issuing, effects: [] });
  });
  test('K8 a number given during the countdown is shown for its whole time', () => {
    const { state } = play(at.issuing, timer('idle'), issued);
    expect(state).toMatchObject({ closing: null, stage: { at: 'number' } });
  });
  test('K9 recognised too long ago: the same field without the name', () => {
    const { state, effects } = play(
      at.greet,
      choose(fieldA, 'usual'),
      notIssued({ kind: 'refused', code: 'visitorRefExpired' }),
    );
    expect(requestsIn(effects)).toMatchObject([
      { order: { wish: { fieldId: fieldA }, visitor: { visitorRef } } },
      { order: { wish: { fieldId: fieldA }, visitor: { kind: 'nameless' } } },
    ]);
    expect(placeOf(state)).toBe('issuing');
  });
  test('K9 a field that is gone leads back to the others; anything else can be tried again', () => {
    const gone = play(at.issuing, notIssued({ kind: 'refused', code: 'unknownField' })).state;
    expect(gone.stage).toMatchObject({ at: 'fields', note: 'fieldGone' });
    const refused = play(at.issuing, notIssued({ kind: 'refused', code: 'notAllowed' })).state;
    expect(placeOf(refused)).toBe('problem');
  });
});

describe('the line', () => {
  test('K11 a short cut changes no screen', () => {
    for (const place of places) {
      const { state } = play(at[place], { kind: 'away' });
      expect(placeOf(state)).toBe(placeOf(at[place]));
    }
  });
  test('K11 a long one shows the maintenance screen, but not to who waits for or reads a number', () => {
    const stays = places.filter((place) => {
      const { state } = play(at[place], { kind: 'away' }, timer('line'));
      return placeOf(state) !== 'offline';
    });
    expect(stays).toEqual(['issuing', 'lineLost', 'checkingIn', 'number']);
  });
  test('K11 the kiosk comes back by itself', () => {
    expect(placeOf(play(at.greet, { kind: 'away' }, timer('line'), live).state)).toBe('attract');
  });
});
