import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const systemBrowsers = [
  process.env['LUOT_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The machine's own Chromium, or the one that an npm package carries (Linux). */
export async function browserPath(): Promise<string> {
  const system = systemBrowsers.find((path) => path !== undefined && path !== '' && existsSync(path));
  return system ?? (await chromiumPackage.executablePath());
}

const ownFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
  '--autoplay-policy=no-user-gesture-required',
  '--force-color-profile=srgb',
];

/** Flags that play a y4m file as the machine's camera and grant it without asking. */
export const cameraFlags = (y4m: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${y4m}`,
];

/** Starts a headless browser with an empty profile; `close` removes it. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'luot-browser-'));
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    headless: true,
    args: [...ownFlags, ...args],
    env: { ...(process.env as Record<string, string>), HOME: home },
  });
  browser.on('disconnected', () => void rm(home, { recursive: true, force: true }));
  return browser;
}
