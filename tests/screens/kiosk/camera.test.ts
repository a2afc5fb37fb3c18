import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import type { SceneCamera } from '../../camera/scenes.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import { button, openKiosk, startOffice } from './kiosk.ts';

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

/**
 * Person A comes up until the server was asked. On a machine that is busy with other things the camera may need longer
 * than a visitor is kept waiting; then the visit goes on without it, and the person comes again.
 */
async function comeUp(page: Page): Promise<void> {
  const offer = button(page, /Đăng ký khuôn mặt/u);
  for (let attempt = 0; attempt < 5; attempt++) {
    await camera.show('personA');
    await button(page, /^Chứng thực/u).waitFor(patient);
    if ((await offer.count()) > 0) return;
    await camera.show('nobody');
    await button(page, 'Về màn hình đầu').click();
    await button(page, /^Lấy số/u).waitFor(patient);
  }
}

test('K1 K3 somebody whom the server does not know comes to the fields, and is offered to register', async () => {
  await camera.show('nobody');
  const server = await startOffice({ models: true });
  server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
  const page = await openKiosk(browser, server);
  await page.getByText('Khu vực này có camera').waitFor(patient);
  await comeUp(page);
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
