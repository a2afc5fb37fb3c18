import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { installedBrowser } from '../server/launch/browsers.ts';
import { carriedBrowser, carriesBrowser } from './carriedBrowser.ts';

/**
 * The browser that the lockfile pins, where it runs: the same one on every machine, and without a window around its
 * pages it takes half the work of an installed one. `LUOT_CHROMIUM=/path` names another.
 */
export async function chooseBrowser(): Promise<{ path: string; env: Record<string, string> }> {
  const named = (process.env['LUOT_CHROMIUM'] ?? '') !== '';
  const installed = carriesBrowser && !named ? null : installedBrowser(process.platform, process.env);
  return installed === null ? carriedBrowser() : { path: installed, env: {} };
}

export const ownFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
  '--autoplay-policy=no-user-gesture-required',
  '--force-color-profile=srgb',
  // Letters as wide as they are drawn large, as windows draw them; the carried browser would round each to whole dots.
  '--font-render-hinting=none',
];

/** Of a page without motion, as for somebody whom it troubles: to draw what moves is half of a browser's work. */
export const still = { reducedMotion: 'reduce' } as const;

/** Flags that play a y4m file as the machine's camera and grant it without asking. */
export const cameraFlags = (y4m: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${y4m}`,
];

/**
 * Notes on every page of a browser what its policy forbade, so that no test has to remember it: closing the browser
 * throws if there was anything.
 */
export function holdToPolicy(browser: Browser): void {
  const breaches: string[] = [];
  const newContext = browser.newContext.bind(browser);
  // A page opened without a context of its own comes by this way too.
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) breaches.push(message.text());
    });
    return context;
  };
  const close = browser.close.bind(browser);
  browser.close = async (options) => {
    await close(options);
    if (breaches.length > 0) throw new Error(`A page did what its policy forbids:\n${breaches.join('\n')}`);
  };
}

/** Starts a headless browser with an empty profile; `close` removes it, and throws if a page broke its policy. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'luot-browser-'));
  const { path, env } = await chooseBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    headless: true,
    args: [...ownFlags, ...args],
    env: { ...(process.env as Record<string, string>), ...env, HOME: home },
  });
  holdToPolicy(browser);
  browser.on('disconnected', () => void rm(home, { recursive: true, force: true }));
  return browser;
}
