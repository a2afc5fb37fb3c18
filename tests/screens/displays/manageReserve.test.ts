import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BusinessDay, FieldId, TicketId } from '../../../shared/domain/ids.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings } from '../access.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('RN7 a manager sees the numbers that were given offline and are in no line, and why; nothing while there are none', async () => {
  const fake = await server();
  fake.show('manage', manage());
  fake.on('reserve:kept', () => ({
    ok: true,
    value: {
      kept: [
        {
          ticketId: crypto.randomUUID() as TicketId,
          number: 'A905',
          day: '2026-11-23' as BusinessDay,
          fieldId: 1 as FieldId,
          issuedAt: Date.UTC(2026, 10, 23, 9, 50),
          handedInAt: Date.UTC(2026, 10, 24, 1, 0),
          kiosk: null,
          why: 'dayOver',
        },
      ],
    },
  }));
  const page = await openScreen(browser, `${fake.url}/manage#devices`, desk);
  await page.getByRole('heading', { name: 'Thiết bị' }).first().waitFor();
  const title = page.getByRole('heading', { name: 'Số cấp khi mất kết nối, chưa vào hàng' });
  expect(await title.count()).toBe(0);
  fake.show('manage', { ...manage(), keptNumbers: 1 });
  await title.waitFor();
  await page.getByRole('button', { name: 'Xem các số này' }).click();
  const row = page.getByRole('row', { name: /A905/u });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/16:50 23\/11\/2026\s+Máy chủ\s+Nối lại khi ngày làm việc đã hết/u);
  expect(await graveFindings(page)).toEqual([]);
});
