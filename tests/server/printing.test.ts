import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Picture } from '../../server/printing/escpos.ts';
import { escposOf } from '../../server/printing/escpos.ts';
import type { Printers } from '../../server/printing/printers.ts';
import { makePrinters } from '../../server/printing/printers.ts';
import type { FakePrinter } from '../factories/fakePrinter.ts';
import { decodeJob, startPrinter } from '../factories/fakePrinter.ts';

const anyPicture: fc.Arbitrary<Picture> = fc
  .record({
    columns: fc.integer({ min: 1, max: 72 }),
    height: fc.integer({ min: 1, max: 400 }),
    seed: fc.nat(),
  })
  .map(({ columns, height, seed }) => ({
    width: columns * 8,
    height,
    bits: Uint8Array.from({ length: columns * height }, (_, i) => ((i + 1) * 2_654_435_761 + seed) >>> 13),
  }));

const pictureOf = (height: number, fill: number): Picture => ({
  width: 576,
  height,
  bits: new Uint8Array(72 * height).fill(fill),
});

async function fakePrinter(port = 0): Promise<FakePrinter> {
  const printer = await startPrinter(port);
  onTestFinished(() => printer.close());
  return printer;
}

function printersWith(address: string): { printers: Printers; changes: () => number; why: string[] } {
  let changes = 0;
  const why: string[] = [];
  const printers = makePrinters(
    () => (changes += 1),
    (text) => why.push(text),
    Date.now,
  );
  onTestFinished(() => printers.close());
  printers.use(new Map([[7, address]]));
  return { printers, changes: () => changes, why };
}

describe('what a printer is sent', () => {
  test('PA1 comes out as the very picture, cut once', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        expect(decodeJob(escposOf(picture))).toEqual({ picture, cuts: 1 });
      }),
      { numRuns: 60 },
    );
  });

  test('PA1 is refused if the bits are not as many as the size asks for', () => {
    expect(() => escposOf({ width: 576, height: 10, bits: new Uint8Array(5) })).toThrow(RangeError);
    expect(() => escposOf({ width: 570, height: 8, bits: new Uint8Array(570) })).toThrow(RangeError);
  });
});

describe('a printer in the network', () => {
  test.each([
    ['that answers', { offline: 0x12, paper: 0x12 }],
    ['that never answers', null],
  ])('PA2 %s prints each picture once, in the order they came', async (_, answers) => {
    const fake = await fakePrinter();
    fake.answers = answers;
    const { printers } = printersWith(fake.address);
    await Promise.all([1, 2, 3].map((n) => printers.print(7, pictureOf(300 * n, n))));
    await expect.poll(() => fake.jobs().map((job) => decodeJob(job).picture.height)).toEqual([300, 600, 900]);
    expect(printers.stateOf(7)).toBe('ready');
  });

  test.each([
    ['paperOut', { offline: 0x12 | 0x20, paper: 0x12 }],
    ['paperOut', { offline: 0x12, paper: 0x72 }],
    ['coverOpen', { offline: 0x12 | 0x04, paper: 0x12 }],
    ['error', { offline: 0x12 | 0x40, paper: 0x12 }],
  ])('PA3 that says %s prints nothing, and is in trouble until it says otherwise', async (fault, answers) => {
    const fake = await fakePrinter();
    const { printers, changes, why } = printersWith(fake.address);
    fake.answers = answers;
    await expect(printers.print(7, pictureOf(8, 255))).rejects.toThrow(fault);
    expect(printers.stateOf(7)).toBe(fault);
    expect([changes(), why.length]).toEqual([1, 1]);
    expect(fake.jobs()).toEqual([]);
    fake.answers = { offline: 0x12, paper: 0x12 };
    await printers.print(7, pictureOf(16, 255));
    await expect.poll(() => printers.stateOf(7)).toBe('ready');
    expect(changes()).toBe(2);
    // What failed is not printed later: its visitor has gone on.
    await expect.poll(() => fake.jobs().map((job) => decodeJob(job).picture.height)).toEqual([16]);
  });

  test('PA3 that is away is in trouble, and works once it is back', async () => {
    const first = await startPrinter();
    const { address } = first;
    await first.close();
    const { printers } = printersWith(address);
    await expect(printers.print(7, pictureOf(8, 1))).rejects.toThrow('ECONNREFUSED');
    expect(printers.stateOf(7)).toBe('away');
    const fake = await fakePrinter(Number(new URL(address).port));
    await printers.print(7, pictureOf(24, 1));
    await expect.poll(() => fake.jobs().length).toBe(1);
  });

  test('PA4 a kiosk without a printer of its own has none to print on', async () => {
    const { printers } = printersWith('tcp://127.0.0.1:9');
    expect(printers.stateOf(8)).toBeNull();
    await expect(printers.print(8, pictureOf(8, 1))).rejects.toThrow('no printer');
  });
});
