/** Frames of a camera's stream: always the newest, and every one of them closed. */
import type { Picture } from './picture.ts';

export type Frames = {
  /**
   * The newest frame that was not taken before; waits for one. The caller closes it.
   * `ended`: the stream is over. `stalled`: nothing came for `patienceMs`.
   */
  readonly take: (patienceMs: number) => Promise<VideoFrame | 'ended' | 'stalled'>;
  /**
   * Takes no more. Whoever made the stream ends it; until then its frames are closed as they come, because Chromium leaves
   * one open when a stream of a camera is cancelled.
   */
  readonly leave: () => void;
};

/**
 * Reads the stream all the time and keeps only the newest frame, so that a slow look never works on an old
 * picture and the camera never runs out of buffers.
 */
export function newestFrames(stream: ReadableStream<VideoFrame>): Frames {
  const reader = stream.getReader();
  let newest: VideoFrame | null = null;
  let ended = false;
  let wake: () => void = () => undefined;
  const drain = async (): Promise<void> => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        newest?.close();
        newest = null;
        if (done) break;
        if (ended) value.close();
        else newest = value;
        wake();
      }
    } finally {
      newest?.close();
      newest = null;
    }
  };
  const over = (): void => {
    ended = true;
    wake();
  };
  drain().then(over, over);
  const arrival = (patienceMs: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    async take(patienceMs) {
      if (newest === null && !ended) await arrival(patienceMs);
      if (ended) return 'ended';
      const frame = newest;
      newest = null;
      return frame ?? 'stalled';
    },
    leave: over,
  };
}

/** Reads frames into one buffer that is used again and again: a picture is valid until the next is read. */
export function frameReader(): (frame: VideoFrame) => Promise<Picture> {
  let buffer = new Uint8Array(0);
  return async (frame) => {
    const rect = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    const options: VideoFrameCopyToOptions = { format: 'RGBA' };
    const size = frame.allocationSize(options);
    if (buffer.length !== size) buffer = new Uint8Array(size);
    await frame.copyTo(buffer, options);
    return { width: rect.width, height: rect.height, data: buffer };
  };
}
