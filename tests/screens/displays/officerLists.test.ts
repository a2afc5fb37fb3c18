import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '../../../counter-display/screens/officer/model/lists.ts';
import type { Role } from '../../../shared/contract/schemas.ts';
import { launchBrowser } from '../../browser.ts';
import {
  answeringServer,
  button,
  dialog,
  focused,
  inDialog,
  names,
  onlyRequest,
  openConsole,
  serving,
} from './officerPage.ts';
import { deskWith, officer, ticketIdOf } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const as = (role: Role, mayPick = false) => officer(null, { me: { ...officer(null).me, role, mayPick } });
const rows = (page: Page): Promise<string[]> => page.locator('.rows .row-number').allTextContents();

describe('the lists', () => {
  it('S36 shows the line with waits, priority, appointments and misses', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    const row = page.locator('.rows li');
    await row.first().waitFor();
    expect(await row.first().textContent()).toMatch(
      /A014.*Đặng Thị Lụa.*Chứng thực.*80 tuổi · tự khai.*40 phút/u,
    );
    expect(await row.nth(4).textContent()).toMatch(/B018.*Hẹn \d\d:\d\d/u);
    expect(await row.last().textContent()).toMatch(/A020.*Vắng 1 lần.*gọi được sau [23]:\d\d/u);
    fake.show('officer', officer(null, { line: [] }));
    await page.locator('.list').getByText('Chưa có ai chờ ở quầy này.').waitFor();
  });

  it('OC30 every list has its tab with a count and a key, and its facts', async () => {
    const fake = await answeringServer(as('manager'));
    const page = await openConsole(browser, fake);
    await page.locator('.rows').waitFor();
    for (const [key, name, count, facts] of [
      ['2', 'Gác', '2', ['A008', 'Lý Thị Mơ', 'Quầy 3', 'Lê Thị Minh Châu', '50 phút']],
      ['3', 'Vắng', '1', ['A005', '70 phút']],
      ['4', 'Đã xong', '2', ['A011', 'Đã xong', 'Đã hủy']],
      ['5', 'Lịch hẹn', '2', ['Võ Thị Sáu', 'Mã 482913', 'Mã 771204']],
      [
        '6',
        'Nơi khác',
        '2',
        ['A010', 'Đang gọi', 'Quầy 2', 'màn hình cán bộ đang tắt', 'D002', 'Đang phục vụ'],
      ],
      ['1', 'Chờ', '7', ['A014']],
    ] as const) {
      await page.keyboard.press(key);
      const tab = page.getByRole('tab', { name });
      await tab.and(page.locator('[aria-selected=true]')).waitFor();
      expect(await tab.textContent()).toContain(`${count}${key}`);
      for (const fact of facts) await page.locator('.rows').getByText(fact).first().waitFor();
    }
    await page.getByRole('tab', { name: 'Vắng' }).click();
    await page.locator('.rows').getByText('A005').waitFor();
  });

  it('OC29 an appointment whose time has passed is marked', async () => {
    const [first, second] = officer(null).appointments as [Appointment, Appointment];
    const fake = await answeringServer(
      officer(null, { appointments: [{ ...first, at: Date.now() - 120_000 }, second] }),
    );
    const page = await openConsole(browser, fake);
    await page.getByRole('tab', { name: 'Lịch hẹn' }).click();
    await page.locator('.rows li').first().getByText('đã quá giờ hẹn').waitFor();
    expect(await page.getByText('đã quá giờ hẹn').count()).toBe(1);
  });

  it('OC6 the line is searched without marks and narrowed to a field', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    await page.locator('.rows').waitFor();
    await page.keyboard.press('/');
    await expect.poll(() => focused(page)).toBe('Tìm số hoặc tên');
    await page.keyboard.type('dang thi');
    await expect.poll(() => rows(page)).toEqual(['A014']);
    expect(await page.getByLabel('Tìm số hoặc tên').inputValue()).toBe('dang thi');
    await page.getByLabel('Tìm số hoặc tên').fill('zzz');
    await page.getByText('Không tìm thấy “zzz”.').waitFor();
    await page.getByLabel('Tìm số hoặc tên').fill('');
    await page.locator('.list').getByRole('combobox', { name: 'Lĩnh vực' }).click();
    await page.getByRole('option', { name: 'Hộ tịch' }).click();
    await expect.poll(() => rows(page)).toEqual(['B015', 'B018']);
  });

  it.each<[string, ReturnType<typeof as>, string, number, string, string, number]>([
    ['calls out of turn', as('officer', true), '1', 14, 'Gọi', 'ticket:call', 14],
    ['calls a parked visitor', as('officer'), '2', 31, 'Gọi', 'ticket:call', 31],
    ['goes on with a parked visitor', as('officer'), '2', 30, 'Phục vụ tiếp', 'ticket:resume', 30],
    ['calls a missed one', as('officer'), '3', 32, 'Gọi', 'ticket:call', 32],
    ['puts a missed one back', as('officer'), '3', 32, 'Đưa lại vào hàng chờ', 'ticket:reactivate', 32],
    ['puts a cancelled one back', as('officer'), '4', 34, 'Đưa lại vào hàng chờ', 'ticket:reactivate', 34],
    ['takes back a call at another counter', as('manager'), '6', 35, 'Trả về hàng chờ', 'ticket:return', 35],
    ['prints a waiting one again', as('officer'), '1', 14, 'In lại', 'ticket:reprint', 14],
  ])('OC31 a row %s, by mouse and by keys', async (_what, view, tab, id, name, request, expected) => {
    const fake = await answeringServer(view);
    const page = await openConsole(browser, fake);
    await page.locator('.rows').waitFor();
    const row = page.locator(`[data-row="${ticketIdOf(id)}"]`);
    const action = page.locator('.row-actions').getByRole('button', { name, exact: true });
    await page
      .getByRole('tab')
      .nth(Number(tab) - 1)
      .click();
    await row.click();
    await action.click();
    const heard = { name: request, input: { ticketId: ticketIdOf(expected) } };
    expect(await onlyRequest(fake)).toEqual(heard);
    await page.reload();
    await page.locator('.rows').waitFor();
    // The same by keys: to the list, down to the row, into it, to the button.
    await page.keyboard.press(tab);
    await expect.poll(() => page.locator('[data-row]:focus').count()).toBe(1);
    while ((await row.and(page.locator(':focus')).count()) === 0) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    while ((await action.and(page.locator(':focus')).count()) === 0) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => fake.heard[1]).toMatchObject(heard);
  });

  it('OC31 a row can be cancelled after asking, get a priority, and a manager transfers one elsewhere', async () => {
    const fake = await answeringServer(as('manager'));
    const page = await openConsole(browser, fake);
    await page.locator(`[data-row="${ticketIdOf(15)}"]`).click();
    await page.locator('.row-actions').getByRole('button', { name: 'Hủy', exact: true }).click();
    await dialog(page).getByText('Hủy số B015?').waitFor();
    await inDialog(page, 'Hủy số').click();
    await expect
      .poll(() => fake.heard.at(-1))
      .toMatchObject({
        name: 'ticket:cancel',
        input: { ticketId: ticketIdOf(15) },
      });
    await dialog(page).waitFor({ state: 'detached' });
    await button(page, 'Ưu tiên').click();
    await inDialog(page, 'Lưu').click();
    await expect
      .poll(() => fake.heard.at(-1))
      .toMatchObject({
        name: 'ticket:setPriority',
        input: { ticketId: ticketIdOf(15), priority: 'ELDERLY80' },
      });
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.press('6');
    await page.locator(`[data-row="${ticketIdOf(36)}"]`).click();
    await page.locator('.row-actions').getByRole('button', { name: 'Chuyển', exact: true }).click();
    await dialog(page).getByText('Chuyển số D002').waitFor();
    await inDialog(page, 'Chuyển').click();
    await expect
      .poll(() => fake.heard.at(-1))
      .toMatchObject({
        name: 'ticket:transfer',
        input: { ticketId: ticketIdOf(36), fieldId: 4, target: { kind: 'anyone' }, place: 'kept' },
      });
  });

  it('OC7 without leave to pick nobody is called out of turn, and others’ tickets are left alone', async () => {
    const fake = await answeringServer(as('officer'));
    const page = await openConsole(browser, fake);
    await page.locator(`[data-row="${ticketIdOf(14)}"]`).click();
    await page.locator('.row-actions').waitFor();
    expect(await page.locator('.row-actions button').allTextContents()).toEqual(['Ưu tiên', 'In lại', 'Hủy']);
    await page.keyboard.press('6');
    await page.locator(`[data-row="${ticketIdOf(35)}"]`).click();
    expect(await page.locator('.row-actions').count()).toBe(0);
  });

  it('OC8 calling from a list while a visitor is held, or on a break, is explained and not sent', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await page.locator('.rows').waitFor();
    await page.keyboard.press('3');
    await page.locator(`[data-row="${ticketIdOf(32)}"]`).click();
    const call = page.locator('.row-actions').getByRole('button', { name: 'Gọi', exact: true });
    await call.click();
    await page.getByRole('alert').getByText('Đang có số A012 ở quầy').waitFor();
    fake.show(
      'officer',
      officer(null, { desk: deskWith(null, { onBreak: { since: Date.now(), until: null } }) }),
    );
    await page.getByRole('heading', { name: 'Quầy đang tạm nghỉ' }).waitFor();
    await call.click();
    await page.getByRole('alert').getByText('Quầy đang tạm nghỉ').waitFor();
    expect(names(fake)).toEqual([]);
  });

  it('OC32 arrow keys go from row to row, and a row that leaves hands the focus on', async () => {
    const view = officer(null);
    const fake = await answeringServer(view);
    const page = await openConsole(browser, fake);
    const at = (): Promise<string | null> => page.locator('[data-row]:focus .row-number').textContent();
    await page.locator('.rows').waitFor();
    await page.keyboard.press('1');
    await expect.poll(at).toBe('A014');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('A016');
    await page.keyboard.press('End');
    expect(await at()).toBe('A020');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('B015');
    fake.show('officer', { ...view, line: view.line.filter(({ number }) => number !== 'B015') });
    await expect.poll(at).toBe('A016');
    // One tab stop for the whole list.
    expect(await page.locator('[data-row][tabindex="0"]').count()).toBe(1);
  });
});
