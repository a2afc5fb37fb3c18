import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const binary = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(binary).buffer } });

/** What a telephone reads in a picture: a file's bytes, or dots as `ImageData` has them. */
export async function codesIn(
  picture: Uint8Array | Pick<ImageData, 'width' | 'height' | 'data'>,
): Promise<string[]> {
  const codes = await readBarcodes(picture as Uint8Array | ImageData, { formats: ['QRCode'] });
  return codes.map(({ text }) => text);
}
