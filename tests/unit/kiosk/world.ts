import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { FieldId, TicketId } from '../../../shared/domain/ids.ts';
import { reduce, switchedOn } from '../../../kiosk/renderer/flow.ts';
import type { Channel, Effect, Event, Stage, State } from '../../../kiosk/renderer/flow/types.ts';

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
  issuedAt: Date.UTC(2026, 10, 23, 1, 30),
  peopleAhead: 3,
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
export const run = (state: State): Event => ({
  kind: 'run',
  task: state.watch.task,
  modelId,
  embeddings,
  previous: null,
  liveness: 'unmeasured',
});
export const left = (state: State): Event => ({ kind: 'left', task: state.watch.task });

type Identified = RequestOutput<'visitor:identify'>;
export const identified =
  (answer: Identified) =>
  (state: State): Event => ({
    kind: 'identified',
    request: state.serial,
    answer,
  });
export const recognised: Identified = {
  kind: 'recognised',
  visitorRef,
  maskedName,
  usualFields: [fieldA, fieldB],
};
export const enrolled = (state: State): Event => ({
  kind: 'enrolled',
  request: state.serial,
  answer: { kind: 'done', visitorRef, maskedName },
});
export const issued = (state: State): Event => ({
  kind: 'issued',
  request: state.serial,
  answer: { kind: 'done', ticket },
});
type Failure = Extract<Extract<Event, { kind: 'issued' }>['answer'], { kind: 'failed' }>['problem'];
export const notIssued =
  (problem: Failure) =>
  (state: State): Event => ({
    kind: 'issued',
    request: state.serial,
    answer: { kind: 'failed', problem },
  });

export const live: Event = { kind: 'live', modelId };
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
  const greet = play(asked, identified(recognised)).state;
  const unknown = play(asked, identified({ kind: 'unknown' })).state;
  const consent = play(unknown, { kind: 'register' }).state;
  const name = play(consent, { kind: 'agree', version: 'v1' }, { kind: 'typed', text: typedName }).state;
  const enrolling = play(name, { kind: 'named', name: typedName }).state;
  const saving = play(enrolling, run).state;
  const issuing = play(unknown, choose(fieldA)).state;
  return {
    off: switchedOn,
    attract,
    look,
    asked,
    greet,
    knownFields: play(greet, { kind: 'otherFields' }).state,
    unknown,
    unsure: play(asked, identified({ kind: 'unsure' })).state,
    touched: play(attract, { kind: 'takeNumber' }).state,
    consent,
    name,
    enrolling,
    saving,
    registered: play(saving, enrolled).state,
    issuing,
    lineLost: play(issuing, notIssued({ kind: 'offline' })).state,
    problem: play(issuing, notIssued({ kind: 'bug', id: '1' })).state,
    number: play(issuing, issued).state,
  } as const satisfies Record<string, State>;
})();
export type Place = keyof typeof at;
export const places = Object.keys(at) as Place[];

export const placeOf = ({ stage }: State): Stage['at'] => stage.at;
/** The effects that reach the server. */
export const requestsIn = (effects: readonly Effect[]): Effect[] =>
  effects.filter(({ kind }) => ['identify', 'enrol', 'issue', 'deny'].includes(kind));
