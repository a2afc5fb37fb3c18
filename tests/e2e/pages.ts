import type { Browser, Locator, Page } from 'playwright-core';
import { kioskWords } from '../../shared/i18n/kiosk.ts';
import { commonWords } from '../../shared/i18n/screens/common.ts';
import { officerWords } from '../../shared/i18n/screens/officer.ts';
import { still } from '../browser.ts';
import type { SceneCamera } from '../camera/scenes.ts';
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
  const context = await browser.newContext({ viewport, locale: 'vi-VN', ...still });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The server being away is part of the story, and so is a frame that Chromium loses on its way to a worker that ends
    // meanwhile (that ours are closed: V90, `npm run bench:memory`); everything else on the console is a fault.
    const expected = /WebSocket|net::ERR_|VideoFrame was garbage collected/u.test(message.text());
    if (message.type() === 'error' && !expected) errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

async function typeYear(page: Page, year: string): Promise<void> {
  for (const digit of year) await page.getByRole('button', { name: digit, exact: true }).click();
  await button(page, kiosk.nameNext).click();
}

/** How long a person may stand before the kiosk at most until it has made up its mind, on a slow machine. */
const seen = { timeout: 45_000 };
type Turning = 'personA' | 'personAAgain';

/**
 * Person A stands before the kiosk as in `scene`, and turns the head as the screen asks, until they are greeted. A
 * machine that is busy may need longer than a visitor is kept waiting: then the person starts anew.
 */
export async function comeAndTurn(page: Page, camera: SceneCamera, scene: Turning): Promise<void> {
  const visitor = atKiosk(page);
  const decided = visitor.greeting().or(visitor.turn()).or(visitor.fields()).first();
  for (let attempt = 0; attempt < 6; attempt++) {
    await camera.show(scene);
    await decided.waitFor(seen);
    if ((await visitor.turn().count()) > 0) {
      const side = (await visitor.turn().innerText()) === kiosk.turn_left ? 'Left' : 'Right';
      await camera.show(`${scene}Turns${side}`);
      await visitor.greeting().or(visitor.fields()).first().waitFor(seen);
    }
    if ((await visitor.greeting().count()) > 0) return;
    await camera.show('nobody');
    await visitor.leave();
    await visitor.attract().waitFor(seen);
  }
}

/** How long the camera needs at most to notice that nobody is there any more, with what it still holds of before. */
const noticesMs = 2_500;

/**
 * The visitor ends the visit by touch and goes, so that nobody has to wait for the countdown. The kiosk, at its start
 * by then, knows that the face it sees next is somebody new.
 */
export async function finishAndGo(page: Page, camera: SceneCamera): Promise<void> {
  const visitor = atKiosk(page);
  await camera.show('nobody');
  await ((await visitor.number().count()) > 0 ? visitor.done() : visitor.leave());
  await visitor.attract().waitFor(seen);
  await page.waitForTimeout(noticesMs);
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
  birthYear: () => page.getByText(kiosk.birthTitle),
  born: (year: string) => typeYear(page, year),
  turn: () => page.getByText(kiosk.turn_left).or(page.getByText(kiosk.turn_right)),
  leave: () => button(page, kiosk.startOver).click(),
  registered: () => page.getByText(kiosk.note_registered).waitFor({ timeout: 60_000 }),
  /** Typed the Telex way, as on a plain keyboard: `Hoongf` is Hồng. */
  register: async (telex: string) => {
    await button(page, kiosk.offerHint).click();
    await button(page, kiosk.agree).click();
    await page.keyboard.type(telex);
    await button(page, kiosk.nameNext).click();
    await page.getByText(kiosk.birthTitle).waitFor();
    await typeYear(page, '1975');
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
