import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MainFace } from '../../../kiosk/vision/look.ts';
import { advanceRun, emptyRun, progressOf, runRules } from '../../../kiosk/vision/run.ts';
import type { Run, Sample } from '../../../kiosk/vision/run.ts';
import { embedding, mainFace } from './faces.ts';

const identify = runRules('identify', 0.9);
const enrol = runRules('enrol', 0.9);
const here = mainFace();
const good = (at: number, who = 0, face: MainFace = here): Sample => ({
  at,
  face,
  embedding: embedding(who, at / 1e5),
});
const poor = (at: number, face: MainFace = here): Sample => ({ at, face, embedding: null });
const nobody = (at: number): Sample => ({ at, face: null, embedding: null });
const after = (samples: readonly Sample[], rules = identify): Run =>
  samples.reduce((run, sample) => advanceRun(run, sample, rules), emptyRun);

describe('a run', () => {
  it('V50 is complete after four good frames, counted from the first sight of the face', () => {
    const run = after([poor(0), good(100), good(200), good(300), good(400)]);
    expect(progressOf(run, identify)).toBe(1);
    expect(run.since).toBe(0);
  });

  it.each([
    ['one frame without a face', nobody(250)],
    ['one poor frame', poor(250)],
  ])('V51 survives %s', (_, bad) => {
    expect(progressOf(after([good(100), good(200), bad, good(300), good(400)]), identify)).toBe(1);
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

  it('V56 takes turned heads at once when registering', () => {
    const turns = [0, 0.08, 0.16, -0.08, -0.16, 0.24].map((yaw, at) => good(at * 100, 0, mainFace({ yaw })));
    expect(progressOf(after(turns, enrol), enrol)).toBe(1);
  });

  it('V57 completes a registration also of somebody who does not turn', () => {
    const still = Array.from({ length: 21 }, (_, at) => good(at * 100));
    expect(progressOf(after(still, enrol), enrol)).toBe(1);
    expect(after(still, enrol).kept.length).toBeGreaterThanOrEqual(3);
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
                : { at, face, embedding: embedding(who) },
            identify,
          );
          expect(new Set(run.kept.map((kept) => kept.embedding.indexOf(1))).size).toBeLessThanOrEqual(1);
          expect(progressOf(run, identify)).toBeLessThanOrEqual(1);
          if (run.since !== null) expect(run.since).toBeLessThanOrEqual(at);
        }
      }),
    );
  });
});
