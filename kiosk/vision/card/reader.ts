/** The reader of cards on the screen's side. */
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import type { CardRead, FromCardReader, ToCardReader } from './protocol.ts';

type Processor = { readonly readable: ReadableStream<VideoFrame> };
/** Not in TypeScript's DOM types: so far only Chromium has it on a page. */
declare const MediaStreamTrackProcessor: new (init: {
  track: MediaStreamTrack;
  maxBufferSize?: number;
}) => Processor;

/**
 * Reads the citizen card that is held before an open camera, in a worker that ends with the reading, so that neither
 * time nor memory is spent on cards while nobody holds one.
 * @param told what a code says, when it is news. The first card is the last.
 * @param failed the reader cannot be had, or the camera stopped.
 * @returns the function that ends it.
 */
export function readCard(
  stream: MediaStream,
  today: BusinessDay,
  told: (read: CardRead) => void,
  failed: () => void,
): () => void {
  const track = stream.getVideoTracks()[0]?.clone();
  if (track === undefined) {
    failed();
    return () => undefined;
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'card' });
  const end = (): void => {
    worker.terminate();
    track.stop();
  };
  // The stream is made when somebody reads it: Chromium leaves the first frame open if the worker ends before.
  const begin = (): void => {
    const { readable: frames } = new MediaStreamTrackProcessor({ track, maxBufferSize: 2 });
    worker.postMessage({ frames, today } satisfies ToCardReader, [frames]);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromCardReader>) => {
    if (data === 'ready') return begin();
    if (data.ok) end();
    told(data);
  });
  worker.addEventListener('error', () => {
    end();
    failed();
  });
  return end;
}
