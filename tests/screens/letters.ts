import type { Page } from 'playwright-core';

/**
 * Waits until all that is shown stands in its own letters: those that stand in for them take more room, and which are
 * needed the page only knows once it has laid out what it shows.
 */
export const ownLetters = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
