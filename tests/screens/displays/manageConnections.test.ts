import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { WebhookRow } from '../../../shared/contract/requests/integration.ts';
import { launchBrowser } from '../../browser.ts';
import { closeServers, startServer } from '../../factories/server.ts';
import { graveFindings, outOfReach } from '../access.ts';
import type { FakeServer } from '../fakeServer.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';
import { resize } from '../letters.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await closeServers();
});

type Connections = RequestOutput<'integration:read'>;
type Changing = { -readonly [K in keyof Connections]: Connections[K] };
const at = Date.UTC(2026, 10, 23, 1, 30);
const phone = { width: 390, height: 844 } as const;

const hook: WebhookRow = {
  id: 1,
  url: 'https://motcua.hanoi.gov.vn/tin/luot',
  events: ['ticket.issued', 'ticket.served', 'dossier.changed'],
  on: true,
  previousUntil: null,
  due: 2,
  dead: 1,
  lastSentAt: at,
};

/** What the office's other systems look like on an ordinary morning. */
const ordinary = (): Changing => ({
  keys: [
    {
      id: 1,
      name: 'Cổng dịch vụ công Hà Nội',
      prefix: 'luot_3f9a01c2',
      scopes: ['appointments:write', 'dossiers:write'],
      madeAt: at - 86_400_000 * 20,
      madeBy: 'Nguyễn Thị Quản Lý',
      expiresAt: at + 86_400_000 * 345,
      usedAt: at,
    },
  ],
  webhooks: [hook],
  deliveries: [
    { id: 7, webhookId: 1, type: 'dossier.changed', at, tries: 11, state: 'dead', when: at, why: 'HTTP 503' },
    {
      id: 9,
      webhookId: 1,
      type: 'ticket.issued',
      at,
      tries: 2,
      state: 'due',
      when: at + 30_000,
      why: 'ETIMEDOUT',
    },
    { id: 8, webhookId: 1, type: 'ticket.served', at, tries: 1, state: 'sent', when: at, why: null },
  ],
  drop: {
    on: true,
    folder: '/var/lib/luot/drop',
    files: [
      {
        id: 2,
        name: 'ho-so-23-11.csv',
        at,
        outcome: 'failed',
        added: 0,
        what: 'Dòng 3 chưa đúng: hẹn trả “31/02”.\nLine 3.',
      },
      { id: 1, name: 'lich-hen-23-11.csv', at, outcome: 'imported', added: 24, what: null },
    ],
  },
});

const empty: Connections = {
  keys: [],
  webhooks: [],
  deliveries: [],
  drop: { on: false, folder: '/var/lib/luot/drop', files: [] },
};

async function open(
  data: Connections,
  viewport: typeof desk | typeof phone = desk,
): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('manage', manage());
  fake.on('integration:read', () => ({ ok: true, value: structuredClone(data) }));
  const page = await openScreen(browser, `${fake.url}/manage#connections`, viewport);
  await page.getByRole('heading', { name: 'Khóa kết nối' }).waitFor();
  return { fake, page };
}

const done = { ok: true, value: {} } as const;
const dialogOf = (page: Page) => page.getByRole('dialog');

