import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Send } from '../../../shared/link/ask.ts';
import type { LinkState } from '../../../shared/link/link.ts';
import { startJourney } from '../../../kiosk/renderer/effects/journey.ts';
import type { Vision, VisionReport } from '../../../kiosk/renderer/effects/vision.ts';
import type { VisionTask } from '../../../kiosk/vision/protocol.ts';
import type { Printed, Slip } from '../../../kiosk/renderer/flow/slip.ts';
import { asking, choose, embeddings, fieldA, modelId, question, recognised, ticket } from './world.ts';

type Sent = {
  readonly name: string;
  readonly input: Record<string, unknown>;
  readonly requestId: string | undefined;
};

const faceAt = (task: number): VisionReport => ({
  kind: 'seen',
  task,
  faces: 1,
  box: { x: 0, y: 0, width: 0.3, height: 0.4 },
  hint: null,
  progress: 0,
  wanted: null,
  pointing: null,
});
const view = {
  modelId,
  previousModelId: null,
  recognises: true,
  opening: { kind: 'open', until: null },
  printer: 'none',
  wish: { locked: false, reloads: 0, sounds: 0 },
  businessDay: '2026-11-23',
};

/** A link and a camera that do what a test tells them. */
function world() {
  const sent: Sent[] = [];
  const asked: ({ task: number } & VisionTask)[] = [];
  const used: string[] = [];
  const answers: ((value: unknown) => void)[] = [];
  let line = { kind: 'connecting' } as LinkState<'kiosk'>;
  const listeners: { line?: () => void; report?: (report: VisionReport) => void } = {};
  const send = ((name: string, input: Record<string, unknown>, options?: { requestId?: string }) => {
    sent.push({ name, input, requestId: options?.requestId });
    return new Promise((resolve) => answers.push(resolve));
  }) as unknown as Send;
  const vision: Vision = {
    use: (id, previous) => void used.push(previous === null ? id : `${id} ${previous}`),
    ask: (task, what) => void asked.push({ task, ...what }),
    subscribe: (listener) => {
      listeners.report = listener;
      return () => undefined;
    },
    preview: () => null,
    faults: () => ({ camera: 0, worker: 0 }),
    close: () => undefined,
  };
  const play = vi.fn<(sound: string) => void>();
  const print = vi.fn<(slip: Slip) => Promise<Printed>>(async () => 'printed');
  const journey = startJourney({
    link: {
      state: () => line,
      subscribe: (listener) => {
        listeners.line = listener;
        return () => undefined;
      },
      send,
    },
    vision,
    play,
    print,
    reserve: { give: () => Promise.resolve(null), subscribe: () => () => undefined },
  });
  const become = (state: LinkState<'kiosk'>): void => {
    line = state;
    listeners.line?.();
  };
  return {
    journey,
    sent,
    asked,
    used,
    play,
    print,
    live: (more: object = {}) => become({ kind: 'live', view: { data: { ...view, ...more } } } as never),
    cut: () => become({ kind: 'cut', view: null, since: 0 }),
    report: (report: VisionReport) => listeners.report?.(report),
    /** Answers the oldest request without an answer. */
    answer: async (reply: unknown) => {
      answers.shift()?.(reply);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const offline = { ok: false, problem: { kind: 'offline' } };

describe('the running journey', () => {
  test('K8 PA41 every attempt at one number has one id, and the next visitor’s has another', async () => {
    const { journey, sent, live, answer, print } = world();
    live();
    journey.dispatch({ kind: 'takeNumber' });
    journey.dispatch(choose(fieldA));
    await answer(offline);
    await vi.advanceTimersByTimeAsync(1_000);
    await answer(offline);
    await vi.advanceTimersByTimeAsync(1_000);
    await answer({ ok: true, value: ticket });
    expect(print.mock.calls).toEqual([[{ ticket, priority: null, language: 'vi' }]]);
    expect(journey.state().stage).toEqual({ at: 'number', ticket, paper: 'printed' });
    journey.dispatch({ kind: 'leave' });
    journey.dispatch({ kind: 'takeNumber' });
    journey.dispatch(choose(fieldA));
    const ids = sent.map(({ requestId }) => requestId);
    expect(ids).toHaveLength(4);
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(ids[3]).not.toBe(ids[0]);
  });

  test('K1 a face is identified with plain numbers and greeted with a sound', async () => {
    const { journey, sent, asked, live, report, answer, play } = world();
    live();
    report({ kind: 'camera', camera: { kind: 'ready', modelId } });
    const rest = asked.at(-1);
    expect(rest?.kind).toBe('rest');
    report(faceAt(rest?.task ?? -1));
    const look = asked.at(-1);
    expect(look?.kind).toBe('identify');
    report({
      kind: 'run',
      task: look?.task ?? -1,
      modelId,
      embeddings,
      quality: 0.8,
      previous: null,
      liveness: 'real',
      tookMs: 500,
    });
    expect(sent).toMatchObject([
      {
        name: 'visitor:identify',
        input: { modelId, quality: 0.8, embeddings: embeddings.map((one) => [...one]) },
      },
    ]);
    await answer({
      ok: true,
      value: { ...recognised, maskedName: 'A***' },
    });
    expect(journey.state().stage.at).toBe('greet');
    expect(play).toHaveBeenCalledWith('greeting');
    // Nobody does anything: 30 s, then the countdown of ten.
    await vi.advanceTimersByTimeAsync(39_000);
    expect(journey.state()).toMatchObject({ closing: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(journey.state().stage.at).toBe('attract');
  });

  test('K27 K28 K32 a face of an older set: the question, then a turn to a drawn side, and only then the greeting', async () => {
    const { journey, sent, asked, used, live, report, answer } = world();
    live({ previousModelId: 'older' });
    expect(used).toEqual([`${modelId} older`]);
    report({ kind: 'camera', camera: { kind: 'ready', modelId } });
    report(faceAt(asked.at(-1)?.task ?? -1));
    const previous = { modelId: 'older', embeddings };
    const task = asked.at(-1)?.task ?? -1;
    report({
      kind: 'run',
      task,
      modelId,
      quality: 0.8,
      embeddings,
      previous,
      liveness: 'unclear',
      tookMs: 500,
    });
    const numbers = embeddings.map((one) => [...one]);
    expect(sent.at(-1)?.input).toEqual({
      modelId,
      quality: 0.8,
      embeddings: numbers,
      previous: { modelId: 'older', quality: 0.8, embeddings: numbers },
    });
    await answer({ ok: true, value: asking });
    journey.dispatch({ kind: 'answerYear', year: 1971 });
    expect(sent.at(-1)).toMatchObject({
      name: 'visitor:answer',
      input: { questionRef: question.questionRef, birthYear: 1971 },
    });
    await answer({ ok: true, value: recognised });
    const turn = asked.at(-1);
    expect(turn).toMatchObject({ kind: 'turn', side: expect.stringMatching(/^(left|right)$/u) });
    await vi.advanceTimersByTimeAsync(7_900);
    report({ kind: 'turned', task: turn?.task ?? -1 });
    expect(journey.state().stage).toMatchObject({
      at: 'greet',
      visitor: { maskedName: recognised.maskedName },
    });
  });

  test('K27 both sides are drawn', async () => {
    const sides = new Set<string>();
    for (let visit = 0; visit < 40; visit++) {
      const { asked, live, report, answer, journey } = world();
      live();
      report({ kind: 'camera', camera: { kind: 'ready', modelId } });
      report(faceAt(asked.at(-1)?.task ?? -1));
      const task = asked.at(-1)?.task ?? -1;
      report({
        kind: 'run',
        task,
        modelId,
        quality: 0.8,
        embeddings,
        previous: null,
        liveness: 'unmeasured',
        tookMs: 1,
      });
      await answer({ ok: true, value: recognised });
      const turn = asked.at(-1);
      if (turn?.kind === 'turn') sides.add(turn.side);
      journey.close();
    }
    expect(sides).toEqual(new Set(['left', 'right']));
  });

  test('K38 K39 checking in: by the code, and by the visitor who was recognised, each once however often it is tried', async () => {
    const { journey, sent, live, answer } = world();
    live();
    journey.dispatch({ kind: 'enterCode' });
    journey.dispatch({ kind: 'checkInByCode', code: '4711' });
    await answer(offline);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ name, input }) => [name, input])).toEqual(
      [1, 2].map(() => ['appointment:checkIn', { by: { kind: 'code', code: '4711' } }]),
    );
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1);
    await answer({ ok: true, value: ticket });
    expect(journey.state().stage.at).toBe('number');
  });

  test('K11 the line goes and comes back', async () => {
    const { journey, live, cut, used } = world();
    expect(journey.state().line).toBe('connecting');
    live();
    expect(used).toEqual([modelId]);
    cut();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(journey.state().stage.at).toBe('attract');
    await vi.advanceTimersByTimeAsync(200);
    expect(journey.state().stage.at).toBe('offline');
    live();
    expect(journey.state().stage.at).toBe('attract');
  });

  test('K14 a closed journey’s timers are over', async () => {
    const { journey, live } = world();
    live();
    journey.dispatch({ kind: 'takeNumber' });
    journey.close();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(journey.state().stage.at).toBe('fields');
  });
});
