/** Works the camera worker through visits, counting its looks, on a page of its own. */
import type { FromVision, Heartbeat, ToVision, VisionTask } from '../../../../kiosk/vision/protocol.ts';
import type { Gauges, ToGauges } from './gauges.ts';

export type Scene = {
  readonly width: number;
  readonly height: number;
  /** I420, base64. */
  readonly pictures: readonly string[];
};

/** One thing the visitor does: what is seen, what is asked, and for how many looks, or until a run or a leave. */
export type Act = {
  readonly scene: string;
  readonly task: Exclude<VisionTask, { kind: 'turn' }>['kind'];
  readonly until: number | 'run' | 'left';
};

export type Reading = Omit<Gauges, 'kind'> & { readonly jsBytes: number; readonly looks: number };

export type DayPage = {
  readonly start: (set: string, scenes: Readonly<Record<string, Scene>>) => Promise<void>;
  /** @returns how many looks at nobody there have been since the start. */
  readonly act: (acts: readonly Act[]) => Promise<number>;
  readonly read: () => Promise<Reading>;
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can add to Window.
  interface Window {
    day: DayPage;
  }
}

type Message = FromVision | Heartbeat | Gauges;

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'vision' });
const scenes = new Map<string, ToGauges>();
const bytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
let task = 0;
let looks = 0;
let idleLooks = 0;
let shown = '';
let isIt: (message: Message) => boolean = () => false;
let done: (error?: Error) => void = () => undefined;

worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.kind === 'seen') {
    looks++;
    if (data.faces === 0) idleLooks++;
  }
  if (data.kind === 'failed') done(new Error(data.detail));
  else if (isIt(data)) done();
});
worker.addEventListener('error', ({ message }) => done(new Error(message)));

const say = (message: ToVision | ToGauges): void => worker.postMessage(message);
const until = (wanted: (message: Message) => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    isIt = wanted;
    done = (error) => {
      isIt = () => false;
      if (error === undefined) resolve();
      else reject(error);
    };
  });

async function perform({ scene, task: kind, until: end }: Act): Promise<void> {
  const own = ++task;
  if (scene !== shown) say(scenes.get(scene) ?? { kind: 'gauge:read' });
  shown = scene;
  say({ kind: 'task', task: own, what: { kind } });
  let left = typeof end === 'number' ? end : Infinity;
  await until(
    (message) =>
      'task' in message &&
      message.task === own &&
      (message.kind === 'seen' ? --left <= 0 : message.kind === end),
  );
}

window.day = {
  async start(set, all) {
    for (const [name, { width, height, pictures }] of Object.entries(all))
      scenes.set(name, { kind: 'gauge:show', width, height, pictures: pictures.map(bytes) });
    say({ kind: 'open', modelsUrl: new URL(`/models/${set}/`, location.href).href });
    await until(({ kind }) => kind === 'ready');
  },
  async act(acts) {
    for (const one of acts) await perform(one);
    return idleLooks;
  },
  async read() {
    let gauges: Gauges | undefined;
    const looked = looks;
    say({ kind: 'gauge:read' });
    await until((message) => {
      if (message.kind !== 'gauge:values') return false;
      gauges = message;
      return true;
    });
    if (gauges === undefined) throw new Error('no gauges');
    // Collects garbage first, and counts the worker with the page. Not in TypeScript's types.
    const { bytes: jsBytes } = await (
      performance as unknown as { measureUserAgentSpecificMemory: () => Promise<{ bytes: number }> }
    ).measureUserAgentSpecificMemory();
    const { frames, openFrames, wasmBytes } = gauges;
    return { frames, openFrames, wasmBytes, jsBytes, looks: looked };
  },
};
