import { PassThrough } from 'node:stream';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fileOf, openPort, readLines } from '../../../kiosk/main/readPort.ts';
import { cutLines, longestLine, nothingHeld } from '../../../kiosk/main/scannedLines.ts';
import { runScanner } from '../../../kiosk/main/scanner.ts';
import { cardTexts } from '../../factories/cards.ts';
import type { FakeProcess } from './electronStandIn.ts';
import { app, utilityProcess } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Lines of what comes in these pieces. */
function linesOf(pieces: readonly Uint8Array[]): string[] {
  let held = nothingHeld;
  return pieces.flatMap((piece) => {
    const cut = cutLines(held, piece);
    ({ held } = cut);
    return cut.lines;
  });
}

describe('lines', () => {
  test.each(['\r', '\n', '\r\n'])('ID40 a line ends with %j', (end) => {
    expect(linesOf([bytes(`một${end}hai${end}${end}ba`)])).toEqual(['một', 'hai']);
  });

  test('ID40 however the bytes come, also in the middle of a letter, the lines are the same', () => {
    const whole = bytes(`${cardTexts.nhung}\r\n${cardTexts.nhung}\r`);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length)), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        const pieces = at.slice(1).map((to, i) => whole.subarray(at[i], to));
        expect(linesOf(pieces)).toEqual([cardTexts.nhung, cardTexts.nhung]);
      }),
    );
  });

  test('ID40 a line that is too long is left out whole, the next is read, and little is held of it', () => {
    const longest = 'ữ'.repeat(longestLine);
    expect(linesOf([bytes(`${longest}\r`)])).toEqual([longest]);
    expect(linesOf([bytes(`${longest}x\rsau\r`)])).toEqual(['sau']);
    const endless = Array.from({ length: 50 }, () => bytes('x'.repeat(500)));
    expect(linesOf([...endless, bytes('\rsau\r')])).toEqual(['sau']);
    expect(cutLines(nothingHeld, bytes('x'.repeat(100_000))).held.length).toBeLessThan(5_000);
  });

  test('ID40 what is no UTF-8 harms no more than its letter', () => {
    expect(linesOf([new Uint8Array([0x61, 0xff, 0x62, 0x0d])])).toEqual(['a\u{FFFD}b']);
  });
});

describe('a port', () => {
  afterEach(() => void vi.useRealTimers());

  test('ID40 a line that broke off for a second is forgotten, one that came in time is whole', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const port = new PassThrough();
    const told: string[] = [];
    const reading = readLines(port, (line) => told.push(line));
    const write = async (text: string, thenMs: number): Promise<void> => {
      port.write(text);
      await new Promise(setImmediate);
      vi.advanceTimersByTime(thenMs);
    };
    await write('broken', 1_000);
    await write('a ', 999);
    await write('line\r', 0);
    port.end();
    await reading;
    expect(told).toEqual(['a line']);
  });

  test('ID41 a port that is not there, or fails, says what the system says', async () => {
    await expect(openPort('/dev/no-such-scanner')).rejects.toMatchObject({ code: 'ENOENT' });
    const port = new PassThrough();
    const reading = readLines(port, () => undefined);
    port.destroy(Object.assign(new Error('unplugged'), { code: 'EIO' }));
    await expect(reading).rejects.toMatchObject({ code: 'EIO' });
  });

  test.each([
    ['COM3', '\\\\.\\COM3'],
    ['com12', '\\\\.\\com12'],
    ['/dev/ttyACM0', '/dev/ttyACM0'],
  ])('ID41 %s is the file %s', (port, file) => {
    expect(fileOf(port)).toBe(file);
  });
});

describe('in the shell', () => {
  const { fork } = utilityProcess;
  const newest = (): FakeProcess => fork.mock.results.at(-1)?.value as FakeProcess;
  const told = vi.fn<(line: string) => void>();
  let said: string[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      said.push(String(line));
      return true;
    });
    fork.mockClear();
    told.mockClear();
    app.removeAllListeners();
    runScanner('scannerProcess.cjs', '/dev/ttyACM0', told);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('ID41 what it reads is handed on and written nowhere', () => {
    expect(fork.mock.calls).toEqual([
      ['scannerProcess.cjs', ['/dev/ttyACM0'], { serviceName: 'Lượt scanner', stdio: 'ignore' }],
    ]);
    newest().emit('message', { line: cardTexts.nhung });
    for (const wrong of [null, 'a line', { line: '' }, { line: 'x'.repeat(1_001) }, { line: 7 }])
      newest().emit('message', wrong);
    newest().emit('exit', 0);
    expect(told.mock.calls).toEqual([[cardTexts.nhung]]);
    expect(said.join('')).not.toMatch(/\|/u);
  });

  test('ID41 unplugged, it is looked for again, at last every ten seconds, and the log says so once', () => {
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      const before = fork.mock.calls.length;
      newest().emit('message', { trouble: 'ENOENT' });
      newest().emit('exit', 0);
      let wait = 0;
      while (fork.mock.calls.length === before) {
        vi.advanceTimersByTime(1_000);
        wait += 1;
      }
      waits.push(wait);
    }
    expect(waits).toEqual([1, 2, 4, 8, 10, 10]);
    expect(said.map((line) => JSON.parse(line) as object)).toMatchObject([
      { event: 'scannerGone', port: '/dev/ttyACM0', why: 'ENOENT' },
    ]);
    // Plugged in again, it has worked for a while: the next time is a new one.
    vi.advanceTimersByTime(10_000);
    newest().emit('exit', 0);
    expect(said).toHaveLength(2);
  });

  test('ID41 it ends with the shell', () => {
    app.emit('before-quit');
    expect(newest().kill).toHaveBeenCalledTimes(1);
    newest().emit('exit', 0);
    vi.advanceTimersByTime(60_000);
    expect(fork).toHaveBeenCalledTimes(1);
  });
});
