import type { Browser, Page } from 'playwright-core';
import type { Socket } from 'socket.io-client';
import { protocolVersion, viewEvent } from '../../../shared/contract/protocol.ts';
import type { Stamped, View } from '../../../shared/contract/views.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { trackWords } from '../../../shared/i18n/screens/track.ts';
import { openScreen } from '../../e2e/pages.ts';
import { openSocket } from '../../factories/clients.ts';

export type Kind = 'wall' | 'counter' | 'track';

/** What a call changes on a screen: the number that is called, and how many are then ahead of a phone's holder. */
export type Call = { readonly number: string; readonly ahead: number };

/** One of the hundred. */
export type Screen = {
  readonly kind: Kind;
  /** Begins to wait for a call. @returns when it was there, ms since 1970. */
  readonly waitFor: (call: Call) => Promise<number>;
  /** The newest view as it came; null for pages, which keep it to themselves. */
  readonly latest: () => Stamped<Kind> | null;
};

/** What a screen of each kind is opened with. `token` is the phone's. */
export type Where = { readonly url: string; readonly counterNumber: number; readonly token: string };

export const exactly = (): number => performance.timeOrigin + performance.now();

export function shows(kind: Kind, data: View<Kind>, { number, ahead }: Call): boolean {
  switch (kind) {
    case 'wall':
      return (data as View<'wall'>).calls.some((call) => call.number === number);
    case 'counter':
      return (data as View<'counter'>).call?.number === number;
    case 'track': {
      const { state } = data as View<'track'>;
      return state.kind === 'waiting' && state.peopleAhead === ahead;
    }
  }
}

/** A real Socket.IO client in this process, for which a view has arrived once it is read. */
export async function socketScreen(kind: Kind, { url, counterNumber, token }: Where): Promise<Screen> {
  const who = { wall: {}, counter: { counterNumber }, track: { token } }[kind];
  const socket: Socket = openSocket(url, { protocol: protocolVersion, screen: kind, ...who });
  let latest: Stamped<Kind> | null = null;
  let look: (at: number) => void = () => undefined;
  socket.on(viewEvent, (view: Stamped<Kind>) => {
    const at = exactly();
    latest = view;
    look(at);
  });
  await new Promise<void>((resolve, reject) => {
    look = () => resolve();
    socket.once('connect_error', reject);
  });
  return {
    kind,
    latest: () => latest,
    waitFor: (call) =>
      new Promise((resolve) => {
        look = (at) => {
          if (latest !== null && shows(kind, latest.data, call)) resolve(at);
        };
      }),
  };
}

/** Where a page of each kind writes what a call changes. */
const selectors = { wall: '.wall-number, .wall-calls b', counter: '.desk-number', track: 'h1' };
const sizes = {
  wall: { width: 1920, height: 1080 },
  counter: { width: 1024, height: 768 },
  track: { width: 390, height: 844 },
};

/** Notes in the page when each text is first painted in what the selector finds. */
const watchTexts = (page: Page, selector: string): Promise<void> =>
  page.evaluate((where) => {
    const painted: Record<string, number> = {};
    Object.assign(window, { painted });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll(where)) {
        if (textContent === '' || textContent in painted) continue;
        painted[textContent] = Infinity;
        const note = (): void => void (painted[textContent] = performance.timeOrigin + performance.now());
        requestAnimationFrame(() => setTimeout(note));
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, selector);

/** The product's own page in Chromium, for which a call is there once it is painted. */
export async function pageScreen(
  browser: Browser,
  kind: Kind,
  { url, counterNumber, token }: Where,
): Promise<Screen> {
  const path = { wall: '/wall', counter: `/counter?counter=${counterNumber}`, track: `/t/${token}` }[kind];
  const { page } = await openScreen(browser, url + path, sizes[kind]);
  await page.locator('main, .wall').first().waitFor();
  await watchTexts(page, selectors[kind]);
  return {
    kind,
    latest: () => null,
    waitFor: async ({ number, ahead }) => {
      const text = kind === 'track' ? fill(trackWords.vi.ahead, { n: ahead }) : number;
      const handle = await page.waitForFunction((key) => {
        const at = (window as unknown as { painted: Record<string, number> }).painted[key];
        return at !== undefined && Number.isFinite(at) ? at : null;
      }, text);
      return Number(await handle.jsonValue());
    },
  };
}
