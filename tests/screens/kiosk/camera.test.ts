import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import type { SceneCamera } from '../../camera/scenes.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import { button, openKiosk, startOffice } from './kiosk.ts';
import { known } from './people.ts';

let camera: SceneCamera;
let browser: Browser;
beforeAll(async () => {
  camera = await sceneCamera('nobody');
  browser = await launchBrowser(cameraFlags(camera.path));
});
afterAll(async () => {
  await browser.close();
  await camera.close();
});

const patient = { timeout: 30_000 };

test('K1 K3 somebody whom the server does not know comes to the fields, and is offered to register', async () => {
  await camera.show('nobody');
  const server = await startOffice();
  server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
  const page = await openKiosk(browser, server);
  await page.getByText('Khu vực này có camera').waitFor(patient);
  await camera.show('personA');
  await button(page, /Đăng ký khuôn mặt/u).waitFor(patient);
  await button(page, /Đăng ký khuôn mặt/u).click();
  await page.getByText('Chỉ dành cho người từ đủ 16 tuổi trở lên').waitFor();
  const agree = await button(page, /Đồng ý đăng ký/u).boundingBox();
  const decline = await button(page, /Không, lấy số ngay/u).boundingBox();
  expect(decline?.width).toBeCloseTo(agree?.width ?? 0, 0);
  expect(decline?.height).toBeCloseTo(agree?.height ?? 0, 0);
  await button(page, /Không, lấy số ngay/u).click();
  await button(page, /^Chứng thực/u).click();
  await page.getByText('A001').waitFor();
});

test('K2 a visitor who touches is not stopped by an answer that comes late', async () => {
  await camera.show('nobody');
  const server = await startOffice();
  server.on('visitor:identify', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return { ok: true, value: known };
  });
  const page = await openKiosk(browser, server);
  await page.getByText('Khu vực này có camera').waitFor(patient);
  await camera.show('personA');
  await expect.poll(() => server.heard.some(({ name }) => name === 'visitor:identify'), patient).toBe(true);
  await button(page, /Lấy số ngay/u).click();
  await page.waitForTimeout(2_000);
  expect(await page.getByRole('main').innerText()).not.toContain('Nguyễn');
  await button(page, /^Chứng thực/u).waitFor();
});
