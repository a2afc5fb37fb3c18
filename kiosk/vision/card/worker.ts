/** The worker that reads cards: there only while a visitor holds one up. Pictures and texts of codes stay in it. */
import readerBinary from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { frameReader, newestFrames } from '../frames.ts';
import { codesIn, prepareDecoder } from './decode.ts';
import type { FromCardReader, ToCardReader } from './protocol.ts';
import { firstReading, readNext } from './read.ts';

/** The part of a worker's global scope that is used here. */
type Scope = {
  postMessage: (message: FromCardReader) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<ToCardReader>) => void) => void;
};
const scope = globalThis as unknown as Scope;

const STALLED_AFTER_MS = 4_000;
/** From one look to the next: a hand is no faster, and the cores are needed for the face as well. */
const PAUSE_MS = 60;

async function prepare(): Promise<void> {
  const response = await fetch(new URL(readerBinary, import.meta.url));
  if (!response.ok) throw new Error(`the reader answered ${response.status}`);
  prepareDecoder(await response.arrayBuffer());
  scope.postMessage('ready');
}

/** Looks until a card is read, or the camera is gone. */
async function read({ frames: stream, today }: ToCardReader): Promise<void> {
  const frames = newestFrames(stream);
  const readPicture = frameReader();
  let reading = firstReading;
  for (;;) {
    const frame = await frames.take(STALLED_AFTER_MS);
    if (typeof frame === 'string') throw new Error(`the camera’s stream ${frame}`);
    const picture = await readPicture(frame).finally(() => frame.close());
    const next = readNext(reading, await codesIn(picture), today);
    reading = next.reading;
    if (next.news !== null) scope.postMessage(next.news);
    if (next.news?.ok === true) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  frames.leave();
}

/** What fails ends the worker with an error, which the screen hears. */
function fail(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

scope.addEventListener('message', ({ data }) => void read(data).catch(fail));
prepare().catch(fail);