describe('the manager, for other systems', () => {
  it('AP60 makes a key, which is shown once, and revokes one after being asked', async () => {
    const data = { ...empty, ...ordinary() };
    const { fake, page } = await open(data);
    fake.on('apiKey:make', () => ({ ok: true, value: { key: 'luot_0badcafe_mot-khoa-rat-dai' } }));
    fake.on('apiKey:revoke', () => {
      data.keys = [];
      return done;
    });
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    const make = dialogOf(page).getByRole('button', { name: 'Tạo khóa' });
    await dialogOf(page).getByLabel('Dùng cho').fill('  Phần mềm đặt lịch ');
    expect(await make.isDisabled()).toBe(true);
    await dialogOf(page).getByLabel('Lấy số cho người dân').check();
    await dialogOf(page).getByLabel('Xem hàng chờ và danh mục').check();
    await dialogOf(page).getByLabel('Hết hạn sau').selectOption('endNever');
    expect(await graveFindings(page)).toEqual([]);
    await make.click();
    const shown = dialogOf(page).getByLabel('Khóa cho Phần mềm đặt lịch');
    await expect.poll(() => shown.inputValue()).toBe('luot_0badcafe_mot-khoa-rat-dai');
    expect(fake.heard.find(({ name }) => name === 'apiKey:make')?.input).toMatchObject({
      name: 'Phần mềm đặt lịch',
      scopes: ['queue:read', 'tickets:write'],
      expiresAt: null,
    });
    await dialogOf(page).getByRole('button', { name: 'Đã sao chép, đóng' }).click();
    expect(await page.content()).not.toContain('0badcafe');
    await page.getByRole('button', { name: 'Thu hồi: Cổng dịch vụ công Hà Nội' }).click();
    await dialogOf(page).getByText('sẽ bị từ chối ngay').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Thu hồi', exact: true }).click();
    await page.getByText('Đã thu hồi khóa của Cổng dịch vụ công Hà Nội.').waitFor();
    await page.getByText('Chưa có khóa nào.').waitFor();
  });

  it('AP61 adds a webhook, whose secret is shown once, tries it, and hears why it fails', async () => {
    const data: Changing = { ...empty };
    const { fake, page } = await open(data);
    fake.on('webhook:save', () => {
      data.webhooks = [{ ...hook, due: 0, dead: 0, lastSentAt: null }];
      return { ok: true, value: { secret: 'whsec_bi-mat' } };
    });
    fake.on('webhook:test', () => {
      data.deliveries = [
        { id: 1, webhookId: 1, type: 'webhook.test', at, tries: 0, state: 'due', when: at, why: null },
      ];
      // What the real server does once the receiver has answered.
      setTimeout(() => {
        data.deliveries = data.deliveries.map((one) => ({ ...one, tries: 1, why: 'HTTP 404' }));
        fake.show('manage', manage());
      }, 200);
      return done;
    });
    await page.getByRole('button', { name: 'Thêm địa chỉ nhận tin' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('Địa chỉ', { exact: true }).fill('https://u:p@tinh.vn/');
    await dialog.getByText('không chứa mật khẩu').waitFor();
    await dialog.getByLabel('Địa chỉ', { exact: true }).fill(hook.url);
    await dialog.getByLabel('Đã phát số').check();
    await dialog.getByLabel('Hồ sơ đổi trạng thái').check();
    expect(await graveFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect
      .poll(() => dialog.getByLabel('Khóa ký của địa chỉ nhận tin').inputValue())
      .toBe('whsec_bi-mat');
    expect(fake.heard.find(({ name }) => name === 'webhook:save')?.input).toMatchObject({
      webhookId: null,
      url: hook.url,
      events: ['ticket.issued', 'dossier.changed'],
      on: true,
    });
    await dialog.getByRole('button', { name: 'Đã sao chép, đóng' }).click();
    await page.getByRole('button', { name: `Gửi thử: ${hook.url}` }).click();
    await page.getByText('Gửi thử không được: HTTP 404.').waitFor();
    data.deliveries = data.deliveries.map((one) => ({ ...one, state: 'sent', why: null }));
    await page.getByRole('button', { name: `Gửi thử: ${hook.url}` }).click();
    fake.show('manage', manage());
    await page.getByText(/Gửi thử (thành công|không được)/u).waitFor();
  });

  it('AP62 sees what was given up and why, sends it again, changes over a secret, and switches the folder', async () => {
    const data = { ...empty, ...ordinary() };
    const { fake, page } = await open(data);
    for (const name of ['delivery:resend', 'drop:setUp', 'webhook:remove'] as const)
      fake.on(name, () => done);
    fake.on('webhook:rotate', () => ({ ok: true, value: { secret: 'whsec_moi' } }));
    const messages = page.getByRole('list', { name: 'Tin gần đây' });
    await messages.getByText('Gửi hỏng · đã thử 11 lần: HTTP 503').waitFor();
    await messages.getByText('Chờ gửi · thử lại 08:30').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);
    await messages.getByRole('button', { name: 'Gửi lại: Hồ sơ đổi trạng thái lúc 08:30' }).click();
    await page.getByText('Đang gửi lại.').waitFor();
    await page.getByRole('button', { name: `Đổi khóa ký: ${hook.url}` }).click();
    await dialogOf(page).getByText('ký bằng cả khóa cũ và khóa mới').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Đổi khóa ký' }).click();
    await dialogOf(page).getByRole('button', { name: 'Đã sao chép, đóng' }).click();
    await page.getByText('Không nhập được: Dòng 3 chưa đúng').waitFor();
    await page.getByRole('switch', { name: 'Nhận danh sách qua thư mục' }).click();
    await page.getByText('Đã tắt nhận danh sách qua thư mục.').waitFor();
    const asked = fake.heard.filter(({ name }) => name !== 'integration:read');
    expect(asked.map(({ name, input: { requestId: _requestId, ...rest } }) => [name, rest])).toEqual([
      ['delivery:resend', { deliveryId: 7 }],
      ['webhook:rotate', { webhookId: 1 }],
      ['drop:setUp', { on: false }],
    ]);
  });

  it('AP63 all of it fits a phone, and says the same in English', async () => {
    const { page } = await open(ordinary(), phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await resize(page, desk);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Telling other systems (webhooks)' }).waitFor();
    expect(await page.locator('.manage-page').innerText()).not.toMatch(/Khóa|Gửi hỏng/u);
  });
});

describe('the page of the API', () => {
  it('AP63 is read without a script, fits desks and phones, and axe finds nothing serious', async () => {
    const office = await startServer();
    const page = await openScreen(browser, `${office.url()}/api/v1/docs`, desk);
    await page.getByRole('heading', { name: 'Kết nối với phần mềm khác' }).waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Connecting other systems' }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await resize(page, phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });
});
