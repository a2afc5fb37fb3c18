import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CardRead } from '../../../kiosk/vision/card/protocol.ts';
import type { FromVision, ToVision, VisionTask } from '../../../kiosk/vision/protocol.ts';

/**
 * A camera worker that says what a test tells it, in the real page: the page's own client starts it, asks it and hears
 * it. What it "sees" is drawn, so that the preview has a picture.
 */
type Stage = {
  readonly asked: { task: number; what: VisionTask }[];
  readonly opened: { modelsUrl: string; previousUrl?: string | null }[];
  readonly tell: (message: FromVision) => void;
  /** Says what the worker that reads cards has read; nothing while there is none. */
  readonly readCard: (read: CardRead) => void;
  /** How many of those workers there are. */
  readonly cardReaders: () => number;
  /** Whether the worker, and each that is started in its place, says nothing any more. */
  readonly stick: (isStuck: boolean) => void;
  readonly unplug: () => void;
  readonly plug: () => void;
};
declare global {
  var fakeVision: Stage;
}

/** Puts it into every page of the context, before the page's own code. */
export async function withFakeVision(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const asked: Stage['asked'] = [];
    const opened: Stage['opened'] = [];
    const workers: EventTarget[] = [];
    const readers: EventTarget[] = [];
    let isPlugged = true;
    let isStuck = false;
    let track: MediaStreamTrack | undefined;
    const tell = (data: FromVision | { kind: 'beat' }): void => {
      workers.at(-1)?.dispatchEvent(new MessageEvent('message', { data }));
    };
    class FakeWorker extends EventTarget {
      constructor(_url: URL, { name }: { name: string }) {
        super();
        if (name === 'card') {
          readers.push(this);
          return;
        }
        workers.push(this);
        setInterval(() => {
          if (!isStuck) tell({ kind: 'beat' });
        }, 1_000);
      }
      postMessage(message: ToVision): void {
        if (message.kind === 'task') asked.push({ task: message.task, what: message.what });
        if (message.kind !== 'open') return;
        opened.push(message);
        const modelId = message.modelsUrl.split('/').at(-2) ?? '';
        setTimeout(() => {
          if (!isStuck) tell({ kind: 'ready', modelId, threads: 1, loadMs: 1 });
        });
      }
      terminate(): void {
        // Also told twice.
        for (const list of [workers, readers]) if (list.includes(this)) list.splice(list.indexOf(this), 1);
      }
    }
    Object.assign(globalThis, { Worker: FakeWorker });
    Object.assign(navigator.mediaDevices, {
      getUserMedia: async () => {
        if (!isPlugged) throw new DOMException('', 'NotFoundError');
        const canvas = document.createElement('canvas');
        canvas.getContext('2d')?.fillRect(0, 0, canvas.width, canvas.height);
        const stream = canvas.captureStream(5);
        track = stream.getVideoTracks()[0];
        return stream;
      },
    });
    globalThis.fakeVision = {
      asked,
      opened,
      tell,
      readCard: (data) => readers.at(-1)?.dispatchEvent(new MessageEvent('message', { data })),
      cardReaders: () => readers.length,
      stick: (now) => {
        isStuck = now;
        const modelId = opened.at(-1)?.modelsUrl.split('/').at(-2) ?? '';
        if (!now) tell({ kind: 'ready', modelId, threads: 1, loadMs: 1 });
      },
      unplug: () => {
        isPlugged = false;
        track?.dispatchEvent(new Event('ended'));
      },
      plug: () => {
        isPlugged = true;
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      },
    };
  });
}

type Told<K extends FromVision['kind']> = Partial<Extract<FromVision, { kind: K }>>;

/** What the camera is asked for now. */
export async function askedFor(page: Page, kind: VisionTask['kind']): Promise<VisionTask> {
  const now = (): Promise<VisionTask | undefined> =>
    page.evaluate(() => globalThis.fakeVision.asked.at(-1)?.what);
  await expect.poll(async () => (await now())?.kind, { timeout: 10_000 }).toBe(kind);
  return (await now()) ?? { kind: 'rest' };
}

/** Once the page has a camera and asks it for something: on a busy machine that may be after the first touch. */
async function tellPage(page: Page, message: object): Promise<void> {
  const isTold = (): Promise<boolean> =>
    page.evaluate((given) => {
      const task = globalThis.fakeVision.asked.at(-1)?.task;
      if (task !== undefined) globalThis.fakeVision.tell({ task, ...given } as FromVision);
      return task !== undefined;
    }, message);
  await expect.poll(isTold, { timeout: 10_000 }).toBe(true);
}

const embedding = Array.from({ length: 128 }, (_, i) => Math.sin(i));

type Seen = Extract<FromVision, { kind: 'seen' }>;
const onePerson: Omit<Seen, 'task'> = {
  kind: 'seen',
  faces: 1,
  box: { x: 0.4, y: 0.3, width: 0.2, height: 0.3 },
  hint: null,
  progress: 0,
  wanted: null,
  pointing: null,
};

/** What the camera sees. Left out: one person near, nothing to correct, no progress. */
export const see = (page: Page, seen: Told<'seen'> = {}): Promise<void> =>
  tellPage(page, { ...onePerson, ...seen });

/** A complete run of the camera. Left out: a person for certain, no older set. */
export const run = (page: Page, of: Told<'run'> = {}): Promise<void> =>
  tellPage(page, {
    kind: 'run',
    modelId: 'embedded',
    embeddings: [embedding, embedding, embedding],
    previous: null,
    quality: 0.8,
    liveness: 'real',
    tookMs: 500,
    ...of,
  });

/** The camera has read the code of a card, or of something else. */
export const readCard = (page: Page, read: CardRead): Promise<void> =>
  page.evaluate((given) => globalThis.fakeVision.readCard(given), read);
export const cardReaders = (page: Page): Promise<number> =>
  page.evaluate(() => globalThis.fakeVision.cardReaders());

export const turned = (page: Page): Promise<void> => tellPage(page, { kind: 'turned' });
export const left = (page: Page): Promise<void> => tellPage(page, { kind: 'left' });

/** Somebody comes up and is looked at until the run is complete. */
export async function comeUp(page: Page, liveness: Told<'run'>['liveness'] = 'real'): Promise<void> {
  await askedFor(page, 'rest');
  await see(page);
  await askedFor(page, 'identify');
  await run(page, { liveness });
}

/**
 * Turns the head towards a place of the screen (-1..1 from the middle), for 3 s after it was at rest. The page counts
 * the time itself: looks that came late from the test would be taken for a face that is lost.
 */
export const pointAt = (page: Page, x: number, y: number): Promise<void> =>
  page.evaluate(
    async ({ person, turnedTo }) => {
      for (let look = 0; look < 46; look++) {
        const task = globalThis.fakeVision.asked.at(-1)?.task ?? -1;
        globalThis.fakeVision.tell({ ...person, task, pointing: look < 16 ? { x: 0, y: 0.7 } : turnedTo });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    { person: onePerson, turnedTo: { x: 0.15 * x, y: 0.7 + 0.13 * y } },
  );
