import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { graveFindings } from '../access.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('AS33 the manager is asked before a screen is paused, reloaded or made to print again, and sees what is still to come', async () => {
  const fake = await server();
  const view = manage();
  const [wall, tablet, kiosk] = view.devices;
  if (wall === undefined || tablet === undefined || kiosk === undefined) throw new Error('three devices');
  const remote = { ...kiosk.remote, canReprint: true };
  const show = (more: Partial<typeof remote>): void =>
    fake.show('manage', { ...view, devices: [wall, tablet, { ...kiosk, remote: { ...remote, ...more } }] });
  show({});
  fake.on('device:lock', () => ({ ok: true, value: {} }));
  fake.on('device:reprint', () => ({ ok: true, value: { printing: false } }));
  const page = await openScreen(browser, `${fake.url}/manage#devices`, desk);
  const acts = page.getByRole('group', { name: `Việc từ xa: ${kiosk.name}` }).filter({ visible: true });
  await acts.getByRole('button', { name: 'Tạm ngừng' }).click();
  const dialog = page.getByRole('dialog', { name: `Tạm ngừng “${kiosk.name}”?` });
  await dialog.getByRole('button', { name: 'Không' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(fake.heard).toEqual([]);
  await acts.getByRole('button', { name: 'Tạm ngừng' }).click();
  expect(await graveFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Tạm ngừng' }).click();
  await expect
    .poll(() => fake.heard.at(-1))
    .toMatchObject({
      name: 'device:lock',
      input: { deviceId: kiosk.id, locked: true },
    });
  const asked = { ...remote.asked, locked: true };
  show({ asked, lockDone: false });
  await acts.getByText('Sẽ tạm ngừng khi người đang lấy số xong').waitFor();
  show({ asked, lockDone: true });
  await acts.getByText('Đang tạm ngừng').waitFor();
  await acts.getByRole('button', { name: 'In lại phiếu cuối' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'In lại phiếu cuối' }).click();
  await page.getByText(`“${kiosk.name}” chưa in phiếu nào.`).waitFor();
});
