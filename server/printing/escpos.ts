/** A picture of one bit a dot: rows from the top, `width / 8` bytes each, the leftmost dot in the highest bit, 1 black. */
export type Picture = { readonly width: number; readonly height: number; readonly bits: Uint8Array };

/** Rows sent at once: cheap printers have little memory, and some stop at taller pictures. */
const bandRows = 128;

const ESC = 0x1b;
const GS = 0x1d;
const initialise = [ESC, 0x40];
/** Feeds four lines, so that nothing is cut through, and cuts, leaving a little to hold on to. */
const feedAndCut = [ESC, 0x64, 4, GS, 0x56, 66, 0];

/**
 * A picture as ESC/POS printers take it: bands of `GS v 0` (raster bit image, normal size), then feed and cut.
 * @throws RangeError if the bits are not as many as the size asks for.
 */
export function escposOf({ width, height, bits }: Picture): Uint8Array {
  const rowBytes = width / 8;
  if (!Number.isInteger(rowBytes) || bits.length !== rowBytes * height)
    throw new RangeError(`${bits.length} bytes are no picture of ${width} × ${height}`);
  const parts: (readonly number[] | Uint8Array)[] = [initialise];
  for (let row = 0; row < height; row += bandRows) {
    const rows = Math.min(bandRows, height - row);
    parts.push([GS, 0x76, 0x30, 0, rowBytes & 255, rowBytes >> 8, rows & 255, rows >> 8]);
    parts.push(bits.subarray(row * rowBytes, (row + rows) * rowBytes));
  }
  parts.push(feedAndCut);
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Real-time questions that printers answer at once with one byte, even while they are out of paper. */
export const askOffline = Uint8Array.of(0x10, 0x04, 2);
export const askPaper = Uint8Array.of(0x10, 0x04, 4);

/** What a printer says is wrong with it. */
export type Fault = 'coverOpen' | 'paperOut' | 'error';

/** What the answer to `askOffline` says is wrong, if anything. */
export const faultOfOffline = (answer: number): Fault | null =>
  (answer & 0x04) !== 0
    ? 'coverOpen'
    : (answer & 0x20) !== 0
      ? 'paperOut'
      : (answer & 0x40) !== 0
        ? 'error'
        : null;

/** What the answer to `askPaper` says is wrong, if anything. */
export const faultOfPaper = (answer: number): Fault | null => ((answer & 0x60) !== 0 ? 'paperOut' : null);
