import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { View } from '../../../shared/contract/views.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings } from '../access.ts';
import { answeringServer, openConsole } from './officerPage.ts';
import { officer } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Trouble = View<'officer'>['printersInTrouble'];
const view = (printersInTrouble: Trouble): View<'officer'> =>
  // With all else that the header can have to say, on the smallest monitor.
  officer(null, {
    printersInTrouble,
    opening: { kind: 'closed', opensAt: null, holiday: null },
    me: { ...officer(null).me, name: 'Nguyễn Hoàng Thị Minh Nguyệt' },
  });

it('OC39 says in the header which kiosk prints nothing and why, and how many there are, and moves no button', async () => {
  const fake = await answeringServer(view([]));
  const page = await openConsole(browser, fake);
  const said = page.locator('.officer-chip-bad');
  expect(await said.textContent()).toBe('');
  const large = page.locator('.action-primary');
  const place = await large.boundingBox();
  fake.show('officer', view([{ kiosk: 'Máy lấy số cửa chính', fault: 'paperOut' }]));
  await page.getByRole('status').filter({ hasText: 'Máy in: hết giấy · Máy lấy số cửa chính' }).waitFor();
  expect(await large.boundingBox()).toEqual(place);
  expect(await graveFindings(page)).toEqual([]);

  fake.show(
    'officer',
    view([
      { kiosk: 'Máy lấy số cửa chính', fault: 'paperOut' },
      { kiosk: null, fault: 'away' },
    ]),
  );
  await expect.poll(() => said.textContent()).toMatch(/^\(2\) Máy in: hết giấy/u);
  expect(await said.getAttribute('title')).toContain('không kết nối được · Máy lấy số trên máy chủ');
  expect(await large.boundingBox()).toEqual(place);
  // Nothing of the header is pushed out of the window, and the alert keeps most of its words.
  const logOut = await page.getByRole('button', { name: 'Đăng xuất' }).boundingBox();
  expect((logOut?.x ?? 0) + (logOut?.width ?? 9999)).toBeLessThanOrEqual(1366);
  expect((await said.boundingBox())?.width).toBeGreaterThan(240);

  fake.show('officer', view([]));
  await expect.poll(() => said.textContent()).toBe('');
});
