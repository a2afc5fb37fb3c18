import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the manager, for what is kept', () => {
  it('KD21 FT2 is told on every tab that nothing can be stored, that no backup could be made, why, and of when the last one is; and of a changed audit', async () => {
    const fake = await server();
    const { keeping } = manage();
    fake.show('manage', manage());
    fake.on('backup:list', () => ({ ok: true, value: { folder: '/backups', schema: 13, backups: [] } }));
    const page: Page = await openScreen(browser, `${fake.url}/manage#hours`, desk);
    await page.getByRole('tab').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    fake.show(
      'manage',
      manage({
        keeping: { ...keeping, backupTrouble: 'noRoom' },
      }),
    );
    const alert = page.getByRole('alert');
    await alert.getByText('ổ đĩa của máy chủ đã đầy').waitFor();
    expect(await alert.textContent()).toContain('Bản sao lưu gần nhất: 02:00 ngày 22/11/2026.');
    await page.getByRole('tab').last().click();
    await alert.getByText('ổ đĩa của máy chủ đã đầy').waitFor();
    fake.show('manage', manage({ keeping: { ...keeping, lastBackupAt: null, auditIntact: false } }));
    await alert.getByText('Nhật ký thao tác đã bị sửa').waitFor();
    expect(await alert.count()).toBe(1);
    fake.show('manage', manage({ storageTrouble: 'noRoom' }));
    await alert.getByText('việc mới không lưu được, kể cả lấy số').waitFor();
    expect(await alert.count()).toBe(1);
  });

  it('KD22 sets how long things are kept, and is kept from what is too short', async () => {
    const fake = await server();
    fake.show('manage', manage());
    fake.on('office:setRetention', () => ({ ok: true, value: {} }));
    const page: Page = await openScreen(browser, `${fake.url}/manage#privacy`, desk);
    const form = page.locator('section', {
      has: page.getByRole('heading', { name: 'Thời gian lưu dữ liệu' }),
    });
    const save = form.getByRole('button', { name: 'Lưu' });
    expect(await save.isDisabled()).toBe(true);
    await form.getByLabel('Mẫu khuôn mặt').fill('180');
    await form.getByLabel('Nhật ký thao tác').fill('30');
    await save.click();
    await page.getByText('Đã lưu thời gian lưu dữ liệu.').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({
      retention: {
        templatesDays: 180,
        visitorsDays: 730,
        textsDays: 730,
        recognitionsDays: 365,
        auditDays: 365,
      },
    });
  });
});
