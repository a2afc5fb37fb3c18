import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { OwnTicket } from '../../../shared/contract/requests/reserve.ts';
import type { KeptData } from '../../../shared/contract/views/privacy.ts';
import type { CardTrouble, CitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { BusinessDay, FieldId, IsoDay, TicketId } from '../../../shared/domain/ids.ts';
import { reduce, switchedOn } from '../../../kiosk/renderer/flow.ts';
import type { Effect, Event } from '../../../kiosk/renderer/flow/events.ts';
import type { Channel, Office, Stage, State } from '../../../kiosk/renderer/flow/types.ts';
import type { Liveness } from '../../../kiosk/vision/protocol.ts';

/** Values for tests of the visitor's journey. */
export const modelId = 'embedded';
export const fieldA = 1 as FieldId;
export const fieldB = 2 as FieldId;
export const visitorRef = 'sealed-reference-of-a-visitor';
export const maskedName = 'Nguyễn T. H***';
export const typedName = 'Nguyễn Thị Hồng';
export const embeddings = [new Float32Array([0.6, 0.8]), new Float32Array([0.8, 0.6])];
export const box = { x: 0.4, y: 0.3, width: 0.2, height: 0.3 };

export const ticket: RequestOutput<'ticket:issue'> = {
  ticketId: '7f6c2a34-6df5-4a39-9d61-7e1f1f0f0a01' as TicketId,
  number: 'A012',
  fieldId: fieldA,
  legs: [],
  appointmentAt: null,
  issuedAt: Date.UTC(2026, 10, 23, 1, 30),
  peopleAhead: 3,
  trackUrl: 'http://192.168.1.20:8085/t/khong-ai-doan-duoc',
  wait: { p50Ms: 600_000, p90Ms: 1_500_000 },
};

/** Plays events one after another. `seen`, `run`, `left` and answers may leave out their numbers: then they are in time. */
export function play(
  from: State,
  ...events: (Event | ((state: State) => Event))[]
): { state: State; effects: Effect[] } {
  let state = from;
  const effects: Effect[] = [];
  for (const event of events) {
    const step = reduce(state, typeof event === 'function' ? event(state) : event);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

/** Reports of the camera that are in time. */
export const seen =
  (faces: number) =>
  (state: State): Event => ({
    kind: 'seen',
    task: state.watch.task,
    faces,
    box: faces > 0 ? box : null,
    hint: null,
    progress: 0,
    wanted: null,
    pointing: null,
  });
/** A run of which the camera says this of whether a person stands there. */
export const runOf =
  (liveness: Liveness) =>
  (state: State): Event => ({
    kind: 'run',
    task: state.watch.task,
    modelId,
    embeddings,
    quality: 0.8,
    previous: null,
    liveness,
  });
export const run = runOf('real');
export const turned = (state: State): Event => ({ kind: 'turned', task: state.watch.task });
export const left = (state: State): Event => ({ kind: 'left', task: state.watch.task });

type Identified = RequestOutput<'visitor:identify'>;
export const identified =
  (answer: Identified) =>
  (state: State): Event => ({
    kind: 'identified',
    request: state.serial,
    answer,
    side: 'left',
  });
export const recognised = {
  kind: 'recognised',
  visitorRef,
  maskedName,
  usualFields: [fieldA, fieldB],
  appointment: null,
  dossiers: [],
  pickUpFieldId: null,
  asksConsent: false,
} as const satisfies Identified & { readonly usualFields: readonly FieldId[] };
/** The same visitor, who is expected today. */
export const expected = {
  ...recognised,
  appointment: { id: 7, fieldId: fieldB, at: Date.UTC(2026, 10, 23, 2, 30) },
};
/** Not sure enough: a question settles it. */
export const question = { questionRef: 'sealed-question', birthYears: [1955, 1962, 1971, 1980] };
export const asking: Identified = { kind: 'unsure', question };
export const unsure: Identified = { kind: 'unsure', question: null };
export const answered =
  (answer: RequestOutput<'visitor:answer'>) =>
  (state: State): Event => ({ kind: 'answered', request: state.serial, answer, side: 'right' });
export const enrolled = (state: State): Event => ({
  kind: 'enrolled',
  request: state.serial,
  answer: { kind: 'done', visitorRef, maskedName },
});
/** Of 1990 and of age, and of somebody who is not; whose names a scanner garbled. */
export const card = {
  idNumber: '001190012345',
  name: typedName,
  birthDate: '1990-09-02' as IsoDay,
  doubts: [],
};
export const youngCard = { ...card, birthDate: '2012-09-02' as IsoDay };
export const garbledCard = { ...card, name: null };
export const cardRead = (value: CitizenCard = card): Event => ({
  kind: 'cardRead',
  read: { ok: true, value },
});
export const wrongCode = (error: CardTrouble = 'notCard'): Event => ({
  kind: 'cardRead',
  read: { ok: false, error },
});
export const cardShown =
  (answer: RequestOutput<'visitor:showCard'>) =>
  (state: State): Event => ({ kind: 'cardShown', request: state.serial, answer });
export const cardRegistered = (state: State): Event => ({
  kind: 'cardRegistered',
  request: state.serial,
  answer: { kind: 'done', visitorRef, maskedName },
});
export const issued = (state: State): Event => ({
  kind: 'issued',
  request: state.serial,
  answer: { kind: 'done', ticket },
});
/** The kiosk may give five numbers of each of these fields by itself. */
export const reserveOf = (...fields: readonly FieldId[]): Event => ({
  kind: 'reserve',
  left: new Map(fields.map((fieldId) => [fieldId, 5])),
});
/** A number that the kiosk gave by itself, and that it has none. */
export const ownTicket: OwnTicket = {
  ticketId: '7f6c2a34-6df5-4a39-9d61-7e1f1f0f0a02' as TicketId,
  number: 'A900',
  fieldId: fieldA,
  legs: [],
  issuedAt: Date.UTC(2026, 10, 23, 1, 31),
  trackUrl: null,
};
export const ownIssued = (state: State): Event => ({
  kind: 'issued',
  request: state.serial,
  answer: { kind: 'done', ticket: ownTicket },
});
export const usedUp = (state: State): Event => ({
  kind: 'issued',
  request: state.serial,
  answer: { kind: 'usedUp' },
});
/** What is kept of the visitor, and the reference by which it is opened. */
export const mineRef = 'sealed-reference-to-what-is-kept';
export const kept: KeptData = {
  name: typedName,
  birthYear: 1980,
  birthDate: null,
  idLast4: null,
  factsFrom: 'said',
  registeredAt: 0,
  templates: [],
  visits: [],
  visitCount: 0,
  consents: [],
  appointments: [],
  requests: [],
};
type MineAnswered = Extract<Event, { kind: 'mineAnswered' }>['answer'];
export const mineAnswered =
  (answer: MineAnswered) =>
  (state: State): Event => ({ kind: 'mineAnswered', request: state.serial, answer });
export const opened = mineAnswered({ kind: 'opened', mineRef, data: kept });
export const birthDate = '1980-09-02' as IsoDay;
type Failure = Extract<Extract<Event, { kind: 'issued' }>['answer'], { kind: 'failed' }>['problem'];
export const notIssued =
  (problem: Failure) =>
  (state: State): Event => ({
    kind: 'issued',
    request: state.serial,
    answer: { kind: 'failed', problem },
  });

/** A view of the office, which is as usual but for this. */
export const liveWith = (more: Partial<Office>): Event => ({
  kind: 'live',
  office: {
    modelId,
    previousModelId: null,
    recognises: true,
    opening: 'open',
    today: '2026-11-23' as BusinessDay,
    printer: 'none',
    ...more,
  },
});
export const live = liveWith({});
export const shut = liveWith({ opening: 'closed' });
export const cameraReady: Event = { kind: 'camera', camera: { kind: 'ready', modelId } };
export const cameraGone: Event = { kind: 'camera', camera: { kind: 'none' } };
export const timer = (name: Extract<Event, { kind: 'timer' }>['timer']): Event => ({
  kind: 'timer',
  timer: name,
});
export const choose = (fieldId: FieldId, channel: Channel = 'touch'): Event => ({
  kind: 'chooseField',
  fieldId,
  channel,
});

/** The kiosk in each of its places, reached as a visitor reaches it. */
export const at = (() => {
  const attract = play(switchedOn, live, cameraReady).state;
  const look = play(attract, seen(1)).state;
  const asked = play(look, run).state;
  const doubted = play(look, runOf('unclear')).state;
  const greet = play(asked, identified(recognised)).state;
  const unknown = play(asked, identified({ kind: 'unknown' })).state;
  const consent = play(unknown, { kind: 'register' }).state;
  const name = play(consent, { kind: 'agree', version: 'v1' }, { kind: 'typed', text: typedName }).state;
  const birth = play(name, { kind: 'named', name: typedName }).state;
  const enrolling = play(birth, { kind: 'born', year: 1980 }).state;
  const saving = play(enrolling, run).state;
  const issuing = play(unknown, choose(fieldA)).state;
  const questioned = play(asked, identified(asking)).state;
  const showing = play(attract, { kind: 'useCard' }).state;
  const looking = play(showing, cardRead()).state;
  const newcomer = play(looking, cardShown({ kind: 'unknown' })).state;
  const facts = play(newcomer, { kind: 'register' }, { kind: 'agree', version: 'v1' }).state;
  const code = play(unknown, { kind: 'enterCode' }, { kind: 'typed', text: '1234' }).state;
  return {
    off: switchedOn,
    closed: play(attract, shut).state,
    attract,
    look,
    asked,
    doubted,
    turn: play(doubted, identified(recognised)).state,
    question: questioned,
    answering: play(questioned, { kind: 'answerYear', year: 1971 }).state,
    greet,
    expected: play(asked, identified(expected)).state,
    knownFields: play(greet, { kind: 'otherFields' }).state,
    unknown,
    unsure: play(asked, identified(unsure)).state,
    touched: play(attract, { kind: 'takeNumber' }).state,
    several: play(unknown, { kind: 'several' }).state,
    priority: play(unknown, { kind: 'declarePriority' }).state,
    code,
    consent,
    name,
    birth,
    showing,
    looking,
    newcomer,
    facts,
    savingCard: play(facts, { kind: 'confirmCard' }).state,
    enrolling,
    saving,
    registered: play(saving, enrolled).state,
    issuing,
    lineLost: play(issuing, notIssued({ kind: 'offline' })).state,
    checkingIn: play(code, { kind: 'checkInByCode', code: '1234' }).state,
    refused: play(issuing, notIssued({ kind: 'refused', code: 'visitorLimit', detail: { number: 'B007' } }))
      .state,
    problem: play(issuing, notIssued({ kind: 'bug', id: '1' })).state,
    number: play(issuing, issued).state,
  } as const satisfies Record<string, State>;
})();
/** The places of a visit that is about the visitor's own data, which is left as soon as the face is. */
export const atMine = (() => {
  const proof = play(at.greet, { kind: 'mine' }).state;
  const mine = play(proof, { kind: 'bornOn', birthDate }, opened).state;
  const mineName = play(mine, { kind: 'correctMine' }).state;
  return {
    look: play(at.attract, { kind: 'mine' }).state,
    proof,
    mine,
    mineName,
    mineBirth: play(mineName, { kind: 'named', name: typedName }).state,
    mineForget: play(mine, { kind: 'forgetMine', what: 'erase' }).state,
    consentAgain: play(at.asked, identified({ ...recognised, asksConsent: true })).state,
  } as const satisfies Record<string, State>;
})();
export type Place = keyof typeof at;
export const places = Object.keys(at) as Place[];

export const placeOf = ({ stage }: State): Stage['at'] => stage.at;
/** The effects that reach the server. */
export const requestsIn = (effects: readonly Effect[]): Effect[] =>
  effects.filter(({ kind }) =>
    ['identify', 'answer', 'enrol', 'showCard', 'registerCard', 'issue', 'deny', 'unproven', 'mine'].includes(
      kind,
    ),
  );
