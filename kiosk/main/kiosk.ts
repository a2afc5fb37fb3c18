import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, powerSaveBlocker, session } from 'electron';
import { answerBridge, tellPage } from './answerBridge.ts';
import type { Arguments } from './arguments.ts';
import type { Pin } from './certificate.ts';
import { fingerprintOf, holdToCertificate } from './certificate.ts';
import type { Embedded } from './embedded.ts';
import { runServer } from './embedded.ts';
import { log } from './log.ts';
import type { Tools } from './maintain.ts';
import { makeMaintain } from './maintain.ts';
import { restart, tendWhenIdle } from './tend.ts';
import { pageUrl } from './page.ts';
import { restrict } from './permissions.ts';
import { makeDoor } from './pin.ts';
import { makePrintPaper } from './printPaper.ts';
import { runScanner } from './scanner.ts';
import { servePage } from './serve.ts';
import type { SettingsFile } from './settings.ts';
import { vitalsOf } from './vitals.ts';
import { load, wallPartition } from './window.ts';
import type { Windows } from './windows.ts';
import { openWindows } from './windows.ts';

/** Where the shell's parts are, and what it was told. */
export type Setup = {
  /** The folder of the application's own files. */
  readonly appFolder: string;
  /** The machine's own folder: settings, and the office's data if the server is inside. */
  readonly ownFolder: string;
  readonly installed: boolean;
  readonly given: Arguments;
  readonly settings: SettingsFile;
};

/** The server inside, if it is to be there. */
function startServer({ appFolder, ownFolder, given: { inside, serverUrl } }: Setup): Embedded | null {
  if (inside === null) return null;
  const args = ['--data', join(ownFolder, 'data'), '--host', inside.host, ...(inside.tls ? ['--tls'] : [])];
  return runServer(join(appFolder, 'dist/server/server.cjs'), args, serverUrl);
}

/** The certificate of the server inside is read where that keeps it; of another one, the first or the given counts. */
function pinOf({ ownFolder, given: { inside, fingerprint }, settings }: Setup): Pin {
  if (inside !== null) {
    const own = (): string | null => {
      try {
        return fingerprintOf(readFileSync(join(ownFolder, 'data/tls/cert.pem'), 'utf8'));
      } catch {
        return null;
      }
    };
    // Whoever answers before that has made its certificate is not it.
    return { get: () => own() ?? '', keep: () => undefined };
  }
  return {
    get: () => fingerprint ?? settings.get().certificate,
    keep: (certificate) => settings.set({ certificate }),
  };
}

type Parts = Setup & { readonly pin: Pin; readonly server: Embedded | null };

const vitalsIn = ({ ownFolder, server }: Parts, windows: Windows) =>
  vitalsOf({
    version: app.getVersion(),
    folder: ownFolder,
    counts: windows.kiosk.counts(),
    serverEnds: server?.ends() ?? 0,
  });

/** What staff can do and see behind the PIN. */
function toolsOf(parts: Parts, windows: Windows): Tools {
  const { settings, pin } = parts;
  const { serverUrl } = parts.given;
  return {
    report: () => ({
      ...vitalsIn(parts, windows),
      serverUrl,
      certificate: serverUrl.startsWith('https:') ? pin.get() : null,
      displays: windows.displays().map(({ bounds: { width, height }, id, label, shows }) => ({
        id,
        label,
        width,
        height,
        shows,
      })),
    }),
    reload: () => {
      const window = windows.kiosk.window();
      if (window !== null) load(window, pageUrl);
    },
    restart,
    quit: () => app.quit(),
    place: windows.choose,
    trustAnew: () => {
      settings.set({ certificate: null });
      // Chromium remembers what was judged, as long as it runs.
      restart();
    },
  };
}

/** Answers the page. @returns whether, by what the page said last, nobody is in the middle of something. */
function answerPage(parts: Parts, windows: Windows): () => boolean {
  const { given, settings } = parts;
  let idle = false;
  const door = makeDoor(() => settings.get().pin);
  answerBridge(
    { serverUrl: given.serverUrl, version: app.getVersion() },
    {
      print: makePrintPaper(given.printer),
      health: async (said) => {
        ({ idle } = said);
        windows.kiosk.beat();
        return vitalsIn(parts, windows);
      },
      maintain: makeMaintain(door, toolsOf(parts, windows), () => performance.now()),
    },
  );
  return () => idle;
}

/** Opens the kiosk once Electron is ready: rules first, then the server inside, then the windows. */
export function openKiosk(setup: Setup): void {
  const { appFolder, installed, given, settings } = setup;
  const { serverUrl } = given;
  const pin = pinOf(setup);
  for (const one of [session.defaultSession, session.fromPartition(wallPartition)]) {
    restrict(one);
    if (serverUrl.startsWith('https:')) holdToCertificate(one, serverUrl, pin);
  }
  servePage(serverUrl, { page: join(appFolder, 'dist/kiosk'), models: join(appFolder, 'models/prepared') });
  powerSaveBlocker.start('prevent-display-sleep');
  const parts: Parts = { ...setup, pin, server: startServer(setup) };
  const preload = join(appFolder, 'dist/kiosk-main/preload.cjs');
  const windows = openWindows({ preload, wallUrl: `${serverUrl}/wall`, installed, settings });
  // The page asks for its bridge after this turn of the event loop at the earliest.
  const isIdle = answerPage(parts, windows);
  if (given.scanner !== null)
    runScanner(join(appFolder, 'dist/kiosk-main/scannerProcess.cjs'), given.scanner, (line) =>
      tellPage(windows.kiosk.window(), 'scanned', line),
    );
  app.on('second-instance', () => windows.kiosk.window()?.focus());
  tendWhenIdle(setup, isIdle);
  log('started', { serverUrl, version: app.getVersion() });
}
