import type { Browser, Locator, Page } from 'playwright-core';
import { kioskWords } from '../../shared/i18n/kiosk.ts';
import { commonWords } from '../../shared/i18n/screens/common.ts';
import { officerWords } from '../../shared/i18n/screens/officer.ts';
import type { Office } from './office.ts';

/** What people do at each screen, in the words they see there. */

const kiosk = kioskWords.vi;
const officer = officerWords.vi;
const common = commonWords.vi;

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: false });

/** A page in a browser context of its own, as another machine would be. Fails loudly on errors in the page. */
export async function openScreen(
  browser: Browser,
  url: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The server being away is part of the story; everything else on the console is a fault.
    const expected = /WebSocket|net::ERR_/u.test(message.text());
    if (message.type() === 'error' && !expected) errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

/** The kiosk as a visitor uses it. */
export const atKiosk = (page: Page) => ({
  greeting: () => page.locator('.greet-name'),
  fields: () => page.getByRole('heading', { name: kiosk.chooseField }),
  attract: () => page.getByRole('heading', { name: kiosk.welcome }),
  number: () => page.locator('.ticket-number'),
  takeNumber: () => button(page, kiosk.takeNumber).click(),
  choose: (field: string) => button(page, field).first().click(),
  chooseUsual: () => button(page, kiosk.sameAsLast).click(),
  notMe: () => button(page, kiosk.notMe).click(),
  done: () => button(page, kiosk.done).click(),
  offer: () => button(page, kiosk.offerHint),
  agree: () => button(page, kiosk.agree).click(),
  nameDone: () => button(page, kiosk.nameNext).click(),
  registered: () => page.getByText(kiosk.note_registered).waitFor({ timeout: 60_000 }),
  /** Typed the Telex way, as on a plain keyboard: `Hoongf` is Hồng. */
  register: async (telex: string) => {
    await button(page, kiosk.offerHint).click();
    await button(page, kiosk.agree).click();
    await page.keyboard.type(telex);
    await button(page, kiosk.nameNext).click();
    await page.getByText(kiosk.note_registered).waitFor({ timeout: 60_000 });
  },
});

/** The officer console as an officer uses it. */
export const atConsole = (page: Page) => ({
  logIn: async ({ manager }: Office) => {
    await page.getByLabel(common.login).fill(manager.login);
    await page.getByRole('textbox', { name: common.password }).fill(manager.password);
    await button(page, common.logIn).click();
  },
  takeCounter: (number: number) => button(page, officer.counterN.replace('{n}', String(number))).click(),
  /** Presses a key once its button can be pressed, and waits until the desk shows what follows from it. */
  press: async (key: 'n' | 'r' | 's' | 'v' | 'f', shows: string) => {
    await page.locator(`button[aria-keyshortcuts=${key.toUpperCase()}]:not([aria-disabled])`).waitFor();
    await page.keyboard.press(key);
    await page.locator('.at-desk').getByText(shows).first().waitFor();
  },
  words: officer,
});
