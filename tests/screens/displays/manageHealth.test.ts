import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { desk, openScreen, server } from './page.ts';
import { manage } from './manageView.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('EL32 the manager sees how each kiosk fares, and what somebody has to see to', async () => {
  const fake = await server();
  const { devices } = manage();
  const well = devices.find(({ screen }) => screen === 'kiosk')?.health ?? null;
  if (well === null) throw new Error('the sample kiosk is well');
  fake.show('manage', manage());
  const page = await openScreen(browser, `${fake.url}/manage`, desk);
  await page.getByRole('tab', { name: 'Thiết bị' }).click();
  const devicesTab = page.getByRole('tabpanel', { name: 'Thiết bị' });
  const line = devicesTab.getByText('Tin mới nhất 08:28 ngày 23/11/2026');
  expect(await line.textContent()).toBe(
    'Tin mới nhất 08:28 ngày 23/11/2026 · phiên bản 0.1.0 · chạy 3 ngày, đã tự khắc phục: trang hỏng 1 lần, mất camera 2 lần · ổ đĩa còn 41\u00a0GB · 52\u00a0°C',
  );
  expect(await devicesTab.getByText('Máy lấy số trên máy chủ').isVisible()).toBe(false);

  const faults = { ...well.faults, page: 0, camera: 0 };
  const ill = { ...well, version: null, faults, diskFreeBytes: 1e9, temperatureC: 88, threads: false };
  fake.show('manage', manage({ ownKiosk: ill }));
  await devicesTab.getByText('Máy lấy số trên máy chủ').waitFor();
  for (const warning of ['Ổ đĩa sắp đầy', 'Máy quá nóng', 'Nhận diện chậm'])
    expect(await devicesTab.getByText(warning).isVisible()).toBe(true);
  expect(await devicesTab.getByText('chưa phải tự khắc phục sự cố nào').isVisible()).toBe(true);
});
