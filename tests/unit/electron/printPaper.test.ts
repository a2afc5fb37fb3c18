import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makePrintPaper } from '../../../kiosk/main/printPaper.ts';
import { BrowserWindow } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const paper = { png: 'data:image/png;base64,AAAA', width: 576, height: 960 };
let lines = '';
beforeEach(() => {
  vi.useFakeTimers();
  BrowserWindow.opened.length = 0;
  lines = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines += String(line);
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Prints, with a driver that answers as told; null: it says nothing. */
async function printed(answer: readonly [boolean, string] | null) {
  const outcome = makePrintPaper('EPSON TM-T82')(paper);
  const window = BrowserWindow.opened[0] as BrowserWindow;
  window.webContents.print.mockImplementation((_options, done) => {
    if (answer !== null) done(...answer);
  });
  await vi.advanceTimersByTimeAsync(20_000);
  return { outcome: await outcome, window };
}

test('PA46 a ticket is printed without asking, on the named printer, on paper of its own length', async () => {
  const { outcome, window } = await printed([true, '']);
  expect(outcome).toBe('printed');
  expect(window.webContents.print).toHaveBeenCalledTimes(1);
  expect(window.webContents.print.mock.calls[0]?.[0]).toEqual({
    silent: true,
    deviceName: 'EPSON TM-T82',
    color: false,
    printBackground: true,
    margins: { marginType: 'none' },
    // 80 mm, and 960 dots of 1/8 mm.
    pageSize: { width: 80_000, height: 120_000 },
  });
});

test('PA46 the window of a ticket is hidden, runs no code, and is closed again', async () => {
  const { window } = await printed([true, '']);
  expect(window.options).toEqual({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  const page = decodeURIComponent(window.loadURL.mock.calls[0]?.[0] ?? '');
  expect(page).toMatch(/^data:text\/html/u);
  expect(page).toContain('width:72mm;height:120mm');
  expect(page).toContain(`src="${paper.png}"`);
  expect(window.destroy).toHaveBeenCalledTimes(1);
});

test.each([
  ['says what is wrong', [false, 'Print job failed'], 'Print job failed'],
  ['says nothing', null, 'the printer says nothing'],
] as const)('PA46 a driver that %s is trouble, and its window is closed', async (_name, answer, why) => {
  const { outcome, window } = await printed(answer);
  expect(outcome).toBe('trouble');
  expect(window.destroy).toHaveBeenCalledTimes(1);
  expect(JSON.parse(lines)).toMatchObject({ event: 'notPrinted', printer: 'EPSON TM-T82', why });
});

test('PA46 without a named printer nothing is printed anywhere', async () => {
  expect(await makePrintPaper(null)(paper)).toBe('none');
  expect(BrowserWindow.opened).toHaveLength(0);
});
