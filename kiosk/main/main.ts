import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import type { Arguments } from './arguments.ts';
import { readArguments } from './arguments.ts';
import { openKiosk } from './kiosk.ts';
import { lock } from './lockdown.ts';
import { outliveReaders } from './log.ts';
import { isOwnPage } from './page.ts';
import { hashPin } from './pin.ts';
import { registerScheme } from './serve.ts';
import { openSettings } from './settings.ts';
import { wallPartition } from './window.ts';

/*
 * The Electron shell: a window over the whole display with the kiosk's page, shut against everything else.
 *
 *   installed:    luot                                    the server inside, for an office with one PC
 *                 luot --host=0.0.0.0 --tls               the same, and other machines reach it
 *                 luot --server=https://192.168.1.10:8085 --fingerprint=… --printer="EPSON TM-T82"
 *   from source:  ELECTRON_BINARY PROJECT_FOLDER --server=http://127.0.0.1:8085
 *                 after `node kiosk/main/build.ts`, the build of the page (dist/kiosk) and the models (models/prepared)
 *
 * The page itself comes from app://kiosk, so it also opens, and says so, while the server is away. --printer names the
 * ticket printer by its name in the system, for a kiosk whose printer the server does not reach itself. --scanner=COM3
 * reads citizen cards by a scanner at a serial port. --restart-at=03:30 restarts it at night when nobody is there.
 * --updates=FOLDER installs what is laid down there. --set-pin=DIGITS sets the PIN of the maintenance page and ends.
 * One line of JSON for each noteworthy event goes to standard output.
 *
 * Ends with 0 when quit (SIGTERM, SIGINT, or, from source, the window closed) or when a kiosk is already open on this
 * machine, which then comes to the front; with 1 and one line on standard error when it cannot start.
 */

function end(code: number, line: string): void {
  process.stderr.write(`${line}\n`);
  app.exit(code);
}

function start(given: Arguments): void {
  outliveReaders();
  // Instead of Electron's message box, which would stand in front of the kiosk for ever.
  process.on('uncaughtException', (error) =>
    end(1, `The kiosk shell failed: ${error.stack ?? error.message}`),
  );
  const installed = app.isPackaged;
  const setup = { appFolder, ownFolder: app.getPath('userData'), installed, given, settings };
  const isWall = (url: string): boolean => URL.parse(url)?.origin === given.serverUrl;
  registerScheme();
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  app.on('web-contents-created', (_event, contents) => {
    const ofWall = contents.session === session.fromPartition(wallPartition);
    lock(contents, ofWall ? isWall : isOwnPage, installed);
  });
  app.on('window-all-closed', () => {
    // In an installed kiosk the watchdog opens the window again.
    if (!installed) app.quit();
  });
  if (installed) Menu.setApplicationMenu(null);
  void app.whenReady().then(() => openKiosk(setup));
}

const appFolder = app.getAppPath();
const page = join(appFolder, 'dist/kiosk');
const settings = openSettings(app.getPath('userData'));
const read = readArguments(process.argv, app.isPackaged);
if (!read.ok) end(1, read.error);
else if (read.value.setPin !== null) {
  settings.set({ pin: hashPin(read.value.setPin) });
  end(0, 'The PIN is set.');
} else if (!existsSync(join(page, 'index.html'))) end(1, `The kiosk page is missing in ${page}.`);
else if (!app.requestSingleInstanceLock()) end(0, 'A kiosk is already open on this machine.');
else start(read.value);
