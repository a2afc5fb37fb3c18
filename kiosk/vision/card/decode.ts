/** Finds QR codes in pictures. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from '../picture.ts';

/** @param wasmBinary of zxing-wasm's reader, from our own server: nothing is fetched from elsewhere. */
export const prepareDecoder = (wasmBinary: ArrayBuffer): void =>
  void prepareZXingModule({ overrides: { wasmBinary } });

/**
 * The texts of the codes in a picture, upright or not. A card's code is dense and small: what costs time to find it is
 * spent, since the camera has nothing else to do.
 */
export async function codesIn({ width, height, data }: Picture): Promise<string[]> {
  const picture = { width, height, data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length) };
  const codes = await readBarcodes(picture as ImageData, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    maxNumberOfSymbols: 2,
  });
  return codes.map(({ text }) => text);
}
