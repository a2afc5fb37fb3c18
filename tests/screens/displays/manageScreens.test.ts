import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import type { View } from '../../../shared/contract/views.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';
import { setting } from './views.ts';
import { resize } from '../letters.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const done = { ok: true, value: {} } as const;

async function open(more: Partial<View<'manage'>> = {}): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('manage', manage(more));
  const page = await openScreen(browser, `${fake.url}/manage#screens`, desk);
  await page.getByRole('heading', { name: 'Bảng gọi số' }).waitFor();
  return { fake, page };
}

describe('the manager, for what the public sees', () => {
  it('S76 sets up one wall, beginning with what is set for all', async () => {
    const { fake, page } = await open({
      walls: [{ deviceId: null, setting: { ...setting, fieldIds: [], counterIds: [], volumePercent: 70 } }],
    });
    fake.on('wall:setUp', () => done);
    await page.getByText('Theo thiết lập chung').waitFor();
    await page.getByRole('button', { name: 'Thiết lập: Bảng sảnh tầng 1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Hộ tịch').check();
    await dialog.getByLabel('Quầy 3').check();
    await dialog.getByLabel('Thông báo (tiếng Việt)').fill('Chiều nay nghỉ');
    // A view that comes meanwhile takes nothing of what was typed.
    fake.show('manage', manage({ opening: { kind: 'closed', opensAt: null, holiday: null } }));
    await dialog.getByLabel('Đọc số bằng tiếng Anh').check();
    await dialog.getByLabel('Tắt tiếng từ').fill('11h30');
    await dialog.getByLabel('Chiếu ảnh và phim').check();
    await dialog.getByLabel('Mỗi ảnh, phim hiện').fill('15');
    const save = dialog.getByRole('button', { name: 'Lưu' });
    await save.click();
    await dialog.getByText('Thông báo cần có cả tiếng Việt và tiếng Anh').waitFor();
    await dialog.getByLabel('Thông báo (tiếng Anh)').fill('Closed this afternoon');
    await save.click();
    await dialog.getByText('Giờ tắt tiếng cần cả giờ bắt đầu và giờ kết thúc').waitFor();
    expect(fake.heard).toEqual([]);
    await dialog.getByLabel('đến', { exact: true }).fill('13:30');
    await save.click();
    await page.getByText('Đã lưu thiết lập: Bảng sảnh tầng 1.').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({
      deviceId: 1,
      setting: {
        fieldIds: [2],
        counterIds: [3],
        notice: { vi: 'Chiều nay nghỉ', en: 'Closed this afternoon' },
        speaksVi: true,
        speaksEn: true,
        volumePercent: 70,
        quietFrom: 690,
        quietTo: 810,
        slides: true,
        slideSeconds: 15,
      },
    });
    // By the Enter key, too, which does not wait for the box to correct what is too much.
    await page.getByRole('button', { name: 'Thiết lập: Bảng sảnh tầng 1' }).click();
    await dialog.getByLabel('Chiếu ảnh và phim').check();
    await dialog.getByLabel('Mỗi ảnh, phim hiện').fill('500');
    await page.keyboard.press('Enter');
    await expect.poll(() => fake.heard.at(-1)?.input).toMatchObject({ setting: { slideSeconds: 120 } });
  });

  it('S77 sets what holds for every wall; what was refused is said and stays typed', async () => {
    const { fake, page } = await open();
    fake.on('wall:setUp', () => ({ ok: false, problem: refuse('notAllowed') }));
    await page.getByRole('button', { name: 'Thiết lập: Chung cho mọi bảng' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Âm lượng').fill('40');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Âm lượng').inputValue()).toBe('40');
    fake.on('wall:setUp', () => done);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(fake.heard.at(-1)?.input).toMatchObject({
      deviceId: null,
      setting: { volumePercent: 40, notice: null, quietFrom: 0, quietTo: 0 },
    });
  });

  it('S78 says whether each kiosk’s printer works, and sets and takes away its address', async () => {
    const { fake, page } = await open({
      printers: [
        { deviceId: null, address: 'file:///dev/usb/lp0', state: 'ready' },
        { deviceId: 3, address: 'tcp://192.168.1.50:9100', state: 'paperOut' },
      ],
    });
    fake.on('printer:setUp', () => done);
    const here = page.getByRole('row', { name: /Máy lấy số trên máy chủ/u });
    const door = page.getByRole('row', { name: /Máy lấy số cửa chính/u });
    await here.getByText('Sẵn sàng').waitFor();
    await door.getByText('Hết giấy').waitFor();
    await door.getByRole('textbox').fill('192.168.1.51');
    await door.getByText('Địa chỉ bắt đầu bằng tcp://').waitFor();
    expect(await door.getByRole('button', { name: 'Lưu' }).isDisabled()).toBe(true);
    await door.getByRole('textbox').fill('tcp://192.168.1.51:9100');
    await door.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu máy in của Máy lấy số cửa chính.').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({ deviceId: 3, address: 'tcp://192.168.1.51:9100' });
    await here.getByRole('textbox').fill('');
    await here.getByRole('button', { name: 'Lưu' }).click();
    await expect.poll(() => fake.heard.at(-1)?.input).toMatchObject({ deviceId: null, address: null });
    // On a phone nothing is cut off at the side.
    await resize(page, { width: 390, height: 844 });
    const saves = await page.getByRole('button', { name: /^Lưu: Máy lấy số/u }).all();
    const edges = await Promise.all(saves.map((save) => save.boundingBox()));
    expect(edges.map((box) => box !== null && box.x + box.width < 390)).toEqual([true, true]);
  });

  it('S79 says which address stands on paper, and sets another', async () => {
    const { fake, page } = await open();
    fake.on('office:setPublicUrl', ({ url }) => {
      fake.show('manage', manage({ publicUrl: { set: url, used: url ?? 'http://192.168.1.20:8085' } }));
      return done;
    });
    await page.getByText('Đang in trên phiếu: http://192.168.1.20:8085').waitFor();
    const address = page.getByLabel('Địa chỉ của cơ quan');
    const save = page
      .locator('section', { has: page.getByRole('heading', { name: 'Địa chỉ trên phiếu' }) })
      .getByRole('button', { name: 'Lưu' });
    await address.fill('lay-so.hadong.gov.vn');
    await page.getByText('Địa chỉ bắt đầu bằng https://').waitFor();
    await address.fill('https://lay-so.hadong.gov.vn');
    await save.click();
    await page.getByText('Đang in trên phiếu: https://lay-so.hadong.gov.vn').waitFor();
    await address.fill('');
    await save.click();
    await page.getByText('Đang in trên phiếu: http://192.168.1.20:8085').waitFor();
    expect(fake.heard.map(({ input }) => input['url'])).toEqual(['https://lay-so.hadong.gov.vn', null]);
  });

  it('S80 switches telling phones on and off, and says when that cannot work', async () => {
    const { fake, page } = await open({ push: { on: false, possible: false } });
    fake.on('office:setPush', ({ on }) => {
      fake.show('manage', manage({ push: { on, possible: false } }));
      return done;
    });
    const push = page.getByRole('switch', { name: /Gửi thông báo đến điện thoại/u });
    const why = page.getByText('Chỉ gửi được khi địa chỉ trên phiếu bắt đầu bằng https://');
    expect(await why.count()).toBe(0);
    await push.click();
    await page.getByText('Đã bật thông báo đến điện thoại.').waitFor();
    await why.waitFor();
    fake.show('manage', manage({ push: { on: true, possible: true } }));
    await why.waitFor({ state: 'detached' });
    expect(await push.isChecked()).toBe(true);
    await push.click();
    await page.getByText('Đã tắt thông báo đến điện thoại.').waitFor();
    expect(fake.heard.map(({ input }) => input['on'])).toEqual([true, false]);
  });

  it('DB27 says where the page for everybody is, and switches it off and on', async () => {
    const { fake, page } = await open();
    fake.on('danBiet:set', ({ on }) => {
      fake.show('manage', manage({ danBiet: on }));
      return done;
    });
    const own = page.getByRole('switch', { name: /Dân biết/u });
    const link = page.getByRole('link', { name: /\/dan-biet$/u });
    expect(await link.getAttribute('href')).toBe('/dan-biet');
    await own.click();
    await page.getByText('Đã tắt trang “Dân biết”.').waitFor();
    expect(await own.isChecked()).toBe(false);
    expect(await link.count()).toBe(0);
    await own.click();
    await page.getByText('Đã bật trang “Dân biết”.').waitFor();
    expect(fake.heard.map(({ input }) => input['on'])).toEqual([false, true]);
  });
});
