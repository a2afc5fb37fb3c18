import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startClient } from '../../../kiosk/vision/client.ts';
import type { VisionClient } from '../../../kiosk/vision/client.ts';
import type { FromVision, Heartbeat, ToVision } from '../../../kiosk/vision/protocol.ts';

/** A worker that only remembers what it is told and says what the test wants. */
class PretendWorker extends EventTarget {
  readonly told: ToVision[] = [];
  ended = false;
  postMessage(message: ToVision): void {
    this.told.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(message: FromVision | Heartbeat): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }));
  }
}

const ready: FromVision = { kind: 'ready', modelId: 'embedded', threads: 2, loadMs: 300 };
const beat: Heartbeat = { kind: 'beat' };

let workers: PretendWorker[];
let reports: FromVision[];
let hasCamera: boolean;
let client: VisionClient;
const newest = (): PretendWorker => workers.at(-1) ?? expect.unreachable('no worker');
const told = (): string[] => newest().told.map(({ kind }) => kind);

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  reports = [];
  hasCamera = true;
  client = startClient({
    modelsUrl: '/models/embedded/',
    frames: () => (hasCamera ? new ReadableStream<VideoFrame>() : null),
    report: (message) => reports.push(message),
    makeWorker: () => {
      const worker = new PretendWorker();
      workers.push(worker);
      return worker;
    },
  });
});
afterEach(() => {
  client.close();
  vi.useRealTimers();
});

describe('the worker’s client', () => {
  it('V90 gives a worker the camera and the task when it is ready for them, and passes messages on but no heartbeats', () => {
    client.ask(3, { kind: 'identify' });
    client.attach();
    newest().say(beat);
    expect(told()).toEqual(['open']);
    newest().say(ready);
    expect(told()).toEqual(['open', 'task', 'frames']);
    expect(reports).toEqual([ready]);
  });

  it('attaches a camera that comes later', () => {
    newest().say(ready);
    hasCamera = false;
    client.attach();
    expect(told().filter((kind) => kind === 'frames')).toHaveLength(1);
    hasCamera = true;
    client.attach();
    expect(told().filter((kind) => kind === 'frames')).toHaveLength(2);
  });

  it.each([
    ['stops answering', () => vi.advanceTimersByTime(6_000)],
    ['fails', () => newest().say({ kind: 'failed', reason: 'bug', detail: 'x' })],
    [
      'crashes',
      () => newest().dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' })),
    ],
  ])('V80 starts a worker that %s again, says so, and asks it the same', (_, breakIt) => {
    client.ask(7, { kind: 'enrol' });
    newest().say(ready);
    breakIt();
    expect(workers[0]?.ended).toBe(true);
    expect(reports.at(-1)).toMatchObject({ kind: 'failed', reason: 'bug' });
    vi.advanceTimersByTime(500);
    expect(workers).toHaveLength(2);
    newest().say(ready);
    expect(newest().told).toContainEqual({ kind: 'task', task: 7, what: { kind: 'enrol' } });
    expect(told()).toEqual(['open', 'task', 'frames']);
  });

  it('V81 leaves a worker alone that is loading slowly, but not for ever', () => {
    newest().say(beat);
    vi.advanceTimersByTime(29_000);
    expect(workers[0]?.ended).toBe(false);
    vi.advanceTimersByTime(1_500);
    expect(workers[0]?.ended).toBe(true);
  });

  it('V82 waits longer each time, up to half a minute, and starts afresh after a run', () => {
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      newest().say({ kind: 'failed', reason: 'models', detail: 'gone' });
      const started = Date.now();
      const count = workers.length;
      while (workers.length === count) vi.advanceTimersByTime(100);
      waits.push(Date.now() - started);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    newest().say(ready);
    newest().say({
      kind: 'run',
      task: 1,
      modelId: 'embedded',
      embeddings: [],
      quality: 0.8,
      previous: null,
      liveness: 'unmeasured',
      tookMs: 1,
    });
    newest().say({ kind: 'failed', reason: 'bug', detail: 'x' });
    vi.advanceTimersByTime(500);
    expect(workers).toHaveLength(11);
  });

  it('V83 does not start again when only the camera’s stream ended', () => {
    newest().say({ kind: 'failed', reason: 'frames', detail: 'ended' });
    newest().say(beat);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.ended).toBe(false);
    expect(reports).toHaveLength(1);
  });

  it('V84 hears nothing of a worker that was replaced, and nothing after close', () => {
    const [old] = workers;
    newest().say({ kind: 'failed', reason: 'bug', detail: 'x' });
    vi.advanceTimersByTime(500);
    const before = reports.length;
    old?.say(ready);
    client.close();
    newest().say(ready);
    vi.advanceTimersByTime(120_000);
    expect(reports).toHaveLength(before);
    expect(workers).toHaveLength(2);
  });
});
