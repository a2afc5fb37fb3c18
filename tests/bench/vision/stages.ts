/** What a frame costs: ours by stages, beside face-api.js and Human, from the same camera with as many threads. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ModelSet } from '../../../models/set.ts';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import { servePage } from '../../e2e/vision/serve.ts';
import { openPeer } from './peers.ts';
import { timeFaceApi, timeHuman } from './peerTimes.ts';
import type { PeerTimes } from './peerTimes.ts';
import { load, ms, print, table } from './say.ts';

const ROUNDS = 30;
const PEER_ROUNDS = 12;
/** As the kiosk asks for it: a greeting takes its looks from what comes. */
const FORMAT = { width: 1280, height: 720, fps: 30 };

type Peers = Readonly<Record<'face-api.js, SSD' | 'face-api.js, tiny' | 'Human', PeerTimes>>;

async function peersOn(browser: Browser, threads: number): Promise<Peers> {
  const faceApi = await openPeer(browser, 'face-api', threads);
  const { ssd, tiny } = await timeFaceApi(faceApi.page, PEER_ROUNDS);
  await faceApi.close();
  const human = await openPeer(browser, 'human', threads);
  const humanTimes = await timeHuman(human.page, PEER_ROUNDS);
  await human.close();
  print(`face-api.js runs on ${faceApi.runsOn}; Human on ${human.runsOn}; ${load()}`);
  return { 'face-api.js, SSD': ssd, 'face-api.js, tiny': tiny, Human: humanTimes };
}

type Ours = {
  readonly set: string;
  readonly threads: number;
  readonly times: Readonly<Record<string, number>>;
};

/** Prints one table of the stages of each set, and one of whole frames. */
function report(ours: readonly Ours[], peers: ReadonlyMap<number, Peers>): void {
  for (const id of new Set(ours.map(({ set }) => set))) {
    const rows = ours.filter(({ set }) => set === id);
    const stages = Object.keys(rows[0]?.times ?? {}).filter((name) => name !== 'width');
    print(`\n${id}: median ms of each stage; detect contains scale`);
    table(
      ['threads', ...stages],
      rows.map(({ threads, times }) => [`${threads}`, ...stages.map((name) => ms(times[name]))]),
    );
  }
  print(
    '\nA frame, ms, and how many times as long as ours each peer takes: of the peers a frame from the camera to the descriptor; of ours (a) the mean of all looks of a greeting, (b) one that yields an embedding',
  );
  table(
    [
      'threads',
      ...[...peers.values()].slice(0, 1).flatMap(Object.keys),
      'Human, skipping as it ships',
      ...ours
        .slice(0, new Set(ours.map(({ set }) => set)).size)
        .flatMap(({ set }) => [`${set} (a)`, `${set} (b)`]),
    ],
    [...peers].map(([threads, of]) => [
      `${threads}`,
      ...Object.values(of).map(({ whole }) => ms(whole)),
      ms(of.Human['skipping']),
      ...ours
        .filter((one) => one.threads === threads)
        .flatMap(({ times }) => [times['a frame'], times['counted']])
        .map((own = Number.NaN) => {
          const ratios = Object.values(of).map(({ whole = Number.NaN }) => `${(whole / own).toFixed(1)}×`);
          return `${ms(own)} (${ratios.join(', ')})`;
        }),
    ]),
  );
  for (const [threads, of] of peers)
    print(
      `face-api.js by stages, ${threads} thread(s): ${Object.entries(of)
        .filter(([name]) => name !== 'Human')
        .map(
          ([name, times]) =>
            `${name}: detect ${ms(times['detect'])}, with landmarks ${ms(times['detect, landmarks'])}, with descriptor ${ms(times['whole'])}`,
        )
        .join('; ')} ms`,
    );
}

/** Ours and theirs with each number of threads, one after another in one browser. */
export async function timeStages(sets: readonly ModelSet[], counts: readonly number[]): Promise<void> {
  const served = await servePage(join(import.meta.dirname, 'stagesPage'));
  const camera = await sceneCamera('personA', FORMAT);
  const ours: Ours[] = [];
  const peers = new Map<number, Peers>();
  for (const threads of counts) {
    const browser = await launchBrowser(cameraFlags(camera.path));
    for (const { id } of sets) {
      const page = await browser.newPage();
      await page.goto(served.url);
      const times = await page.evaluate(([set, count, rounds]) => window.timeStages(set, count, rounds), [
        id,
        threads,
        ROUNDS,
      ] as const);
      ours.push({ set: id, threads, times });
      await page.close();
    }
    peers.set(threads, await peersOn(browser, threads));
    await browser.close();
  }
  await camera.close();
  await served.close();
  report(ours, peers);
}
