/** The worker on the screen's side: starts it, speaks its language, starts it again when it is stuck or gone. */
import { backOff } from './backOff.ts';
import type { FromVision, Heartbeat, ToVision, VisionTask } from './protocol.ts';

/** The part of a Worker that is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export type ClientOptions = {
  /** Where one model set is served, ending in a slash. */
  readonly modelsUrl: string;
  /** The same of the set that was used before, if templates of it are still to be found. */
  readonly previousUrl?: string | null;
  readonly threads?: number;
  /** A new stream of frames, or null while there is no camera; asked again whenever a worker is ready. */
  readonly frames: () => ReadableStream<VideoFrame> | null;
  readonly report: (message: FromVision) => void;
  readonly makeWorker?: () => WorkerLike;
};

export type VisionClient = {
  /** Asks for one thing at a time; asked again by itself after a restart. */
  readonly ask: (task: number, what: VisionTask) => void;
  /** Hands the worker a new stream from `frames`: call it whenever the camera came (back). */
  readonly attach: () => void;
  readonly close: () => void;
};

/** The worker says every second that it is alive; a network's calculation takes a fraction of that. */
const STUCK_AFTER_MS = 6_000;
/** Compiling the networks on a slow machine blocks the worker for a while. */
const STUCK_WHILE_LOADING_MS = 30_000;
const FIRST_RESTART_MS = 500;
const LAST_RESTART_MS = 30_000;

const bundledWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'vision' });

/** Starts the worker. It loads the models at once and looks as soon as `attach` brings it a camera. */
export function startClient({ makeWorker = bundledWorker, ...options }: ClientOptions): VisionClient {
  const waits = backOff(FIRST_RESTART_MS, LAST_RESTART_MS);
  let worker: WorkerLike | null = null;
  let asked: (ToVision & { kind: 'task' }) | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let restart: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  /** The models are loaded: from now on it is told what to look at. */
  let ready = false;

  const tell = (message: ToVision, transfer: Transferable[] = []): void =>
    worker?.postMessage(message, transfer);

  const fail = (reason: 'models' | 'bug', detail: string): void => {
    stop();
    if (closed) return;
    const wait = waits.next();
    restart = setTimeout(start, wait);
    options.report({ kind: 'failed', reason, detail: `${detail}; started again in ${wait} ms` });
  };
  const expectLife = (withinMs: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => fail('bug', 'the camera worker stopped answering'), withinMs);
  };
  const stop = (): void => {
    clearTimeout(watchdog);
    clearTimeout(restart);
    worker?.terminate();
    worker = null;
    ready = false;
  };
  // Not before somebody reads it: the page has the first frame in its hands already, and Chromium leaves that one open
  // when the worker ends before it took the stream.
  const attach = (): void => {
    const frames = ready ? options.frames() : null;
    if (frames !== null) tell({ kind: 'frames', frames }, [frames]);
  };
  const begin = (): void => {
    ready = true;
    if (asked !== null) tell(asked);
    attach();
  };
  const hear = (message: FromVision | Heartbeat): void => {
    if (message.kind === 'failed' && message.reason !== 'frames') return fail(message.reason, message.detail);
    expectLife(message.kind === 'beat' && !ready ? STUCK_WHILE_LOADING_MS : STUCK_AFTER_MS);
    if (message.kind === 'beat') return;
    if (message.kind === 'ready') begin();
    // Only a run proves that everything works: after it, the next fault is a new one.
    if (message.kind === 'run') waits.reset();
    options.report(message);
  };
  const start = (): void => {
    const own = makeWorker();
    worker = own;
    own.addEventListener('message', ({ data }: MessageEvent<FromVision | Heartbeat>) => {
      if (worker === own) hear(data);
    });
    own.addEventListener('error', ({ message }: ErrorEvent) => {
      if (worker === own) fail('bug', message);
    });
    expectLife(STUCK_WHILE_LOADING_MS);
    const { modelsUrl, previousUrl = null, threads } = options;
    tell({ kind: 'open', modelsUrl, previousUrl, ...(threads === undefined ? {} : { threads }) });
  };
  start();

  return {
    ask(task, what) {
      asked = { kind: 'task', task, what };
      if (ready) tell(asked);
    },
    attach,
    close() {
      closed = true;
      stop();
    },
  };
}
