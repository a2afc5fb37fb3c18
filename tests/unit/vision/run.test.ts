import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MainFace } from '../../../kiosk/vision/look.ts';
import {
  advanceRun,
  emptyRun,
  isComplete,
  measures,
  progressOf,
  runRules,
  wantedOf,
} from '../../../kiosk/vision/run.ts';
import type { Run, Sample } from '../../../kiosk/vision/run.ts';
import { embedding, mainFace } from './faces.ts';

const identify = runRules('identify', { sameRun: 0.9, turned: 0.5 });
const enrol = runRules('enrol', { sameRun: 0.9, turned: 0.5 });
const here = mainFace();
const good = (at: number, who = 0, face: MainFace = here): Sample => ({
  at,
  face,
  embedding: embedding(who, at / 1e5),
  previous: null,
  realness: null,
});
const poor = (at: number, face: MainFace = here): Sample => ({
  ...good(at, 0, face),
  embedding: null,
});
const nobody = (at: number): Sample => ({ ...poor(at), face: null });
const after = (samples: readonly Sample[], rules = identify): Run =>
  samples.reduce((run, sample) => advanceRun(run, sample, rules), emptyRun);

describe('a run', () => {
  it('V50 is complete after four good frames, counted from the first sight of the face', () => {
    const run = after([poor(0), good(100), good(200), good(300), good(400)]);
    expect(isComplete(run, identify, 400)).toBe(true);
    expect(progressOf(run, identify, 400)).toBe(1);
    expect(run.since).toBe(0);
  });

  it.each([
    ['one frame without a face', nobody(250)],
    ['one poor frame', poor(250)],
  ])('V51 survives %s', (_, bad) => {
    expect(progressOf(after([good(100), good(200), bad, good(300), good(400)]), identify, 400)).toBe(1);
  });

  it('V52 starts again when the person left', () => {
    const run = after([good(0), good(100), nobody(500), nobody(1_000)]);
    expect(run).toEqual(emptyRun);
    expect(after([good(0), good(100), good(1_200)]).kept).toHaveLength(1);
  });

  it.each([
    ['elsewhere', mainFace({ at: { x: 1_000, y: 300 } })],
    ['much larger', mainFace({ eyeDistance: 190 })],
    ['much smaller', mainFace({ eyeDistance: 50 })],
  ])('V53 starts again when the next face is %s', (_, face) => {
    const run = after([good(0), good(100), good(200), good(300, 0, face)]);
    expect(run.kept).toHaveLength(1);
    expect(run.since).toBe(300);
  });

  it('V54 starts again when somebody else stands in the same place', () => {
    const run = after([good(0), good(100), good(200), good(300, 1)]);
    expect(run.kept.map((kept) => kept.embedding)).toEqual([good(300, 1).embedding]);
    expect(run.since).toBe(300);
  });

  it('V55 does not count the same picture many times', () => {
    expect(after([good(0), good(20), good(40), good(60)]).kept).toHaveLength(1);
    expect(after([good(0), good(100), good(300), good(390)], enrol).kept).toHaveLength(1);
  });

  const turns = (yaws: readonly number[]): Sample[] =>
    yaws.map((yaw, at) => good(at * 450, 0, mainFace({ yaw })));

  it('V56 takes turned heads at once when registering', () => {
    const quick = [0, 0.08, 0.16, -0.08, -0.16].map((yaw, at) => good(at * 60, 0, mainFace({ yaw })));
    expect(after(quick, enrol).kept).toHaveLength(5);
  });

  it.each([
    ['straight', [], 0],
    ['straight', [0], 1],
    ['left', [0, 0.01], 2],
    ['left', [0, 0.01, 0.02, 0, 0.1], 3],
    ['right', [0, 0, 0.1, 0.16], 4],
    ['left', [0, 0, -0.1, -0.16], 4],
    ['right', [0, 0, 0.1, 0.16, -0.1], 5],
    [null, [0, 0, 0.1, 0.16, -0.1, -0.16], 6],
    // By how this person looks when they look straight.
    ['right', [0.1, 0.1, 0.2, 0.26], 4],
  ] as const)('V57 wants a look %s after %j', (wanted, yaws, sixths) => {
    const run = after(turns(yaws), enrol);
    expect(wantedOf(run, enrol)).toBe(wanted);
    expect(progressOf(run, enrol, yaws.length * 450)).toBeCloseTo(sixths / 6);
    expect(isComplete(run, enrol, yaws.length * 450)).toBe(wanted === null);
    expect(wantedOf(run, identify)).toBeNull();
  });

  it.each([
    ['only looks straight', turns(Array.from({ length: 8 }, () => 0)), 3],
    ['turns to one side only', turns([0, 0, 0.1, 0.16, 0.2]), 4],
  ])('V57 registers somebody who %s, when nothing new has come for four seconds', (_, samples, count) => {
    const run = after(samples, enrol);
    expect(run.kept).toHaveLength(count);
    const newest = run.kept.at(-1)?.at ?? 0;
    expect(isComplete(run, enrol, newest + 3_900)).toBe(false);
    expect(isComplete(run, enrol, newest + 4_000)).toBe(true);
    expect(progressOf(run, enrol, newest + 4_000)).toBe(1);
  });

  it('V57 registers nobody of whom there are less than three pictures', () => {
    expect(isComplete(after(turns([0, 0]), enrol), enrol, 60_000)).toBe(false);
    expect(isComplete(emptyRun, enrol, 60_000)).toBe(false);
  });

  it('V57 takes a turned head that is less alike for the same person, and a straight one for another', () => {
    const other = (yaw: number): Sample => ({
      ...good(1_000, 0, mainFace({ yaw })),
      embedding: embedding(0, 0.8),
    });
    expect(after([...turns([0, 0]), other(0.1)], enrol).kept).toHaveLength(3);
    expect(after([...turns([0, 0]), other(0)], enrol).kept).toHaveLength(1);
  });

  it('V68 measures how real a person seems in five good frames, and anew for another person', () => {
    const measured = (at: number, who = 0): Sample => ({ ...good(at, who), realness: at / 1_000 });
    const run = after(
      [0, 30, 60, 90, 120].map((at) => measured(at)),
      identify,
    );
    expect(run.realness).toHaveLength(5);
    expect(run.kept).toHaveLength(2);
    expect(measures(run, here, 150)).toBe(false);
    expect(measures(run, mainFace({ at: { x: 1_000, y: 300 } }), 150)).toBe(true);
    expect(after([measured(0), measured(100), measured(200, 1)]).realness).toEqual([0.2]);
    expect(after([measured(0), measured(100), nobody(900)]).realness).toEqual([]);
  });

  it('V58 never mixes two people, whatever the order of frames', () => {
    const step = fc.record({
      kind: fc.constantFrom('good', 'poor', 'nobody'),
      who: fc.integer({ min: 0, max: 2 }),
      wait: fc.integer({ min: 10, max: 900 }),
      x: fc.constantFrom(400, 640, 900),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let run = emptyRun;
        let at = 0;
        for (const { kind, who, wait, x } of steps) {
          at += wait;
          const face = mainFace({ at: { x, y: 300 } });
          run = advanceRun(
            run,
            kind === 'nobody'
              ? nobody(at)
              : kind === 'poor'
                ? poor(at, face)
                : { ...good(at, who, face), embedding: embedding(who) },
            identify,
          );
          expect(new Set(run.kept.map((kept) => kept.embedding.indexOf(1))).size).toBeLessThanOrEqual(1);
          expect(progressOf(run, identify, at)).toBeLessThanOrEqual(1);
          if (run.since !== null) expect(run.since).toBeLessThanOrEqual(at);
        }
      }),
    );
  });
});
