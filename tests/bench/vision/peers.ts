/**
 * face-api.js and Human as their documents say, in a real browser on TensorFlow.js's wasm backend, with SIMD and as many
 * threads as ours: what the benchmarks put beside our own. Packages and weights come from `node_modules`.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { HumanSettings, PeerWindow } from './peerTypes.ts';

const MODULES = join(import.meta.dirname, '../../../node_modules');
const BINARIES = '/@tensorflow/tfjs-backend-wasm/dist/';
const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Only what it takes to recognise somebody: Human's bodies, hands, gestures, moods and irises are left out. */
const HUMAN: HumanSettings = {
  backend: 'wasm',
  modelBasePath: '/@vladmandic/human/models/',
  wasmPath: BINARIES,
  debug: false,
  async: false,
  warmup: 'none',
  filter: { enabled: true },
  face: { enabled: true, iris: { enabled: false }, emotion: { enabled: false } },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  gesture: { enabled: false },
};

/** Serves `node_modules` with the headers that give a page shared memory, and so threads. */
async function serveModules(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const isolated = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html', ...isolated });
      response.end('<!doctype html><title>Peers</title><link rel="icon" href="data:,"><body></body>');
      return;
    }
    readFile(join(MODULES, path)).then(
      (body) => {
        const type = types[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, ...isolated }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page with one of both packages in it, on `threads` threads. `close` closes the page. */
export type PeerPage = { readonly page: Page; readonly runsOn: string; readonly close: () => Promise<void> };

/** Opens face-api.js with its two detectors, landmarks and descriptors, or Human with its face networks. */
export async function openPeer(
  browser: Browser,
  peer: 'face-api' | 'human',
  threads: number,
): Promise<PeerPage> {
  const served = await serveModules();
  const page = await browser.newPage();
  await page.goto(served.url);
  await page.addScriptTag({ url: `/@vladmandic/${peer}/dist/${peer}.js` });
  const start = peer === 'face-api' ? startFaceApi : startHuman;
  const {
    backend,
    simd,
    threads: used,
  } = await page.evaluate(start, {
    binaries: BINARIES,
    threads,
    settings: HUMAN,
  });
  const runsOn = `${backend}${simd ? ' with SIMD' : ''}, ${used} thread(s)`;
  return {
    page,
    runsOn,
    async close() {
      await page.close();
      served.close();
    },
  };
}

type RunsOn = { readonly backend: string; readonly simd: boolean; readonly threads: number };
type Start = { readonly binaries: string; readonly threads: number; readonly settings: HumanSettings };

/** In the page. @returns what it runs on. */
async function startFaceApi({ binaries, threads }: Start): Promise<RunsOn> {
  const { tf, nets } = (window as unknown as PeerWindow).faceapi;
  tf.setWasmPaths(binaries);
  tf.setThreadsCount(threads);
  await tf.setBackend('wasm');
  await tf.ready();
  const { ssdMobilenetv1, tinyFaceDetector, faceLandmark68Net, faceRecognitionNet } = nets;
  for (const net of [ssdMobilenetv1, tinyFaceDetector, faceLandmark68Net, faceRecognitionNet])
    await net.loadFromUri('/@vladmandic/face-api/model');
  const [simd, threaded] = [
    await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'),
    await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT'),
  ];
  return { backend: tf.getBackend(), simd, threads: threaded ? tf.getThreadsCount() : 1 };
}

/** In the page. @returns what it runs on. */
async function startHuman({ threads, settings }: Start): Promise<RunsOn> {
  const shared = window as unknown as PeerWindow;
  const human = new shared.Human.Human(settings);
  const { tf } = human;
  tf.setThreadsCount(threads);
  await human.init();
  await human.load();
  shared.human = human;
  const [simd, threaded] = [
    await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'),
    await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT'),
  ];
  return { backend: tf.getBackend(), simd, threads: threaded ? tf.getThreadsCount() : 1 };
}
