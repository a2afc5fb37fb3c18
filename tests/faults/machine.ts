import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chooseBrowser, ownFlags } from '../browser.ts';

/** A kiosk's machine: a real browser with its own disk, whose plug can be pulled. */
export type KioskMachine = {
  readonly page: () => Page;
  /** As a power cut would: every process of it at once. */
  readonly kill: () => Promise<void>;
  /** On the same disk. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts the browser. @returns its process, and the address by which it is led. */
async function startBrowser(home: string): Promise<{ child: ChildProcess; address: string }> {
  const { path, env } = await chooseBrowser();
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${join(home, 'profile')}`];
  const child = spawn(path, [...ownFlags, ...flags, 'about:blank'], {
    // A group of its own, so that its helpers go with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env, HOME: home },
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}: ${said}`)));
  });
  return { child, address };
}

/** Opens a kiosk at this address on a machine of its own. */
export async function openMachine(url: string): Promise<KioskMachine> {
  const home = await mkdtemp(join(tmpdir(), 'luot-machine-'));
  let child: ChildProcess | null = null;
  let page: Page | null = null;
  const kill = async (): Promise<void> => {
    if (child?.pid === undefined) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    child = null;
  };
  const start = async (): Promise<void> => {
    const started = await startBrowser(home);
    child = started.child;
    const browser = await chromium.connectOverCDP(started.address);
    page = (await browser.contexts()[0]?.newPage()) ?? null;
    await page?.goto(`${url}/kiosk/`);
  };
  await start();
  return {
    page: () => {
      if (page === null) throw new Error('the machine is off');
      return page;
    },
    kill,
    start,
    close: async () => {
      await kill();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
