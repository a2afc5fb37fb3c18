/** One browser with a pretended camera and the vision page, and what its worker said. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CameraState } from '../../../kiosk/vision/camera.ts';
import type { FromVision, VisionTask } from '../../../kiosk/vision/protocol.ts';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import type { SceneCamera, SceneName } from '../../camera/scenes.ts';
import { servePage } from './serve.ts';

export type Message =
  FromVision | { readonly kind: 'camera'; readonly state: { readonly kind: CameraState['kind'] } };
type Of<K extends Message['kind']> = Extract<Message, { kind: K }>;

/** Tasks that need no more words than their kind. */
type Simple = Exclude<VisionTask['kind'], 'turn'>;

export type KioskPage = {
  readonly page: Page;
  readonly camera: SceneCamera;
  /** Addresses the page and its workers asked for. */
  readonly requested: readonly string[];
  /** ms the worker took to load its models. */
  readonly loadMs: number;
  readonly threads: number;
  /** Shows a scene and asks for a task; returns the task's number. */
  readonly ask: (what: Simple | VisionTask, scene?: SceneName) => Promise<number>;
  /** Everything said since the last `ask`, in order. */
  readonly said: () => Promise<Message[]>;
  /** Waits until the worker has looked so often since the last `ask`, and returns everything said until then. */
  readonly looks: (times: number) => Promise<Message[]>;
  /** Waits for the first message of this kind since the last `ask` that passes the test. */
  readonly until: <K extends Message['kind']>(
    kind: K,
    is?: (message: Of<K>) => boolean,
    withinMs?: number,
  ) => Promise<Of<K>>;
  readonly close: () => Promise<void>;
};

/** Far longer than anything takes: how fast a camera is looked at is measured in benchmarks. */
const PATIENCE_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens the page with `scene` in front of the camera and waits until the worker is ready. */
export async function openKioskPage(
  scene: SceneName,
  {
    isolated = true,
    set = 'embedded',
    previous = null,
    threads,
  }: {
    readonly isolated?: boolean;
    readonly set?: string;
    /** The set that was used before. */
    readonly previous?: string | null;
    readonly threads?: number;
  } = {},
): Promise<KioskPage> {
  const served = await servePage(join(import.meta.dirname, 'page'), isolated);
  const camera = await sceneCamera(scene);
  const browser = await launchBrowser(cameraFlags(camera.path));
  const page = await browser.newPage();
  const requested: string[] = [];
  page.context().on('request', (request) => requested.push(request.url()));
  await page.goto(served.url);
  let task = 0;
  const said = async (): Promise<Message[]> => {
    // Embeddings cross from the page to the test as plain lists.
    const all = await page.evaluate(() =>
      window.page.heard.map(({ report }): Message => {
        if (report.kind === 'camera') return { kind: 'camera', state: { kind: report.state.kind } };
        if (report.kind !== 'run') return report;
        const plain = (embeddings: readonly Float32Array[]): Float32Array[] =>
          embeddings.map((one) => [...one] as unknown as Float32Array);
        const { embeddings, previous: before } = report;
        return {
          ...report,
          embeddings: plain(embeddings),
          previous: before && { ...before, embeddings: plain(before.embeddings) },
        };
      }),
    );
    // What the worker said before it heard of the new task carries the old number, as every screen has to expect.
    return all.filter((message) => !('task' in message) || message.task === task);
  };
  const wait = async <T>(
    what: string,
    find: (all: Message[]) => T | undefined,
    withinMs = PATIENCE_MS,
  ): Promise<T> => {
    for (const started = Date.now(); Date.now() - started < withinMs; await pause(50)) {
      const found = find(await said());
      if (found !== undefined) return found;
    }
    const heard = (await said()).map(({ kind }) => kind).join(' ');
    throw new Error(`no ${what} within ${withinMs} ms; heard: ${heard}`);
  };
  const until: KioskPage['until'] = (kind, is = () => true, withinMs) => {
    type Wanted = Of<typeof kind>;
    const isWanted = (message: Message): message is Wanted => message.kind === kind && is(message as Wanted);
    return wait(kind, (all) => all.find(isWanted), withinMs);
  };
  await page.evaluate(([id, before, count]) => window.page.start(id, before, count), [
    set,
    previous,
    threads,
  ] as const);
  const ready = await until('ready');
  return {
    page,
    camera,
    requested,
    loadMs: ready.loadMs,
    threads: ready.threads,
    async ask(what, next) {
      task++;
      if (next !== undefined) {
        await camera.show(next);
        // What the old scene left in the camera's buffers is looked at before the new task begins.
        await pause(500);
      }
      await page.evaluate(
        ([number, asked]) => {
          window.page.heard.splice(0);
          window.page.vision().ask(number, asked);
        },
        [task, typeof what === 'string' ? { kind: what } : what] as const,
      );
      return task;
    },
    said,
    looks: (times) =>
      wait(`${times} looks`, (all) =>
        all.filter(({ kind }) => kind === 'seen').length >= times ? all : undefined,
      ),
    until,
    async close() {
      await browser.close();
      await camera.close();
      await served.close();
    },
  };
}
