import { encode } from 'uqr';
import type { Block } from './paper.ts';

/** Dots: 72 mm of an 80 mm roll at 203 dpi, a multiple of eight. */
export const paperWidth = 576;

/** A picture of one bit a dot: rows from the top, `width / 8` bytes each, the leftmost dot highest, 1 black. */
export type PaperPicture = { readonly width: number; readonly height: number; readonly bits: Uint8Array };

type Pen = CanvasRenderingContext2D;

const margin = 16;
const gap = 10;
const lineHeight = 1.25;
/** Dots of one module of the code: readable by old phones on worn paper. */
const moduleDots = 7;

const fontOf = (size: number, bold: boolean): string => `${bold ? 800 : 400} ${size}px 'Be Vietnam Pro'`;

/** Breaks words into lines that fit; a word that is wider than the paper is broken where it has to be. */
function linesOf(pen: Pen, text: string, width: number): string[] {
  const fits = (line: string): boolean => pen.measureText(line).width <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const sign of word) {
      if (line !== '' && !fits(line + sign)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The same for a code, in the middle of the paper. */
function drawCode(pen: Pen, text: string, y: number, measureOnly: boolean): number {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const left = Math.round((paperWidth - size * moduleDots) / 2);
  const black = measureOnly
    ? []
    : data.flatMap((modules, row) =>
        modules.flatMap((isBlack, column) => (isBlack ? [{ row, column }] : [])),
      );
  for (const { row, column } of black)
    pen.fillRect(left + column * moduleDots, y + row * moduleDots, moduleDots, moduleDots);
  return size * moduleDots;
}

/** Draws one block at `y`, or only measures it. @returns the dots it takes down the paper. */
function drawBlock(pen: Pen, block: Block, y: number, measureOnly: boolean): number {
  switch (block.kind) {
    case 'rule':
      if (!measureOnly) pen.fillRect(margin, y + gap, paperWidth - 2 * margin, 2);
      return 2 * gap + 2;
    case 'code':
      return drawCode(pen, block.text, y, measureOnly);
    case 'text': {
      pen.font = fontOf(block.size, block.bold);
      const lines = linesOf(pen, block.text, paperWidth - 2 * margin);
      const step = Math.round(block.size * lineHeight);
      if (!measureOnly) {
        pen.textAlign = block.align === 'left' ? 'left' : 'center';
        pen.textBaseline = 'middle';
        const x = block.align === 'left' ? margin : paperWidth / 2;
        for (const [n, line] of lines.entries()) pen.fillText(line, x, y + step * (n + 0.5));
      }
      return lines.length * step;
    }
  }
}

/**
 * Draws a ticket in black and white, as printers print it.
 * @throws Error if the browser has no canvas.
 */
export async function drawPaper(blocks: readonly Block[]): Promise<PaperPicture> {
  // Without them a ticket printed right after the start would have another font, perhaps without Vietnamese letters.
  const words = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('');
  await Promise.all([false, true].map((bold) => document.fonts.load(fontOf(30, bold), words)));
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('this browser draws no pictures');
  const height = 2 * gap + blocks.reduce((sum, block) => sum + drawBlock(pen, block, 0, true), 0);
  canvas.width = paperWidth;
  canvas.height = height;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, paperWidth, height);
  pen.fillStyle = '#000000';
  let y = gap;
  for (const block of blocks) y += drawBlock(pen, block, y, false);
  return { width: paperWidth, height, bits: bitsOf(pen.getImageData(0, 0, paperWidth, height)) };
}

/** Darker than the middle is black: letters have soft edges, printers have none. */
function bitsOf({ data, width, height }: ImageData): Uint8Array {
  const bits = new Uint8Array((width / 8) * height);
  for (let dot = 0; dot < width * height; dot++)
    if ((data[4 * dot] ?? 255) < 128) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (128 >> (dot & 7));
  return bits;
}
