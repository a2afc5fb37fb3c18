/**
 * Files for Chromium's pretended camera (`--use-file-for-fake-video-capture`).
 *
 * Chromium reads the file frame by frame while it plays and starts again at its end. So a file that is
 * overwritten in place changes what the running camera sees, without a new browser: see `playScene`.
 */
import { open } from 'node:fs/promises';
import type { Picture } from '../../kiosk/vision/picture.ts';
import { renderLoop } from './scene.ts';
import type { Format, Scene } from './scene.ts';

/** What the tests' camera delivers. */
export const cameraFormat: Format = { width: 640, height: 480, fps: 15 };
/** Frames of one loop of a scene: two seconds. */
const LOOP_FRAMES = 30;

/** Turns RGB planes 0..255 into 4:2:0 luma and chroma of BT.601, as cameras send them. */
function toI420(rgb: Float32Array, { width, height }: Format): Uint8Array {
  const plane = width * height;
  const out = new Uint8ClampedArray((plane * 3) / 2);
  for (let at = 0; at < plane; at++) {
    const [r, g, b] = [rgb[at] ?? 0, rgb[at + plane] ?? 0, rgb[at + 2 * plane] ?? 0];
    out[at] = 16 + 0.256_788 * r + 0.504_129 * g + 0.097_906 * b;
  }
  const half = width / 2;
  for (let y = 0; y < height / 2; y++) {
    for (let x = 0; x < half; x++) {
      const at = 2 * y * width + 2 * x;
      const mean = (from: number): number =>
        ((rgb[from + at] ?? 0) +
          (rgb[from + at + 1] ?? 0) +
          (rgb[from + at + width] ?? 0) +
          (rgb[from + at + width + 1] ?? 0)) /
        4;
      const [r, g, b] = [mean(0), mean(plane), mean(2 * plane)];
      const to = plane + y * half + x;
      out[to] = 128 - 0.148_223 * r - 0.290_993 * g + 0.439_216 * b;
      out[to + plane / 4] = 128 + 0.439_216 * r - 0.367_788 * g - 0.071_427 * b;
    }
  }
  return new Uint8Array(out.buffer);
}

const header = ({ width, height, fps }: Format): Buffer =>
  Buffer.from(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);

const frameMark = Buffer.from('FRAME\n');

/** A whole camera file of these frames, RGB planes 0..255 each. */
export function fileOf(frames: Iterable<Float32Array>, format: Format): Buffer {
  const parts: Uint8Array[] = [header(format)];
  for (const frame of frames) parts.push(frameMark, toI420(frame, format));
  return Buffer.concat(parts);
}

/** A whole camera file that plays one scene for ever. */
export const sceneFile = (scene: Scene, photos: readonly Picture[], format: Format = cameraFormat): Buffer =>
  fileOf(renderLoop(scene, photos, format, LOOP_FRAMES), format);

/**
 * Makes the camera file at `path` show another scene, also while a browser is playing it: the new frames are
 * written over the old ones in the same file. `file` comes from `sceneFile`.
 */
export async function playScene(path: string, file: Buffer): Promise<void> {
  const handle = await open(path, 'a').then(async (created) => {
    await created.close();
    return open(path, 'r+');
  });
  try {
    await handle.write(file, 0, file.length, 0);
    await handle.truncate(file.length);
  } finally {
    await handle.close();
  }
}
