import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ownLetters } from './letters.ts';

/** Findings that keep people with disabilities out. */
const grave = ['serious', 'critical'];

/** What axe finds grave on the page as it is now, each with the elements it is about. */
export async function graveFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // Colours on their way to others would be measured half-way; what turns for ever has none.
  await page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
      .forEach((one) => one.finish()),
  );
  // Caps of keys are hidden from those who hear the page; axe takes them for words on the button all the same.
  await page.evaluate(() => document.querySelectorAll('kbd').forEach((cap) => (cap.style.display = 'none')));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => grave.includes(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const controls = 'button, a[href], input, select, textarea, [tabindex="0"]';

/**
 * Names of what can be used on the page but is not come to by pressing Tab, from the first to the last. Of buttons of
 * which one is chosen, one is come to, and the arrow keys lead to the others. What lies under a dialog cannot be used.
 */
export async function outOfReach(page: Page): Promise<string[]> {
  const wanted = await page.evaluate((selector) => {
    const within = document.querySelector('[role="dialog"]') ?? document;
    const usable = [...within.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.checkVisibility() && !element.matches(':disabled, [tabindex="-1"], [aria-hidden]'),
    );
    const keys = usable.map((element, place) =>
      element instanceof HTMLInputElement && element.type === 'radio' ? element.name : String(place),
    );
    for (const [place, element] of usable.entries()) element.dataset['reach'] = keys[place];
    return keys.map((key, place) => ({ key, name: usable[place]?.outerHTML.slice(0, 160) ?? '' }));
  }, controls);
  const reached = new Set<string | undefined>();
  for (let presses = 0; presses < wanted.length + 3; presses++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['reach']));
  }
  return wanted.filter(({ key }) => !reached.has(key)).map(({ name }) => name);
}

/** What a page twice as large loses: text that runs out of its box or sideways off the page. */
export async function lostWhenLarge(page: Page): Promise<string[]> {
  await ownLetters(page);
  return page.evaluate(() => {
    const isCut = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string): boolean => ['hidden', 'clip'].includes(overflow);
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const root = document.documentElement;
    const isOff = (element: Element): boolean => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > root.clientWidth + 1);
    };
    const shown = [...document.querySelectorAll('#root *')].filter((element) => element.checkVisibility());
    return [
      ...(root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : []),
      ...shown.filter((one) => isCut(one) || isOff(one)).map((one) => one.outerHTML.slice(0, 120)),
    ];
  });
}
