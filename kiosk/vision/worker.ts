/** The camera worker: the only place where pictures of people are. */
import { loadFrom } from './load.ts';
import type { FromVision, Heartbeat, ToVision } from './protocol.ts';
import { startSession } from './session.ts';
import type { Session } from './session.ts';

/** The part of a worker's global scope that is used here. */
type Scope = {
  postMessage: (message: FromVision | Heartbeat) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<ToVision>) => void) => void;
};
const scope = globalThis as unknown as Scope;

const BEAT_MS = 1_000;

let session: Session | null = null;

function handle(message: ToVision): void {
  if (message.kind === 'open') void open(message);
  else if (message.kind === 'frames') session?.follow(message.frames);
  else session?.ask(message.task, message.what);
}

async function open(wanted: ToVision & { kind: 'open' }): Promise<void> {
  const started = performance.now();
  try {
    const { engine, threads } = await loadFrom(wanted.modelsUrl, wanted.threads);
    session = startSession(engine, (message) => scope.postMessage(message));
    scope.postMessage({
      kind: 'ready',
      modelId: engine.set.id,
      threads,
      loadMs: performance.now() - started,
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown';
    scope.postMessage({ kind: 'failed', reason: 'models', detail });
    return;
  }
  if (typeof wanted.previousUrl === 'string') await remember(wanted.previousUrl, wanted.threads);
}

/** The set that was used before only helps to find those who were registered with it: without it all goes on. */
async function remember(url: string, threads: number | undefined): Promise<void> {
  const loaded = await loadFrom(url, threads).catch(() => null);
  if (loaded !== null) session?.remember(loaded.engine);
}

scope.addEventListener('message', ({ data }) => handle(data));
// A worker that hangs in a calculation cannot send this: that is how the screen notices.
setInterval(() => scope.postMessage({ kind: 'beat' }), BEAT_MS);
