import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { graveFindings } from '../access.ts';
import { server } from '../displays/page.ts';
import type { FakeServer } from '../fakeServer.ts';
import type { State } from './view.ts';
import { trackView, waitingBehind } from './view.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const key = `B${'A'.repeat(86)}`;

const offered = waitingBehind(6, { key, on: false });

/** A browser without windows has no notifications to allow. */
const allowed = (): void => {
  Object.defineProperty(Notification, 'permission', { configurable: true, get: () => 'granted' });
  Notification.requestPermission = () => Promise.resolve('granted');
};

/** A browser's push service that knows every page; the browser's own is on the internet. */
const subscribes = (): void => {
  PushManager.prototype.subscribe = (options) =>
    Promise.resolve({
      endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
      getKey: (name: string) =>
        name === 'p256dh'
          ? Uint8Array.from({ length: 65 }, (_, i) => (i === 0 ? 4 : i)).buffer
          : new Uint8Array(16).buffer,
      options,
    } as unknown as PushSubscription);
};
const fails = (): void => {
  PushManager.prototype.subscribe = () => Promise.reject(new DOMException('no push service', 'AbortError'));
};
const denied = (): void => {
  Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
};
const insecure = (): void => {
  Object.defineProperty(window, 'isSecureContext', { value: false });
};

async function open(
  state: State,
  script: () => void = subscribes,
  permission: () => void = allowed,
): Promise<{ fake: FakeServer; page: Page; context: BrowserContext; loaded: string[] }> {
  const fake = await server();
  fake.show('track', trackView(state));
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'vi-VN',
    permissions: ['notifications'],
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  onTestFinished(() => expect(errors).toEqual([]));
  const loaded: string[] = [];
  context.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.addInitScript(permission);
  await page.addInitScript(script);
  await page.goto(`${fake.url}/t/aToken-123`);
  await page.getByText('A012', { exact: true }).waitFor();
  return { fake, page, context, loaded };
}

const ask = (page: Page) => page.getByRole('button', { name: 'Gửi thông báo khi còn 3 người', exact: true });
const off = (page: Page) => page.getByRole('button', { name: 'Sẽ gửi thông báo khi còn 3 người' });

describe('being told by push', () => {
  it('TR12 is switched on and off by a touch, and what it takes is loaded only then', async () => {
    const { fake, page, loaded } = await open(offered);
    fake.on('track:setPush', ({ subscription }) => {
      fake.show('track', trackView(waitingBehind(6, { key, on: subscription !== null })));
      return { ok: true, value: {} };
    });
    await ask(page).waitFor();
    expect(loaded.filter((path) => /notifier|subscribe/u.test(path))).toEqual([]);
    await ask(page).click();
    await off(page).waitFor();
    expect(fake.heard.map(({ input }) => input['subscription'])).toEqual([
      {
        endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
        p256dh: expect.stringMatching(/^BAEC/u) as string,
        auth: 'A'.repeat(22),
      },
    ]);
    expect(loaded.some((path) => path.includes('notifier'))).toBe(true);
    expect(await graveFindings(page)).toEqual([]);
    await off(page).click();
    await ask(page).waitFor();
    expect(fake.heard[1]?.input['subscription']).toBeNull();
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
  });

  it.each<readonly [string, State, () => void]>([
    ['the office does not offer it', waitingBehind(6, null), subscribes],
    ['the turn is near already', waitingBehind(3, { key, on: false }), subscribes],
    ['the page did not come by https', offered, insecure],
  ])('TR13 is not offered where %s', async (_, state, script) => {
    const { page } = await open(state, script);
    await page.getByRole('button', { name: 'Bật chuông báo' }).waitFor();
    expect(await page.getByText('thông báo').count()).toBe(0);
  });

  it('TR13 is explained where the browser blocks it', async () => {
    const { page } = await open(offered, denied);
    await page.getByText('Trình duyệt đang chặn thông báo').waitFor();
    expect(await ask(page).count()).toBe(0);
  });

  it('TR14 that fails is said, and the page goes on without it', async () => {
    const { fake, page } = await open(offered, fails);
    await ask(page).click();
    await page.getByText('Chưa bật được thông báo').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    fake.show('track', trackView(waitingBehind(5, { key, on: false })));
    await page.getByText('Còn 5 người phía trước').waitFor();
    expect(fake.heard).toEqual([]);
  });

  it('TR15 shows the number and how many are ahead, in the language of the page, until the ticket is over', async ({
    skip,
  }) => {
    const { fake, page, context } = await open(offered, subscribes, () => undefined);
    // The browser that npm carries has none; what the worker shows is tried without a browser, too.
    if ((await page.evaluate(() => Notification.permission)) !== 'granted')
      skip('this browser has no notifications');
    await ask(page).click();
    await expect.poll(() => fake.heard.length).toBe(1);
    const shown = (): Promise<(readonly [string, string, string])[]> =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const all = (await registration?.getNotifications()) ?? [];
        return all.map(({ title, body, lang }) => [title, body, lang] as const);
      });
    const devtools = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => {
        if (one?.scopeURL === `${fake.url}/t/aToken-123`) resolve(one.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered;
    const push = (ahead: number): Promise<unknown> =>
      devtools.send('ServiceWorker.deliverPushMessage', {
        origin: fake.url,
        registrationId,
        data: JSON.stringify({ number: 'A012', ahead }),
      });
    await push(3);
    await expect
      .poll(shown)
      .toEqual([['Số của Ông/Bà: A012', 'Còn 3 người phía trước. Xin Ông/Bà có mặt gần quầy.', 'vi']]);
    // A later one takes its place.
    await push(0);
    await expect
      .poll(shown)
      .toEqual([['Số của Ông/Bà: A012', 'Sắp đến lượt Ông/Bà. Xin Ông/Bà có mặt gần quầy.', 'vi']]);
    fake.show('track', trackView({ kind: 'cancelled' }));
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
  });
});
