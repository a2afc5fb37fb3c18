import * as fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { danBietNow, danBietProcedures } from '../../shared/contract/danBiet.ts';
import { danBietPaths } from '../../shared/contract/danBietPaths.ts';
import type { Screen } from '../../shared/contract/protocol.ts';
import { onlyReads, requestNames, requests } from '../../shared/contract/requests.ts';
import type { View } from '../../shared/contract/views.ts';
import { views } from '../../shared/contract/views.ts';
import { launchBrowser } from '../browser.ts';
import { valuesOf } from '../suites/fromSchema.ts';
import { withMarkup } from '../suites/markup.ts';
import { busyFriday, posted } from './danBiet/figures.ts';
import { floorView } from './displays/floorView.ts';
import { manage } from './displays/manageView.ts';
import { wellKnown } from './displays/officerPage.ts';
import { desk, openScreen, server, tablet, tv } from './displays/page.ts';
import { call, counter, officer, ratingForm, setting, ticketIdOf, wall } from './displays/views.ts';
import type { FakeServer } from './fakeServer.ts';
import { kioskView, portrait } from './kiosk/kiosk.ts';
import { trackView, waitingBehind } from './track/view.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Some of the markup, as people would read it. */
const written = /window\.ran|HYPERLINK|W{30}/u;
const phone = { width: 390, height: 844 } as const;
const notice = { vi: 'Hôm nay làm việc đến 16:00.', en: 'Open until 16:00 today.' };
const track = trackView(waitingBehind(5), { notice });

/** Shows a screen its view with markup in whatever somebody may have worded. */
function poison<S extends Screen>(fake: FakeServer, screen: S, view: View<S>): void {
  const { value, changed } = withMarkup(views[screen], view);
  expect(changed).toBeGreaterThan(1);
  fake.show(screen, value);
}

/** Looks at a page as it is now: nothing of the markup has become a part of it, or leads anywhere. */
async function looksHarmless(page: Page, fake: FakeServer, asked: readonly string[]): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: (window as unknown as { ran?: number }).ran ?? null,
    made: [
      ...document.querySelectorAll('img[src*="ran"], script:not([src]), [onerror], [onload], [onclick]'),
    ].map(({ outerHTML }) => outerHTML.slice(0, 120)),
    links: [...document.querySelectorAll('a[href], iframe, object, embed, form[action]')]
      .map((one) => one.getAttribute('href') ?? one.outerHTML)
      .filter((href) => !/^(\/|#|https?:\/\/127\.0\.0\.1|blob:)/u.test(href)),
    wider:
      document.documentElement.scrollWidth <= document.documentElement.clientWidth
        ? []
        : [...document.querySelectorAll('#root *')]
            .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(({ outerHTML }) => outerHTML.slice(0, 90)),
  }));
  expect(found).toEqual({ ran: null, made: [], links: [], wider: [] });
  expect(asked.filter((url) => !url.startsWith(fake.url) && !/^(data|blob):/u.test(url))).toEqual([]);
  expect(asked.filter((url) => url.endsWith('/ran'))).toEqual([]);
}

/** Opens a screen before a server that has been written to, and follows what it asks for. */
async function opened(
  path: string,
  size: { readonly width: number; readonly height: number },
  prepare: (fake: FakeServer, page: Page) => Promise<void> | void,
) {
  const fake = await server();
  const page = await openScreen(browser, 'about:blank', size);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await prepare(fake, page);
  await page.goto(fake.url + path);
  const look = (): Promise<void> => looksHarmless(page, fake, asked);
  return { fake, page, look };
}

describe('AT50 markup in every text that somebody may have written is shown as text, and breaks no page', () => {
  const a = call(7, 'A012', 3);

  it('on the wall', async () => {
    const { page, look } = await opened('/wall', tv, (fake) =>
      poison(
        fake,
        'wall',
        wall([a, call(6, 'B004', 2, { state: 'serving' })], { setting: { ...setting, notice } }),
      ),
    );
    await page.getByText(written).first().waitFor();
    await look();
  });

  it('on the counter display, also where it asks', async () => {
    const { fake, page, look } = await opened('/counter?counter=3', tablet, (begun) =>
      poison(begun, 'counter', counter(a)),
    );
    await page.getByText('A012').first().waitFor();
    await look();
    const until = Date.now() + 60_000;
    poison(
      fake,
      'counter',
      counter(null, { rating: { ...ratingForm, ticketId: ticketIdOf(12), number: 'A012', until } }),
    );
    await page.getByText(written).first().waitFor();
    await look();
  });

  it('on the phone, and on the page for everybody', async () => {
    const { page, look } = await opened('/t/aToken-123', phone, (fake) => poison(fake, 'track', track));
    await page.getByText(written).first().waitFor();
    await look();
    const open = await opened(danBietPaths.page, phone, async (_fake, other) => {
      await other.route(`**${danBietPaths.now}`, (route) =>
        route.fulfill({ json: withMarkup(danBietNow, busyFriday).value }),
      );
      await other.route(`**${danBietPaths.procedures}`, (route) =>
        route.fulfill({ json: withMarkup(danBietProcedures, posted).value }),
      );
    });
    await open.page.getByText(written).first().waitFor();
    await open.look();
  });

  it('at the kiosk', async () => {
    const { page, look } = await opened('/kiosk/', portrait, (fake) => {
      const words = { kioskWelcome: notice, kioskThanks: notice, ticketHead: notice, ticketFoot: notice };
      poison(fake, 'kiosk', { ...kioskView, texts: words });
    });
    await page.getByText(written).first().waitFor();
    await look();
    await page.getByRole('button', { name: /^Lấy số/u }).click();
    await page.getByRole('button', { name: written }).first().waitFor();
    await look();
  });

  it('on the console, with a visitor and in its lists', async () => {
    const { page, look } = await opened('/officer', desk, (fake) =>
      poison(fake, 'officer', officer(wellKnown)),
    );
    await page.locator('.at-desk').waitFor();
    await look();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await look();
    }
  });

  it('in every tab of Manage, with what is asked for there', async () => {
    const { page, look } = await opened('/manage', desk, (fake) => {
      for (const name of requestNames.filter(onlyReads))
        fake.on(name, () => {
          const { output } = requests[name];
          const [value] = fc.sample(valuesOf(output), { numRuns: 1, seed: 6 });
          return { ok: true, value: withMarkup(output, value).value as never };
        });
      // Somebody has waited for long now, which is told.
      poison(fake, 'manage', manage({ floor: floorView(Date.now()) }));
    });
    await page.getByRole('tab').first().waitFor();
    const tabs = await page.getByRole('tab').all();
    expect(tabs.length).toBeGreaterThan(12);
    for (const tab of tabs) {
      await tab.click();
      await page.getByRole('tabpanel').filter({ visible: true }).waitFor();
      await look();
    }
  });
});

it('AT51 a page that does what its policy forbids fails whoever opened it, by whatever way it came', async () => {
  const fake = await server();
  fake.show('wall', wall([]));
  const own = await launchBrowser();
  const page = await own.newPage();
  await page.goto(`${fake.url}/wall`);
  const said = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
  // The policy stops it before anything is asked of the network.
  await page.evaluate(() =>
    document.body.append(Object.assign(new Image(), { src: 'http://ke-xau.example/a.png' })),
  );
  await said;
  await expect(own.close()).rejects.toThrow('Content Security Policy');
});
