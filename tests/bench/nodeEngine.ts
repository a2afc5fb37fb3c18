/** The kiosk's own engine in Node: the same networks and arithmetic as in the worker, on ONNX Runtime's wasm. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import { loadEngine } from '../../kiosk/vision/engine.ts';
import type { Engine } from '../../kiosk/vision/engine.ts';
import { findSet, readManifest } from '../../models/manifest.ts';
import { prepareModels } from '../../models/sync.ts';

const PREPARED = join(import.meta.dirname, '../../models/prepared');

/** Prepares and loads a model set. */
export async function nodeEngine(id: string, threads: number): Promise<Engine> {
  await prepareModels();
  const set = findSet(readManifest(), id);
  if (set === undefined) throw new Error(`no model set is called ${id}`);
  ort.env.wasm.numThreads = threads;
  return loadEngine(ort, set, (file) => readFile(join(PREPARED, id, file)));
}
