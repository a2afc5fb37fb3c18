import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedGrant } from '../../../shared/contract/requests/reserve.ts';
import type { BusinessDay, TicketId } from '../../../shared/domain/ids.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { button, heardOf, issuesOf, kioskView, openKiosk, startOffice } from './kiosk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Monday 23/11/2026, 08:30 in the office. */
const halfPastEight = Date.UTC(2026, 10, 23, 1, 30);

type HandedIn = { readonly ticketId: TicketId; readonly sequence: number; readonly issuedAt: number };
const handedIn = (server: FakeServer): HandedIn[] =>
  heardOf(server, 'reserve:handIn').flatMap(({ input }) => input['tickets'] as HandedIn[]);

/** The sample office, which sets numbers aside for whoever asks, and takes in whatever comes. */
async function officeWithReserve(): Promise<FakeServer> {
  const server = await startOffice();
  server.shiftClock(halfPastEight - Date.now());
  server.on('reserve:take', ({ keeper }) => {
    const grant: SignedGrant = {
      day: '2026-11-23' as BusinessDay,
      lane: 1,
      keeper,
      deviceId: null,
      grantedAt: halfPastEight,
      fields: kioskView.fields.map(({ id, prefix }) => ({ fieldId: id, prefix })),
      signature: 's'.repeat(43),
    };
    return { ok: true, value: { grant } };
  });
  server.on('reserve:handIn', ({ tickets }) => ({
    ok: true,
    value: { taken: tickets.map(({ ticketId }) => ticketId as TicketId), kept: [] },
  }));
  return server;
}

const shownNumber = (page: Page): Promise<string> => page.locator('.ticket-number').innerText();
/** How many grants are in the browser. */
const grantsIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('luot-reserve');
        opening.addEventListener('success', () => {
          const db = opening.result;
          const all = db.transaction('grants').objectStore('grants').count();
          all.addEventListener('success', () => {
            db.close();
            resolve(all.result);
          });
        });
      }),
  );

test('RN20 RN21 RN22 RN24 with the server away a visitor takes a number of the kiosk, in words that say so, and it is handed in', async () => {
  const server = await officeWithReserve();
  const page = await openKiosk(browser, server);
  await expect.poll(() => heardOf(server, 'reserve:take').length).toBe(1);
  await expect.poll(() => grantsIn(page)).toBe(1);
  // In the middle of choosing: the visitor goes on.
  await button(page, /^Lấy số/u).click();
  server.cut();
  await page.getByText('Máy vừa mất kết nối. Ông/Bà vẫn lấy được số như bình thường.').waitFor();
  expect(await button(page, 'Tôi có lịch hẹn').count()).toBe(0);
  await button(page, /^Hộ tịch/u).click();
  await page.getByText('Cấp khi mất kết nối').waitFor();
  const prefix = kioskView.fields.find(({ name }) => name.vi === 'Hộ tịch')?.prefix ?? '';
  expect(await shownNumber(page)).toBe(`${prefix}900`);
  expect(await page.locator('.track-code').count()).toBe(0);
  await page.getByText('08:30').last().waitFor();
  await page.getByText('Mời Ông/Bà nhớ hoặc chụp ảnh lại số này.').waitFor();
  await button(page, 'Xong').click();
  // The next one begins where the kiosk says plainly what is up.
  await page.getByText('Máy tạm mất kết nối. Ông/Bà vẫn lấy được số.').waitFor();
  await button(page, 'English').click();
  await page.getByText('You can still take a number.').waitFor();
  await button(page, 'Take a number').click();
  await button(page, /^Civil status/u).click();
  await page.getByText('Taken offline').waitFor();
  expect(await shownNumber(page)).toBe(`${prefix}901`);
  await button(page, 'Done').click();
  expect(issuesOf(server)).toEqual([]);
  // A server that hears a wish and does not answer it any more.
  server.on('ticket:issue', () => new Promise(() => undefined));
  server.back({ restarted: true });
  await expect.poll(() => handedIn(server).map(({ sequence }) => sequence)).toEqual([900, 901]);
  const [first, second] = handedIn(server);
  expect(first && second && first.issuedAt < second.issuedAt).toBe(true);
  await button(page, /^Lấy số/u).click();
  await button(page, /^Hộ tịch/u).click();
  await expect.poll(() => issuesOf(server).length).toBe(1);
  server.cut();
  await page.getByText('Cấp khi mất kết nối').waitFor();
  server.back();
  await expect
    .poll(() => handedIn(server)[2])
    .toMatchObject({ sequence: 902, instead: issuesOf(server)[0]?.input['requestId'] });
});
