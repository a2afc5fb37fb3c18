import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { still } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { startFakeServer } from '../fakeServer.ts';

export const tv = { width: 1920, height: 1080 } as const;
export const tablet = { width: 1024, height: 768 } as const;
export const desk = { width: 1366, height: 768 } as const;

/** A server for one test. */
export async function server(): Promise<FakeServer> {
  const started = await startFakeServer();
  onTestFinished(() => started.close());
  return started;
}

/** Notes the tones a page plays and the announcements it shows, with their times (ms). */
const listen = (): void => {
  const notes = { tones: [] as number[], shown: [] as { id: string; at: number }[] };
  Object.assign(window, { notes });
  class NotedOscillator extends OscillatorNode {
    override start(when?: number): void {
      notes.tones.push(performance.now());
      super.start(when);
    }
  }
  window.OscillatorNode = NotedOscillator;
  new MutationObserver(() => {
    const id = document.querySelector('[data-announcing]')?.getAttribute('data-announcing') ?? '';
    if (id !== (notes.shown.at(-1)?.id ?? '')) notes.shown.push({ id, at: performance.now() });
  }).observe(document, { subtree: true, childList: true, attributes: true });
};

export type Notes = {
  readonly tones: readonly number[];
  readonly shown: readonly { id: string; at: number }[];
};

export const notesOf = (page: Page): Promise<Notes> =>
  page.evaluate(() => (window as unknown as { notes: Notes }).notes);

/** How many oscillators one chime is made of: two tones, each with an octave. */
const tonesOfChime = 4;
export const chimesOf = async (page: Page): Promise<number> =>
  (await notesOf(page)).tones.length / tonesOfChime;

/**
 * Opens a screen in a profile of its own, without motion. Errors on the page fail the test, and breaches of its policy the file (`holdToPolicy`).
 * @param script runs in the page before its own scripts.
 */
export async function openScreen(
  browser: Browser,
  url: string,
  viewport: { readonly width: number; readonly height: number },
  script: () => void = () => undefined,
): Promise<Page> {
  const context = await browser.newContext({ viewport, ...still });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  await page.addInitScript(listen);
  await page.addInitScript(script);
  await page.goto(url);
  return page;
}
