import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { fingerprintOf, publicKeyPin } from '../tls/certificate.ts';
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

/** Where the kiosk finds its server. */
export type Address = {
  readonly url: string;
  /** The certificate (PEM) that the server vouches for itself with; null: it has none. */
  readonly cert: string | null;
};

/**
 * The flags of a Chromium that shows nothing but the kiosk.
 * @param profile Folder of its own settings.
 * @param key Public key (SHA-256, base64) to be trusted although nobody vouches for it; null: none.
 */
export function kioskFlags(url: string, profile: string, key: string | null, query = ''): readonly string[] {
  const { hostname, origin, protocol } = new URL(url);
  const hasCamera = protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return [
    '--kiosk',
    `--app=${url}/kiosk/${query}`,
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
    ...(key === null ? [] : [`--ignore-certificate-errors-spki-list=${key}`]),
    ...(hasCamera ? [] : [`--unsafely-treat-insecure-origin-as-secure=${origin}`]),
  ];
}

/** @returns why no window can be opened on this machine; null if one can. */
function whyNoWindow({ platform, env, userId }: Machine): string | null {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return 'this machine has no display';
  if (platform === 'linux' && userId === 0)
    return 'browsers do not run safely as root; start as an ordinary user to have it opened';
  return null;
}

/** @returns this machine's browser, or why none can be opened. */
export function chooseBrowser(machine: Machine): Result<string, string> {
  const why = whyNoWindow(machine);
  if (why !== null) return err(why);
  const browser = installedBrowser(machine.platform, machine.env);
  return browser === null ? err('no Chromium, Chrome or Edge is installed') : ok(browser);
}

/** @returns the program to open, or why none is opened. */
function choose({ url, cert }: Address, data: string, root: string, machine: Machine): Program | string {
  const { platform, env } = machine;
  const why = whyNoWindow(machine);
  if (why !== null) return why;
  const electron = installedElectron(platform, join(root, 'node_modules'));
  const held = cert === null ? [] : [`--fingerprint=${fingerprintOf(cert)}`];
  if (electron !== null)
    return { shownBy: 'Electron', file: electron, args: [root, `--server=${url}`, ...held] };
  const browser = installedBrowser(platform, env);
  if (browser === null) return 'no Electron, Chromium, Chrome or Edge is installed';
  const key = cert === null ? null : publicKeyPin(cert);
  const args = kioskFlags(url, join(data, 'kiosk-profile'), key);
  return { shownBy: 'the browser', file: browser, args };
}

const gracePeriodMs = 3_000;

/** Asks a program to end, and ends it if it does not. @param gone resolves when it has. */
export async function endChild(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), gracePeriodMs);
  await gone;
  clearTimeout(force);
}

/**
 * Opens the kiosk on this machine's display: in Electron if its program is there, else in an installed browser.
 * @param address By which this machine reaches the server: only here do pages get a camera without a certificate.
 * @param data The office's data folder, which also keeps the browser's profile.
 * @param root The project's folder.
 * @returns the open kiosk, or in a few words why there is none.
 */
export function openKiosk(address: Address, data: string, root: string, machine: Machine): Kiosk | string {
  const program = choose(address, data, root, machine);
  if (typeof program === 'string') return program;
  const child = spawn(program.file, program.args, { stdio: 'ignore' });
  // However this process ends, it leaves no window behind.
  const end = (): void => void child.kill();
  process.once('exit', end);
  const closed = once(child, 'exit')
    // It could not be started.
    .catch(() => undefined)
    .then(() => void process.off('exit', end));
  return { shownBy: program.shownBy, closed, close: () => endChild(child, closed) };
}
