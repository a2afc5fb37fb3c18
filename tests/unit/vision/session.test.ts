import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../kiosk/vision/engine.ts';
import { newestFrames } from '../../../kiosk/vision/frames.ts';
import { paceOf } from '../../../kiosk/vision/pace.ts';
import type { FromVision } from '../../../kiosk/vision/protocol.ts';
import { startSession } from '../../../kiosk/vision/session.ts';
import type { Session } from '../../../kiosk/vision/session.ts';
import { findSet, readManifest } from '../../../models/manifest.ts';
import { embedding, facePoints } from './faces.ts';

const set = findSet(readManifest(), 'recommended') ?? expect.unreachable();

/** Something bright and sharp wherever one looks. */
const speckled = new Uint8Array(1280 * 720 * 4).map((_, at) => (at * 7919) % 200);

/** Frames that know whether they were closed. */
class PretendFrame {
  static open = 0;
  readonly codedWidth = 1280;
  readonly codedHeight = 720;
  readonly visibleRect = { width: 1280, height: 720 };
  constructor() {
    PretendFrame.open++;
  }
  allocationSize = (): number => speckled.length;
  copyTo = async (buffer: Uint8Array): Promise<void> => {
    buffer.set(speckled);
    return Promise.resolve();
  };
  close(): void {
    PretendFrame.open--;
  }
}

/** A camera that sends a frame every 40 ms until it is told to stop. */
function pretendCamera(): { stream: ReadableStream<VideoFrame>; end: () => void; freeze: () => void } {
  let timer: ReturnType<typeof setInterval>;
  let controller: ReadableStreamDefaultController<VideoFrame>;
  let over = false;
  const stream = new ReadableStream<VideoFrame>({
    start(own) {
      controller = own;
      timer = setInterval(() => own.enqueue(new PretendFrame() as unknown as VideoFrame), 40);
    },
    cancel() {
      clearInterval(timer);
      over = true;
    },
  });
  const freeze = (): void => clearInterval(timer);
  const end = (): void => {
    freeze();
    if (!over) controller.close();
    over = true;
  };
  return { stream, freeze, end };
}

let someone: boolean;
/** Somebody beside them, seen only where the whole frame is looked at. */
let another: boolean;
/** How far the nose is off the middle, eye distances; who it is; how real they seem. */
let yaw: number;
let who: number;
let real: number;
let looks: number;
let embeddings: number;
/** How often a mirror image was read, and which way round each embedding was made. */
let confirmed: number;
let views: string[];
let measured: number;
let lookMs: number;
const engine: Engine = {
  set,
  detect: async () => {
    looks++;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    const box = { x: 510, y: 200, width: 260, height: 300 };
    const beside = { x: 900, y: 200, width: 240, height: 280 };
    return [...(someone ? [{ box, score: 0.9 }] : []), ...(another ? [{ box: beside, score: 0.9 }] : [])];
  },
  landmarks: () => Promise.resolve({ points: facePoints({ yaw }), disagreement: 0.04 }),
  pointer: {
    read: (_, face) => Promise.resolve({ ...face, points: facePoints({ yaw }), from: face.box }),
    confirm: () => {
      confirmed++;
      return Promise.resolve({ points: facePoints({ yaw }), disagreement: 0.04 });
    },
  },
  follows: true,
  describers: [],
  passives: [],
  realness: () => {
    measured++;
    return Promise.resolve(real);
  },
  embed: (_frame, _points, view = 'both') => {
    embeddings++;
    views.push(view);
    return Promise.resolve(embedding(who));
  },
};

let said: FromVision[];
let session: Session;
let camera: ReturnType<typeof pretendCamera>;
const kinds = (): string[] => said.map(({ kind }) => kind);

beforeEach(() => {
  vi.useFakeTimers();
  PretendFrame.open = 0;
  someone = false;
  another = false;
  looks = 0;
  embeddings = 0;
  confirmed = 0;
  views = [];
  measured = 0;
  yaw = 0;
  who = 0;
  real = 0.9;
  lookMs = 10;
  said = [];
  session = startSession(engine, (message) => said.push(message));
  camera = pretendCamera();
});
afterEach(async () => {
  camera.end();
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
});

