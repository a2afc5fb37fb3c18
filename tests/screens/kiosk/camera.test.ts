import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import type { SceneCamera } from '../../camera/scenes.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import { button, issuesOf, openKiosk, startOffice } from './kiosk.ts';

const visitorRef = 'a-sealed-reference-of-a-visitor';

let camera: SceneCamera;
let browser: Browser;
beforeAll(async () => {
  camera = await sceneCamera('nobody');
  browser = await launchBrowser(cameraFlags(camera.path));
});
afterAll(() => browser.close());

const patient = { timeout: 30_000 };

test('K1 K5 K13 somebody known is greeted, takes the usual field; the screen goes back when they leave', async () => {
  await camera.show('nobody');
  const server = await startOffice();
  server.on('visitor:identify', () => ({
    ok: true,
    value: { kind: 'recognised', visitorRef, maskedName: 'Nguyễn T. H***', usualFields: [3 as never] },
  }));
  const page = await openKiosk(browser, server);
  await page.getByText('Khu vực này có camera').waitFor(patient);
  await camera.show('personA');
  await page.getByText('Nguyễn T. H***').waitFor(patient);
  await button(page, /Như lần trước.*Đất đai/u).click();
  await page.getByText('A001').waitFor();
  expect(issuesOf(server)).toMatchObject([{ input: { fieldId: 3, visitorRef, channel: 'usual' } }]);
  await camera.show('nobody');
  await page.getByText('Màn hình sẽ về đầu sau').waitFor(patient);
  await button(page, 'Lấy số').waitFor(patient);

  await camera.show('personA');
  await page.getByText('Nguyễn T. H***').waitFor(patient);
  await button(page, 'Không phải tôi').click();
  await button(page, /^Hộ tịch/u).click();
  await page.getByText('A002').waitFor();
  expect(server.heard.filter(({ name }) => name === 'visitor:deny')).toMatchObject([
    { input: { visitorRef } },
  ]);
  expect(issuesOf(server).at(-1)).toMatchObject({ input: { visitorRef: null } });
});

test('K3 K6 somebody unknown may register: consent, a name with Telex and touched marks, a new run', async () => {
  await camera.show('nobody');
  const server = await startOffice();
  server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
  server.on('visitor:enrol', () => ({ ok: true, value: { visitorRef, maskedName: 'Nguyễn T. H***' } }));
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
  await button(page, /Đồng ý đăng ký/u).click();
  await button(page, 'Tiếp tục').waitFor();
  await page.keyboard.type('nguyeenx thij ');
  for (const key of ['H', 'Ô', 'N', 'G', 'huyền'])
    await page.getByRole('button', { name: key, exact: true }).click();
  await page.getByText('Nguyễn T. H***').waitFor();
  await button(page, 'Tiếp tục').click();
  await page.getByText('Đã đăng ký xong').waitFor(patient);
  const enrolled = server.heard.filter(({ name }) => name === 'visitor:enrol');
  expect(enrolled).toMatchObject([
    { input: { name: 'Nguyễn Thị Hồng', consent: { version: 'v3', language: 'vi' }, modelId: 'embedded' } },
  ]);
  const pictures = enrolled[0]?.input['embeddings'];
  expect(Array.isArray(pictures) && pictures.length).toBeGreaterThanOrEqual(3);
  await button(page, /^Chứng thực/u).click();
  await page.getByText('A001').waitFor();
  expect(issuesOf(server)).toMatchObject([{ input: { visitorRef } }]);
});

test('K2 a visitor who touches is not stopped by an answer that comes late', async () => {
  await camera.show('nobody');
  const server = await startOffice();
  server.on('visitor:identify', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return {
      ok: true,
      value: { kind: 'recognised', visitorRef, maskedName: 'Nguyễn T. H***', usualFields: [3 as never] },
    };
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
