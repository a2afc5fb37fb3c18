import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings, outOfReach } from '../access.ts';
import type { FakeServer } from '../fakeServer.ts';
import { floorView, nineOClock } from './floorView.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';
import { ticketIdOf } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const minute = 60_000;
const show = (fake: FakeServer, more: Parameters<typeof floorView>[1] = {}): void =>
  fake.show('manage', manage({ floor: floorView(nineOClock, more) }));
const card = (page: Page, n: number): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Quầy ${n}`, exact: true }) });
const sent = (fake: FakeServer, name: string) => fake.heard.filter((one) => one.name === name);
const lineOfThree = [1, 2, 3].map((sequence) => ({
  id: ticketIdOf(sequence),
  number: `A00${sequence}`,
  since: nineOClock - (30 - sequence) * minute,
  priority: null,
  appointmentAt: null,
}));

/** The page that a manager is met with, at nine by the server's clock. */
async function openFloor(): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.shiftClock(nineOClock - Date.now());
  show(fake);
  return { fake, page: await openScreen(browser, `${fake.url}/manage`, desk) };
}

describe('the live floor', () => {
  it('FL18 is the first page, and time alone turns what lasts too long to words and colour', async () => {
    const { fake, page } = await openFloor();
    await page.getByRole('heading', { name: 'Việc cần xử lý' }).waitFor();
    expect(await card(page, 2).textContent()).toMatch(/B00714:0\d.*Đang phục vụ/u);
    expect(await card(page, 2).getAttribute('data-level')).toBe('calm');
    expect(await card(page, 3).textContent()).toContain('Đang gọi – chưa có ai đến');
    expect(await card(page, 4).textContent()).toContain('Tạm nghỉ đến 09:06');
    expect(await card(page, 5).textContent()).toContain('Đóng');
    const land = page.getByRole('row', { name: /Đất đai/u });
    expect(await land.textContent()).toContain('Hàng rất dài');
    expect(await land.textContent()).toContain(
      '12:05–12:35, muộn hơn giờ đóng khoảng 35 phút Thêm 1 quầy nhận lĩnh vực này thì kịp',
    );
    expect(await page.getByRole('row', { name: /Hộ tịch/u }).textContent()).toContain('trước giờ đóng');
    expect(await page.getByText('Chưa kể lĩnh vực chưa có quầy mở.').count()).toBe(1);
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);

    // What was there from the start is read in the list, and not called out.
    const said = page.getByRole('status').filter({ hasText: 'Việc mới' });
    expect(await said.count()).toBe(0);
    await page.clock.install();
    // From a view that came only after the clock had run, the page would take it for nine again.
    show(fake, {
      fields: floorView().fields.map((field) => ({ ...field, ...(field.id === 4 && { waiting: 7 }) })),
    });
    await page
      .getByRole('row', { name: /Xây dựng/u })
      .getByText('7', { exact: true })
      .waitFor();
    await page.clock.runFor(61_000);
    await expect.poll(() => card(page, 2).getAttribute('data-level')).toBe('long');
    expect(await card(page, 2).textContent()).toContain('Đang phục vụ – lâu hơn thường lệ');
    await page.clock.runFor(12 * minute);
    expect(await card(page, 2).textContent()).toContain('lâu hơn thường lệ nhiều');
    expect(await card(page, 4).getAttribute('data-level')).toBe('long');
    // Somebody has waited half an hour by now: a new matter, and said once.
    await said.waitFor();
    expect(await said.textContent()).toContain('Chứng thực: có người chờ');
    const alert = page.getByRole('listitem').filter({ hasText: 'Đăng ký hộ kinh doanh: 2 người chờ' });
    await alert.evaluate((element) => (element.dataset['marked'] = 'yes'));
    fake.shiftClock(nineOClock + 14 * minute - Date.now());
    show(fake, {
      troubles: [{ kind: 'printer', name: 'Máy cửa chính', fault: 'paperOut', since: nineOClock }],
    });
    await expect
      .poll(() => said.textContent())
      .toBe('Việc mới: Máy in không in được (hết giấy) · Máy cửa chính');
    expect(await alert.getAttribute('data-marked')).toBe('yes');
    expect(await page.getByText('Đến máy lấy số kiểm tra giấy').count()).toBe(1);
  });

  it('FL19 acts on a counter by keyboard and by mouse, once however often it is pressed', async () => {
    const { fake, page } = await openFloor();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Thao tác quầy 3' }).focus();
    await page.keyboard.press('Enter');
    expect(await graveFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gọi lại' }).dblclick();
    await page.getByText('Đã gọi lại C004.').waitFor();
    expect(sent(fake, 'ticket:recall').map(({ input }) => input['ticketId'])).toEqual([ticketIdOf(4)]);

    fake.on('desk:leave', () => ({ ok: false, problem: refuse('visitorHeld', { number: 'C004' }) }));
    await page.getByRole('button', { name: 'Thao tác quầy 3' }).click();
    await dialog.getByRole('button', { name: 'Đóng quầy' }).dblclick();
    expect(await dialog.getByRole('button', { name: 'Đóng quầy 3' }).count()).toBe(0);
    expect(sent(fake, 'desk:leave')).toEqual([]);
    await dialog.getByRole('button', { name: 'Đóng quầy' }).click();
    await dialog.getByRole('button', { name: 'Đóng quầy 3' }).click();
    await dialog.getByText('Đang có người ở quầy (số C004)').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Thao tác quầy 5' }).click();
    const officer = dialog.getByLabel('Cán bộ ngồi quầy này');
    await officer.focus();
    await officer.selectOption({ label: 'Nguyễn Văn Bình · đang ở quầy 2' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Nguyễn Văn Bình ngồi quầy 5.').waitFor();
    expect(sent(fake, 'desk:take').map(({ input }) => input)).toMatchObject([{ counterId: 5, officerId: 2 }]);

    await page.getByRole('button', { name: 'Thao tác quầy 1' }).click();
    await dialog.getByRole('button', { name: 'Đổi lĩnh vực' }).click();
    await dialog.getByLabel(/Chứng thực/u).check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect.poll(() => sent(fake, 'counter:setFields').length).toBe(1);
  });

  it('FL20 acts on those who wait: first with a reason, or to another field; and gives the field a counter', async () => {
    const { fake, page } = await openFloor();
    fake.on('floor:line', () => ({ ok: true, value: { line: lineOfThree } }));
    const dialog = page.getByRole('dialog');
    const open = (): Promise<void> =>
      page.getByRole('button', { name: 'Thao tác lĩnh vực Chứng thực' }).click();
    await open();
    await dialog.getByRole('button', { name: 'Chọn A003' }).click();
    expect(await dialog.getByText('đã chờ 27 phút').count()).toBe(1);
    expect(await graveFindings(page)).toEqual([]);
    expect(await dialog.getByRole('button', { name: 'Đưa lên đầu hàng' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Lý do').fill('Người đau yếu');
    await page.keyboard.press('Enter');
    await page.getByText('A003 đã lên đầu hàng.').waitFor();
    const first = { ticketId: ticketIdOf(3), reason: 'Người đau yếu' };
    expect(sent(fake, 'ticket:putFirst').map(({ input }) => input)).toMatchObject([first]);

    // The same from an alert.
    await page.getByRole('button', { name: 'Thao tác: Đăng ký hộ kinh doanh: 2 người chờ' }).click();
    await dialog.getByRole('heading', { name: 'Đăng ký hộ kinh doanh' }).waitFor();
    await page.keyboard.press('Escape');
    await open();
    await dialog.getByRole('button', { name: 'Chọn A002' }).click();
    await dialog.getByLabel('Chuyển sang lĩnh vực').selectOption({ label: 'C · Đất đai' });
    await dialog.getByRole('button', { name: 'Chuyển', exact: true }).dblclick();
    await page.getByText('Đã chuyển A002 sang Đất đai.').waitFor();
    const onward = { ticketId: ticketIdOf(2), fieldId: 3, target: { kind: 'anyone' }, place: 'kept' };
    expect(sent(fake, 'ticket:transfer').map(({ input }) => input)).toMatchObject([onward]);

    await open();
    await dialog.getByLabel('Quầy', { exact: true }).selectOption('6');
    await dialog.getByRole('button', { name: 'Thêm' }).click();
    await page.getByText('Quầy 6 nhận thêm lĩnh vực này; hãy xếp cán bộ vào quầy.').waitFor();
    expect(sent(fake, 'counter:setFields').map(({ input }) => input)).toMatchObject([
      { counterId: 6, fieldIds: [7, 1] },
    ]);

    await page.getByRole('button', { name: 'Ngưỡng cảnh báo' }).click();
    await dialog.getByLabel('Hàng dài từ (người)').fill('20');
    await dialog.getByText('Mức “rất” phải lớn hơn mức trước nó.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Lưu' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Hàng dài từ (người)').fill('8');
    await page.keyboard.press('Enter');
    await page.getByText('Đã lưu ngưỡng cảnh báo.').waitFor();
    expect(sent(fake, 'floor:setLimits')[0]?.input).toMatchObject({
      limits: { longLine: 8, veryLongLine: 20 },
    });
  });
});
