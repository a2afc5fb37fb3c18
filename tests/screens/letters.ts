import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Waits until all that is shown stands in its own letters: those that stand in for them take more room, and which are
 * needed the page only knows once it has laid out what it shows.
 */
export const ownLetters = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });

/** Gives the window another size, and waits until the page has it: what is drawn with nothing in motion may be late. */
export async function resize(
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(size);
  await expect
    .poll(() => page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight })))
    .toEqual(size);
  await ownLetters(page);
}
