import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { installedBrowser, installedElectron } from './browsers.ts';

/** What opening a kiosk depends on. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Linux and macOS: 0 is the administrator. */
  readonly userId: number | undefined;
};

export type Kiosk = {
  /** Such as `Chromium`. */
  readonly shownBy: string;
  /** Resolves when its window was closed or could not be opened. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
};

type Program = { readonly shownBy: string; readonly file: string; readonly args: readonly string[] };

/** The flags of a Chromium that shows nothing but the kiosk. @param profile Folder of its own settings. */
export function kioskFlags(url: string, profile: string): readonly string[] {
  const { hostname, origin } = new URL(url);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return [
    '--kiosk',
    `--app=${url}/kiosk/`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--hide-crash-restore-bubble',
    '--disable-features=Translate',
    '--autoplay-policy=no-user-gesture-required',
    // The one page this profile ever shows is ours, and nobody could answer the question.
    '--auto-accept-camera-and-microphone-capture',
    // No question for the desktop's key ring.
    '--password-store=basic',
    ...(isHere ? [] : [`--unsafely-treat-insecure-origin-as-secure=${origin}`]),
  ];
}

/** @returns the program to open, or why none is opened. */
function choose(url: string, data: string, root: string, machine: Machine): Program | string {
  const { platform, env, userId } = machine;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return 'this machine has no display';
  if (platform === 'linux' && userId === 0)
    return 'browsers do not run safely as root; start as an ordinary user to have it opened';
  const electron = installedElectron(platform, join(root, 'node_modules'));
  if (electron !== null) return { shownBy: 'Electron', file: electron, args: [root, `--server=${url}`] };
  const browser = installedBrowser(platform, env);
  if (browser === null) return 'no Electron, Chromium, Chrome or Edge is installed';
  return { shownBy: 'the browser', file: browser, args: kioskFlags(url, join(data, 'kiosk-profile')) };
}

const gracePeriodMs = 3_000;

async function close(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), gracePeriodMs);
  await gone;
  clearTimeout(force);
}

/**
 * Opens the kiosk on this machine's display: in Electron if its program is there, else in an installed browser.
 * @param url Address by which this machine reaches the server: only here do pages get a camera without a certificate.
 * @param data The office's data folder, which also keeps the browser's profile.
 * @param root The project's folder.
 * @returns the open kiosk, or in a few words why there is none.
 */
export function openKiosk(url: string, data: string, root: string, machine: Machine): Kiosk | string {
  const program = choose(url, data, root, machine);
  if (typeof program === 'string') return program;
  const child = spawn(program.file, program.args, { stdio: 'ignore' });
  // However this process ends, it leaves no window behind.
  const end = (): void => void child.kill();
  process.once('exit', end);
  const closed = once(child, 'exit')
    // It could not be started.
    .catch(() => undefined)
    .then(() => void process.off('exit', end));
  return { shownBy: program.shownBy, closed, close: () => close(child, closed) };
}
