import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge, Report } from '../../../kiosk/bridge.ts';
import { launchBrowser } from '../../browser.ts';
import { wellKiosk } from '../../server/screens.ts';
import type { FakeServer } from '../fakeServer.ts';
import { cardTexts, cardWith } from '../../factories/cards.ts';
import { button, heardOf, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';
import { card, known, maskedName } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const { threads: _ofPage, ...vitals } = wellKiosk;
const report: Report = {
  ...vitals,
  serverUrl: 'https://192.168.1.10:8085',
  certificate: 'ef248c3b5287a3eaf42b7a0af0da9eeddba7e452ee2b86688b87aeec18b4725e',
  displays: [
    { id: 11, label: 'ELO 2203', width: 1080, height: 1920, shows: 'kiosk' },
    { id: 12, label: 'SAMSUNG', width: 1920, height: 1080, shows: 'nothing' },
  ],
};
type Shell = { readonly asked: unknown[]; readonly scan: (text: string) => void };

/** Opens the kiosk inside a shell whose PIN is 482913 and that remembers what it was asked. */
async function openInShell(server: FakeServer, view = portrait as { width: number; height: number }) {
  const page = await openKiosk(browser, server, view, async (context: BrowserContext) => {
    await context.addInitScript(
      ({ serverUrl, told }) => {
        let open = false;
        const asked: unknown[] = [];
        const hearing = new Set<(text: string) => void>();
        const bridge: Bridge = {
          serverUrl,
          version: '1.2.3',
          print: async () => 'none',
          scanned: (hear) => {
            hearing.add(hear);
            return () => void hearing.delete(hear);
          },
          health: async (said) => {
            asked.push(said);
            const { serverUrl: _s, certificate: _c, displays: _d, ...health } = told;
            return health;
          },
          maintain: async (wish) => {
            asked.push(wish);
            if (wish.what === 'unlock' && wish.pin !== '482913') return { kind: 'wrong', waitMs: 30_000 };
            open = wish.what !== 'leave' && (open || wish.what === 'unlock');
            return open ? { kind: 'open', report: told } : { kind: 'shut' };
          },
        };
        const scan = (text: string): void => hearing.forEach((hear) => hear(text));
        Object.assign(window, { luot: bridge, shell: { asked, scan } });
      },
      { serverUrl: server.url, told: report },
    );
    await context.clock.install();
  });
  return page;
}
const asked = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as { shell: Shell }).shell.asked);
/** What the scanner at the shell's serial port reads. */
const scan = (page: Page, text: string): Promise<void> =>
  page.evaluate((line) => (window as unknown as { shell: Shell }).shell.scan(line), text);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Bảo trì máy lấy số' });
const tapCorner = async (page: Page, times: number, x = 30, y = 30): Promise<void> => {
  for (let i = 0; i < times; i++) await page.mouse.click(x, y);
};
const type = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin) await dialog(page).getByRole('button', { name: digit, exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Mở', exact: true }).click();
};

test('EL29 seven touches of the corner ask for the PIN; six, or elsewhere, do nothing', async () => {
  const server = await startOffice();
  const page = await openInShell(server);
  await tapCorner(page, 6);
  await page.clock.runFor(6_000);
  await tapCorner(page, 6);
  await tapCorner(page, 7, 540, 30);
  expect(await dialog(page).isVisible()).toBe(false);
  await tapCorner(page, 7);
  await dialog(page).waitFor();
  expect(await dialog(page).getByText('Nhập mã PIN của người quản lý').isVisible()).toBe(true);
  expect(await button(page, 'Thoát chương trình').isVisible()).toBe(false);
});

test('EL29 in an ordinary browser there is no such page', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server);
  await tapCorner(page, 14);
  expect(await dialog(page).isVisible()).toBe(false);
});

test('EL30 a wrong PIN has to wait; the right one shows the machine and what can be done', async () => {
  const server = await startOffice();
  const page = await openInShell(server, landscape);
  await tapCorner(page, 7);
  await type(page, '000000');
  await dialog(page).getByText('Mã PIN không đúng. Thử lại sau 30 giây.').waitFor();
  await dialog(page).getByRole('button', { name: '4', exact: true }).click();
  expect(await dialog(page).getByRole('button', { name: 'Mở', exact: true }).isDisabled()).toBe(true);
  await page.clock.runFor(30_000);
  await type(page, '82913');
  await dialog(page).getByText('ef24 8c3b 5287').waitFor();
  await dialog(page).getByText('mất camera 2 lần').waitFor();
  await button(page, 'Đặt bảng gọi số ở đây').click();
  expect((await asked(page)).at(-1)).toEqual({ what: 'place', kiosk: 11, wall: 12 });
  // What ends the program is done at the second touch only.
  await button(page, 'Thoát chương trình').click();
  expect((await asked(page)).at(-1)).toMatchObject({ what: 'place' });
  await button(page, 'Chạm lần nữa để thực hiện').click();
  expect((await asked(page)).at(-1)).toEqual({ what: 'quit' });
  await button(page, 'Đóng').click();
  await dialog(page).waitFor({ state: 'hidden' });
  expect((await asked(page)).at(-1)).toEqual({ what: 'leave' });
});

test('EL29 a page that was left open closes by itself', async () => {
  const server = await startOffice();
  const page = await openInShell(server);
  await tapCorner(page, 7);
  await dialog(page).waitFor();
  await page.clock.runFor(120_000);
  await dialog(page).waitFor({ state: 'hidden' });
});

test('EL31 whoever is in the middle of something keeps the shell from restarting', async () => {
  const server = await startOffice();
  const page = await openInShell(server);
  // From here on no time passes but what is passed here, however busy the machine is.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 50_000);
  expect(await asked(page)).toEqual([]);
  await button(page, /^Lấy số/u).click();
  await page.clock.runFor(1_000);
  await button(page, /^Chứng thực/u).waitFor();
  // Soon enough for nobody to be taken for gone.
  for (let second = 0; second < 12 && (await asked(page)).length === 0; second++)
    await page.clock.runFor(1_000);
  await expect.poll(() => asked(page)).toEqual([{ idle: false }]);
});

test('ID42 a card read at the serial port greets its owner; noise and other codes begin nothing', async () => {
  const server = await startOffice();
  server.on('visitor:showCard', () => ({ ok: true, value: known }));
  const page = await openInShell(server);
  for (const other of ['\uFFFD\uFFFD', '12345678', 'https://luot.example/t/abcdefgh'])
    await scan(page, other);
  await button(page, /^Lấy số/u).waitFor();
  await scan(page, cardTexts.nhung);
  await page.getByText(maskedName).waitFor();
  expect(heardOf(server, 'visitor:showCard').map(({ input }) => input)).toMatchObject([
    { card: { idNumber: card.idNumber, birthDate: card.birthDate }, questionRef: null },
  ]);
});

test('ID42 where a card is waited for, another code is answered as the camera answers it', async () => {
  const server = await startOffice();
  const page = await openInShell(server);
  await scan(page, cardWith({ birth: '31021990' }));
  await scan(page, 'https://luot.example/t/abcdefgh');
  await page.getByText('Mã này không phải mã trên thẻ căn cước').waitFor();
  expect(heardOf(server, 'visitor:showCard')).toEqual([]);
});
