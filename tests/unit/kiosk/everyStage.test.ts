import { describe, expect, test } from 'vitest';
import { noHelp } from '../../../kiosk/renderer/flow/help.ts';
import { switchedOn } from '../../../kiosk/renderer/flow.ts';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import {
  at,
  atMine,
  cameraGone,
  cameraReady,
  identified,
  issued,
  left,
  live,
  maskedName,
  notIssued,
  placeOf,
  play,
  recognised,
  requestsIn,
  run,
  seen,
  timer,
  typedName,
  visitorRef,
} from './world.ts';

/** Every place of every visit, each with help that somebody asked for and with words in the other language. */
const stages: Readonly<Record<string, State>> = Object.fromEntries(
  [
    ...Object.entries(at),
    ...Object.entries(atMine).map(([name, state]) => [`mine: ${name}`, state] as const),
  ].map(([name, state]) => [
    name,
    {
      ...state,
      language: 'en',
      face: 'here',
      help: { open: false, low: true, large: true, contrast: true, sound: true },
    } satisfies State,
  ]),
);
const names = Object.keys(stages);
const of = (name: string): State => stages[name] ?? expect.unreachable();
const at_ = (name: string) => placeOf(of(name));

const starts: readonly string[] = ['attract', 'closed', 'offline'];
const secrets = [visitorRef, maskedName, typedName, 'A012', 'B007', 'sealed', '1234', '1971', '1980', '2345'];
/** The kiosk as the next visitor finds it. */
function expectForgotten(state: State): void {
  expect(starts).toContain(placeOf(state));
  expect(state).toMatchObject({
    language: 'vi',
    closing: null,
    touched: false,
    purpose: 'number',
    help: noHelp,
  });
  const kept = JSON.stringify(state);
  for (const secret of secrets) expect(kept).not.toContain(secret);
}

type Given = Event | ((state: State) => Event);
const seconds = (n: number): Event[] => Array.from({ length: n }, () => timer('second'));
/** What nobody waits for any more: the limits of looking and turning, the answers that are still to come. */
const runsOut: readonly Given[] = [
  timer('giveUp'),
  identified({ kind: 'unknown' }),
  issued,
  notIssued({ kind: 'offline' }),
];
/** Nobody does anything any more. */
const idle: readonly Given[] = [...runsOut, timer('idle'), ...seconds(20), timer('idle'), ...seconds(20)];

describe('every stage', () => {
  test.each(names)('HP1 %s: the visitor walks away, and the next finds nothing of them', (name) => {
    expectForgotten(play(of(name), left, ...seconds(20), ...idle).state);
  });

  test.each(names)('HP2 %s: nobody does anything, and the next visitor finds nothing of the last', (name) => {
    expectForgotten(play(of(name), ...idle).state);
  });

  test.each(names)('HP3 %s: a second person comes into view, and nobody is greeted for it', (name) => {
    const before = of(name);
    const { state, effects } = play(before, seen(2), seen(3), seen(2));
    expect(requestsIn(effects)).toEqual([]);
    // Who was known before stays so; nobody else becomes known, and no name comes up.
    expect(JSON.stringify(state).includes(maskedName)).toBe(JSON.stringify(before).includes(maskedName));
    if (!starts.includes(at_(name))) expect(placeOf(state)).toBe(at_(name));
  });

  test.each(names)('HP4 %s: the camera or its worker is lost, and the visit goes on by touch', (name) => {
    const { state } = play(of(name), cameraGone);
    const needsCamera = ['look', 'turn', 'consent', 'name', 'birth', 'enrolling'].includes(at_(name));
    // With the pictures on their way to the server the camera has done its part.
    if (!needsCamera || name === 'saving') expect(placeOf(state)).toBe(at_(name));
    else expect(['attract', 'fields', 'mineUnknown']).toContain(placeOf(state));
    expectForgotten(play(state, ...idle).state);
    // Back again, it greets again.
    const back = play(state, ...idle, cameraReady, timer('rearm'), seen(1)).state;
    expect(['look', 'closed', 'offline']).toContain(placeOf(back));
  });

  test.each(names)(
    'HP5 %s: the server is lost for good, and nothing is left but a number that was given',
    (name) => {
      const { state } = play(of(name), { kind: 'away' }, timer('line'));
      if (['issuing', 'number'].includes(at_(name))) expect(placeOf(state)).toBe(at_(name));
      else if (!starts.includes(at_(name))) expectForgotten(state);
      const idleAway = play(state, ...idle).state;
      expectForgotten(idleAway);
      const back = play(idleAway, live).state;
      expect(['attract', 'closed']).toContain(placeOf(back));
    },
  );

  test('HP6 a page that is loaded anew knows nothing of the visit before', () => {
    expectForgotten(play(switchedOn, live, cameraReady).state);
  });

  test.each(names)('HP7 %s: late answers after the end change nothing', (name) => {
    const end = play(of(name), { kind: 'away' }, timer('line'), ...idle).state;
    const late = [run, identified(recognised), issued, left].map((given) => (state: State): Event => {
      const event = given({ ...of(name), watch: of(name).watch });
      return event.kind === 'issued' || event.kind === 'identified'
        ? { ...event, request: state.serial - 1 }
        : event;
    });
    expectForgotten(play(end, ...late).state);
  });
});
