import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { uniform } from '../../shared/domain/random.ts';
import { launchBrowser } from '../browser.ts';
import { openProxy } from '../faults/proxy.ts';
import { openConsole } from './displays/officerPage.ts';
import { openScreen, tv } from './displays/page.ts';
import { officer, wall } from './displays/views.ts';
import { button, issuesOf, openKiosk, startOffice } from './kiosk/kiosk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('FT10 a pulled cable is told on each screen, and forgotten when it is plugged in again', async () => {
  const server = await startOffice();
  server.show('officer', officer(null));
  server.show('wall', wall([]));
  const line = await openProxy(server.url, uniform(10));
  onTestFinished(() => line.close());
  const office = { ...server, url: line.url };
  const [kiosk, console, lobby] = await Promise.all([
    openKiosk(browser, office),
    openConsole(browser, office),
    openScreen(browser, `${line.url}/wall`, tv),
  ]);
  await button(kiosk, /^Lấy số/u).waitFor();
  await lobby.locator('.wall').waitFor();

  line.stall();
  // Eight seconds, and what a busy machine adds to them.
  const noticed = { timeout: 12_000 };
  await Promise.all([
    console.getByRole('alert').getByText('Mất kết nối với máy chủ').waitFor(noticed),
    lobby.getByRole('alert').getByText('Mất kết nối – số đang hiện có thể đã cũ').waitFor(noticed),
    // Visitors are told three seconds later, since most gaps pass by themselves.
    kiosk.getByText('Máy đang bảo trì. Mời gặp nhân viên hướng dẫn.').waitFor({ timeout: 15_000 }),
  ]);

  line.resume();
  await Promise.all([
    console.locator('.staff-cut').waitFor({ state: 'detached' }),
    lobby.getByRole('alert').waitFor({ state: 'detached' }),
    button(kiosk, /^Lấy số/u).waitFor(),
  ]);
  expect(issuesOf(server)).toEqual([]);
});
