/** How many frames a second a page paints. */
import type { Browser, Page } from 'playwright-core';

/** Frames a second over `seconds`, and the longest gap between two, ms. */
export type FrameRate = { readonly fps: number; readonly longestMs: number };

export const frameRate = (page: Page, seconds: number): Promise<FrameRate> =>
  page.evaluate(
    (ms) =>
      new Promise<FrameRate>((resolve) => {
        let frames = -1;
        let first = 0;
        let last = 0;
        let longestMs = 0;
        const step = (now: number): void => {
          if (++frames === 0) first = now;
          else longestMs = Math.max(longestMs, now - last);
          last = now;
          if (now - first < ms) requestAnimationFrame(step);
          else resolve({ fps: (frames * 1_000) / (now - first), longestMs });
        };
        requestAnimationFrame(step);
      }),
    seconds * 1_000,
  );

/** What this machine can paint at all: a page with nothing on it, as large as the kiosk's. */
export async function emptyPageRate(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
  seconds: number,
): Promise<FrameRate> {
  const page = await browser.newPage({ viewport });
  const rate = await frameRate(page, seconds);
  await page.close();
  return rate;
}
