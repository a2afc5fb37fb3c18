import type { WebContentsPrintOptions } from 'electron';
import { BrowserWindow } from 'electron';
import type { Calls } from '../bridge.ts';
import { log } from './log.ts';

type Paper = Parameters<Calls['print']>[0];

/** A driver that says nothing for so long (ms) prints nothing that its visitor would still wait for. */
const patienceMs = 15_000;
/** At 203 dpi, of which each mm has eight. */
const micronsPerDot = 125;
const mmPerDot = micronsPerDot / 1_000;
const rollMicrons = 80_000;

/** A page with the picture in its true size, in the middle of the roll; nothing in it is code. */
function pageOf({ png, width, height }: Paper): string {
  const size = `width:${width * mmPerDot}mm;height:${height * mmPerDot}mm`;
  const html = `<!doctype html><body style="margin:0"><img style="display:block;margin:0 auto;${size}" src="${png}">`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

const optionsOf = (deviceName: string, { height }: Paper): WebContentsPrintOptions => ({
  silent: true,
  deviceName,
  color: false,
  printBackground: true,
  margins: { marginType: 'none' },
  pageSize: { width: rollMicrons, height: height * micronsPerDot },
});

/** @throws Error with what the driver says, or if it says nothing in time. */
function printOn(window: BrowserWindow, options: WebContentsPrintOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the printer says nothing')), patienceMs);
    window.webContents.print(options, (success, why) => {
      clearTimeout(late);
      if (success) resolve();
      else reject(new Error(why));
    });
  });
}

/**
 * Prints pictures of tickets through the driver of one printer of this machine, without asking anybody, each in a
 * hidden window of its own.
 *
 * @param deviceName the printer's name in the system; null: this kiosk has none.
 */
export function makePrintPaper(deviceName: string | null): Calls['print'] {
  if (deviceName === null) return () => Promise.resolve('none');
  return async (paper) => {
    const webPreferences = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    };
    const window = new BrowserWindow({ show: false, webPreferences });
    try {
      await window.loadURL(pageOf(paper));
      await printOn(window, optionsOf(deviceName, paper));
      return 'printed';
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      // Some name the address, which here is the ticket itself.
      log('notPrinted', { printer: deviceName, why: why.slice(0, 100) });
      return 'trouble';
    } finally {
      window.destroy();
    }
  };
}
