/** Fetches a prepared model set and starts ONNX Runtime for it in this worker. */
import * as ort from 'onnxruntime-web/wasm';
import runtimeScript from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import runtimeBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { modelSet } from '../../models/set.ts';
import { loadEngine } from './engine.ts';
import type { Engine } from './engine.ts';

/** More threads than this only wait for one another on networks this small (`node tests/bench/vision.ts`). */
const THREADS_AT_MOST = 2;

export type Loaded = { readonly engine: Engine; readonly threads: number };

async function fetchBytes(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const hex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Threads need shared memory, which a page has only when it is cross-origin isolated; half the cores stay free. */
function threadsFor(wanted: number | undefined): number {
  if (!globalThis.crossOriginIsolated) return 1;
  return wanted ?? Math.max(1, Math.min(THREADS_AT_MOST, Math.floor(navigator.hardwareConcurrency / 2)));
}

/** Loads the set at `modelsUrl` (ending in a slash); refuses a file whose sha256 is not the set's. */
export async function loadFrom(modelsUrl: string, wanted?: number): Promise<Loaded> {
  const base = new URL(modelsUrl, globalThis.location.href);
  const set = modelSet.parse(
    JSON.parse(new TextDecoder().decode(await fetchBytes(new URL('set.json', base)))),
  );
  const threads = threadsFor(wanted);
  ort.env.wasm.numThreads = threads;
  // Addresses of our own bundle: nothing is fetched from a CDN, and no worker is made from a blob.
  ort.env.wasm.wasmPaths = {
    mjs: new URL(runtimeScript, import.meta.url).href,
    wasm: new URL(runtimeBinary, import.meta.url).href,
  };
  const read = async (name: string): Promise<Uint8Array> => {
    const bytes = await fetchBytes(new URL(name, base));
    const digest = hex(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
    if (set.files.find((file) => file.name === name)?.sha256 !== digest)
      throw new Error(`${name} is not the known file`);
    return bytes;
  };
  return { engine: await loadEngine(ort, set, read), threads };
}
