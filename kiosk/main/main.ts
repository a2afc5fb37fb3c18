import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu, powerSaveBlocker, session } from 'electron';
import { answerBridge } from './answerBridge.ts';
import { readPrinter, readServer } from './arguments.ts';
import { keepAlive } from './keepAlive.ts';
import { lock } from './lockdown.ts';
import { log, outliveReaders } from './log.ts';
import { restrict } from './permissions.ts';
import { makePrintPaper } from './printPaper.ts';
import { registerScheme, servePage } from './serve.ts';
import { openWindow } from './window.ts';

/*
 * The Electron shell: one window over the whole display with the kiosk's page, shut against everything else.
 *
 *   installed:    luot --server=http://192.168.1.10:8085 --printer="EPSON TM-T82"
 *   from source:  ELECTRON_BINARY PROJECT_FOLDER --server=http://127.0.0.1:8085
 *                 after `node kiosk/main/build.ts`, the build of the page (dist/kiosk) and the models (models/prepared)
 *
 * Without --server it looks for the server at http://127.0.0.1:8085. The page itself comes from app://kiosk, so it also
 * opens, and says so, while the server is away. --printer names the ticket printer by its name in the system, for a kiosk
 * whose printer the server does not reach itself. One line of JSON for each noteworthy event goes to standard output.
 *
 * Ends with 0 when quit (SIGTERM, SIGINT, or, from source, the window closed) or when a kiosk is already open on this
 * machine, which then comes to the front; with 1 and one line on standard error when it cannot start.
 */

const appFolder = app.getAppPath();
const folders = { page: join(appFolder, 'dist/kiosk'), models: join(appFolder, 'models/prepared') };
const preload = join(appFolder, 'dist/kiosk-main/preload.cjs');

function end(code: number, line: string): void {
  process.stderr.write(`${line}\n`);
  app.exit(code);
}

function openKiosk(serverUrl: string, printer: string | null): void {
  const installed = app.isPackaged;
  if (installed) Menu.setApplicationMenu(null);
  restrict(session.defaultSession);
  servePage(serverUrl, folders);
  answerBridge({ serverUrl, version: app.getVersion() }, { print: makePrintPaper(printer) });
  powerSaveBlocker.start('prevent-display-sleep');

  const current = keepAlive(() => openWindow(preload, installed), installed);
  app.on('second-instance', () => current()?.focus());
  log('started', { serverUrl, version: app.getVersion() });
}

function start(serverUrl: string): void {
  outliveReaders();
  // Instead of Electron's message box, which would stand in front of the kiosk for ever.
  process.on('uncaughtException', (error) =>
    end(1, `The kiosk shell failed: ${error.stack ?? error.message}`),
  );
  registerScheme();
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  app.on('web-contents-created', (_event, contents) => lock(contents, app.isPackaged));
  app.on('window-all-closed', () => {
    // In an installed kiosk the watchdog opens the window again.
    if (!app.isPackaged) app.quit();
  });
  void app.whenReady().then(() => openKiosk(serverUrl, readPrinter(process.argv)));
}

const server = readServer(process.argv);
if (!server.ok) end(1, server.error);
else if (!existsSync(join(folders.page, 'index.html')))
  end(1, `The kiosk page is missing in ${folders.page}.`);
else if (!app.requestSingleInstanceLock()) end(0, 'A kiosk is already open on this machine.');
else start(server.value);