describe('the worker’s session', () => {
  it('V90 closes every frame, also those it never looks at', async () => {
    session.follow(camera.stream);
    lookMs = 300;
    await vi.advanceTimersByTimeAsync(5_000);
    // At most one waits and one is being read.
    expect(PretendFrame.open).toBeLessThanOrEqual(2);
    camera.end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(PretendFrame.open).toBe(0);
  });

  it('V91 looks seldom while nothing happens and often while a face is in view', async () => {
    session.follow(camera.stream);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(looks).toBeGreaterThan(7);
    expect(looks).toBeLessThanOrEqual(11);
    expect(paceOf({ kind: 'identify', faceInView: true, complete: false })).toBeLessThan(
      paceOf({ kind: 'identify', faceInView: false, complete: false }),
    );
  });

  it('V92 sends one run for a task, and none before the next', async () => {
    someone = true;
    session.follow(camera.stream);
    session.ask(5, { kind: 'identify' });
    await vi.advanceTimersByTimeAsync(3_000);
    const runs = said.filter((message) => message.kind === 'run');
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ task: 5, modelId: 'recommended', previous: null });
    session.ask(6, { kind: 'identify' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(said.filter((message) => message.kind === 'run').map(({ task }) => task)).toEqual([5, 6]);
  });

  it('FA7 makes an embedding only of frames that count', async () => {
    someone = true;
    session.follow(camera.stream);
    session.ask(1, { kind: 'enrol' });
    await vi.advanceTimersByTimeAsync(10_000);
    const run = said.find((message) => message.kind === 'run') ?? expect.unreachable();
    expect(embeddings).toBe(run.embeddings.length);
    expect(looks).toBeGreaterThan(3 * embeddings);
  });

  it('V133 reads the mirror image only of frames that may count, and describes them by turns', async () => {
    someone = true;
    session.follow(camera.stream);
    session.ask(1, { kind: 'identify' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kinds()).toContain('run');
    expect(views).toEqual(['straight', 'mirrored', 'straight', 'mirrored']);
    // Four that were kept, and between them those of the first five good ones whose realness was measured.
    expect(confirmed).toBeLessThanOrEqual(6);
    session.ask(2, { kind: 'enrol' });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(new Set(views.slice(4))).toEqual(new Set(['both']));
  });

  it.each([0, 60, 120, 180, 240, 300, 360, 420])(
    'V132 sends no run after somebody came up beside, %i ms after it was asked',
    async (after) => {
      someone = true;
      session.follow(camera.stream);
      await vi.advanceTimersByTimeAsync(1_000);
      session.ask(1, { kind: 'identify' });
      await vi.advanceTimersByTimeAsync(after);
      another = true;
      const from = said.length;
      await vi.advanceTimersByTimeAsync(2_000);
      expect(said.slice(from).filter(({ kind }) => kind === 'run')).toEqual([]);
      if (said.slice(0, from).every(({ kind }) => kind !== 'run'))
        expect(said.findLast(({ kind }) => kind === 'seen')).toMatchObject({ hint: 'oneAtATime', faces: 2 });
    },
  );

  it('V134 looks at once when it is asked for something, without waiting for the end of a pause', async () => {
    session.follow(camera.stream);
    for (let task = 1; task < 8; task++) {
      await vi.advanceTimersByTimeAsync(1_000 + task * 70);
      session.ask(task, { kind: task % 2 === 0 ? 'identify' : 'rest' });
      // The camera's next frame and the look.
      await vi.advanceTimersByTimeAsync(60);
      expect(said.at(-1)).toMatchObject({ kind: 'seen', task });
    }
  });

  it.each([
    ['real', 0.9],
    ['replay', 0],
  ] as const)('V123 says of a run that it is %s, from five frames at most', async (liveness, seems) => {
    someone = true;
    real = seems;
    session.follow(camera.stream);
    for (const kind of ['identify', 'enrol'] as const) {
      measured = 0;
      session.ask(said.length, { kind });
      await vi.advanceTimersByTimeAsync(8_000);
      expect(said.findLast((message) => message.kind === 'run')).toMatchObject({ liveness });
      expect(measured).toBeGreaterThanOrEqual(3);
      expect(measured).toBeLessThanOrEqual(5);
    }
  });

  it('V124 describes whoever is to be identified by the set used before as well, once it is there', async () => {
    const older = findSet(readManifest(), 'embedded') ?? expect.unreachable();
    someone = true;
    session.follow(camera.stream);
    session.remember({ ...engine, set: older, embed: () => Promise.resolve(embedding(3)) });
    const runs: unknown[] = [];
    for (const kind of ['identify', 'enrol'] as const) {
      session.ask(said.length, { kind });
      await vi.advanceTimersByTimeAsync(8_000);
      const run = said.findLast((message) => message.kind === 'run') ?? expect.unreachable();
      expect(run.embeddings[0]).toEqual(embedding(0));
      runs.push(run.previous);
    }
    expect(runs).toEqual([
      { modelId: 'embedded', embeddings: Array.from({ length: 4 }, () => embedding(3)) },
      null,
    ]);
  });

  it('V124 goes on without the other set where that does not find the face', async () => {
    someone = true;
    session.follow(camera.stream);
    session.remember({ ...engine, detect: () => Promise.resolve([]) });
    session.ask(1, { kind: 'identify' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(said.find((message) => message.kind === 'run')).toMatchObject({ previous: null });
  });

  /** Identifies whoever is there, asks for a turn to the left, and turns their head there. */
  const askToTurn = async (meanwhile: () => Promise<unknown> | void = () => undefined): Promise<void> => {
    someone = true;
    session.follow(camera.stream);
    session.ask(1, { kind: 'identify' });
    await vi.advanceTimersByTimeAsync(3_000);
    await meanwhile();
    session.ask(2, { kind: 'turn', side: 'left' });
    await vi.advanceTimersByTimeAsync(500);
    for (yaw = 0; yaw < 0.24; yaw += 0.02) await vi.advanceTimersByTimeAsync(100);
    await vi.advanceTimersByTimeAsync(3_000);
  };

  it('V116 says once that the recognised person turned, and how far they are before that', async () => {
    await askToTurn();
    expect(said.filter((message) => message.kind === 'turned')).toEqual([{ kind: 'turned', task: 2 }]);
    const progress = said.flatMap((message) =>
      message.kind === 'seen' && message.task === 2 ? message.progress : [],
    );
    expect(progress[0]).toBe(0);
    expect(progress.some((share) => share > 0.2 && share < 0.8)).toBe(true);
    expect(progress.at(-1)).toBe(1);
    expect(said.filter((message) => message.kind === 'run')).toHaveLength(1);
  });

  it.each<readonly [string, () => Promise<unknown> | void]>([
    ['another person is there by then', () => void (who = 1)],
    [
      'the person left in between',
      async () => {
        someone = false;
        await vi.advanceTimersByTimeAsync(3_000);
        someone = true;
      },
    ],
    ['another run was begun', () => session.ask(9, { kind: 'identify' })],
  ])('V116 never says that somebody turned when %s', async (_, meanwhile) => {
    await askToTurn(meanwhile);
    expect(kinds()).not.toContain('turned');
  });

  it('V93 never answers an older task after a newer one was asked', async () => {
    someone = true;
    lookMs = 200;
    session.follow(camera.stream);
    for (let task = 1; task <= 8; task++) {
      session.ask(task, { kind: 'identify' });
      const from = said.length;
      await vi.advanceTimersByTimeAsync(330);
      for (const message of said.slice(from)) expect(message).toMatchObject({ task });
    }
    expect(kinds()).toContain('seen');
  });

  it('V97 says where the head points at least 12 times a second, and collects nothing', async () => {
    someone = true;
    session.follow(camera.stream);
    session.ask(7, { kind: 'point' });
    await vi.advanceTimersByTimeAsync(3_000);
    const pointings = said.filter((message) => message.kind === 'seen' && message.pointing !== null);
    expect(pointings.length).toBeGreaterThanOrEqual(36);
    expect(embeddings).toBe(0);
    expect(kinds()).not.toContain('run');
  });

  it('V94 says once that the person left, and not for a short absence', async () => {
    someone = true;
    session.follow(camera.stream);
    await vi.advanceTimersByTimeAsync(1_000);
    someone = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kinds()).not.toContain('left');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kinds().filter((kind) => kind === 'left')).toHaveLength(1);
  });

  it('V57 says which way to look while registering, and not else', async () => {
    someone = true;
    session.follow(camera.stream);
    session.ask(1, { kind: 'enrol' });
    await vi.advanceTimersByTimeAsync(3_000);
    yaw = 0.12;
    await vi.advanceTimersByTimeAsync(1_500);
    yaw = -0.12;
    await vi.advanceTimersByTimeAsync(1_500);
    const wanted = said.flatMap((message) => (message.kind === 'seen' ? (message.wanted ?? '-') : []));
    const changes = wanted.filter((way, index) => way !== wanted[index - 1]);
    expect(changes).toEqual(['straight', 'left', 'right', '-']);
    expect(said.find((message) => message.kind === 'run')?.embeddings).toHaveLength(7);
  });

  it('V95 says that the stream ended, and that it froze', async () => {
    session.follow(camera.stream);
    await vi.advanceTimersByTimeAsync(500);
    camera.end();
    await vi.advanceTimersByTimeAsync(500);
    expect(said.at(-1)).toEqual({ kind: 'failed', reason: 'frames', detail: 'the camera’s stream ended' });
    camera = pretendCamera();
    session.follow(camera.stream);
    await vi.advanceTimersByTimeAsync(500);
    camera.freeze();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(said.at(-1)).toEqual({ kind: 'failed', reason: 'frames', detail: 'the camera’s stream stalled' });
  });

  it('V96 gives the newest frame, not the oldest', async () => {
    const sent: VideoFrame[] = [];
    const stream = new ReadableStream<VideoFrame>({
      pull(controller) {
        if (sent.length === 5) return;
        const frame = new PretendFrame() as unknown as VideoFrame;
        sent.push(frame);
        controller.enqueue(frame);
      },
    });
    // The camera of the other tests is not read here, so it must not send either.
    camera.freeze();
    const frames = newestFrames(stream);
    await vi.advanceTimersByTimeAsync(10);
    expect(await frames.take(100)).toBe(sent[4]);
    const second = frames.take(100);
    await vi.advanceTimersByTimeAsync(100);
    expect(await second).toBe('stalled');
    expect(PretendFrame.open).toBe(1);
  });
});
