import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import type { BreachView, DataRequestView, KeptData } from '../../../shared/contract/views/privacy.ts';
import type { BusinessDay, FieldId, IsoDay } from '../../../shared/domain/ids.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const done = { ok: true, value: {} } as const;
const hour = 3_600_000;
const day = (days: number): BusinessDay =>
  new Date(Date.now() + 7 * hour + days * 24 * hour).toISOString().slice(0, 10) as BusinessDay;
const written = (iso: string): string => iso.split('-').reverse().join('/');

const request = (id: number, more: Partial<DataRequestView>): DataRequestView => ({
  id,
  kind: 'see',
  channel: 'desk',
  receivedOn: day(-4),
  acknowledgeBy: day(1),
  dueOn: day(6),
  acknowledgedAt: null,
  closedAt: null,
  outcome: null,
  person: { maskedName: 'Nguyễn T. H. N***', birthYear: 1980, idLast4: '2345', factsFrom: 'card' },
  correction: null,
  note: null,
  refusal: null,
  ...more,
});
const requests: readonly DataRequestView[] = [
  request(1, { kind: 'erase', channel: 'post', acknowledgeBy: day(-2), note: 'Thư đến ngày 18/11' }),
  request(2, {
    kind: 'correct',
    channel: 'kiosk',
    acknowledgedAt: Date.now() - hour,
    dueOn: day(0),
    correction: { name: 'Nguyễn Thị Hồng', birthDate: '1979-01-31' as IsoDay },
  }),
  request(3, {}),
  request(4, {
    kind: 'withdraw',
    person: null,
    acknowledgedAt: Date.now() - 90 * hour,
    closedAt: Date.now() - hour,
    outcome: 'refused',
    refusal: 'Không chứng minh được là chủ thể dữ liệu',
  }),
];
const breach = (id: number, more: Partial<BreachView>): BreachView => ({
  id,
  noticedAt: Date.now() - 2 * hour,
  reportBy: Date.now() + 70.5 * hour,
  facts: {
    what: 'Mất máy tính bảng ở quầy 3',
    data: 'Số thứ tự đang gọi',
    people: null,
    measures: 'Đã gỡ máy',
  },
  reportedAt: null,
  closedAt: null,
  ...more,
});
const kept: KeptData = {
  name: 'Nguyễn Thị Hồng Nhung',
  birthYear: 1980,
  birthDate: '1980-09-02' as IsoDay,
  idLast4: '2345',
  factsFrom: 'card',
  registeredAt: Date.UTC(2026, 2, 3, 2),
  templates: [{ modelId: 'recommended', madeAt: Date.UTC(2026, 2, 3, 2) }],
  visits: [{ number: 'A012', fieldId: 1 as FieldId, issuedAt: Date.UTC(2026, 4, 6, 2) }],
  visitCount: 1,
  consents: [
    { version: '2', language: 'vi', agreedAt: Date.UTC(2026, 2, 3, 2), withdrawnAt: null, current: true },
  ],
  appointments: [],
  requests: [],
};

async function open(
  shown: { readonly requests?: readonly DataRequestView[]; readonly breaches?: readonly BreachView[] } = {},
): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  const view = manage();
  const { record } = view.privacy;
  const privacy = {
    record,
    requests: [...(shown.requests ?? requests)],
    breaches: [...(shown.breaches ?? [])],
  };
  fake.show('manage', { ...view, privacy });
  const page = await openScreen(browser, `${fake.url}/manage#privacy`, desk);
  await page.getByRole('heading', { name: 'Yêu cầu của người dân' }).waitFor();
  return { fake, page };
}
const lastInput = (fake: FakeServer): Record<string, unknown> | undefined => fake.heard.at(-1)?.input;
const click = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

describe('personal data, for the manager', () => {
  it('DP40 what is overdue says so in words, and what is due today or later, too', async () => {
    const { page } = await open();
    await page.getByText('QUÁ HẠN báo đã nhận 2 ngày').waitFor();
    await page.getByText('Phải giải quyết trong hôm nay').waitFor();
    await page.getByText(`Báo đã nhận trước hết ngày ${written(day(1))}`).waitFor();
    await page.getByText('Đề nghị sửa thành: Nguyễn Thị Hồng, 31/01/1979').waitFor();
    await page.getByText('Đã giải quyết (1)').click();
    await page.getByText('Không chứng minh được là chủ thể dữ liệu').waitFor();
  });

  it('DP41 a request of somebody who is found by a part of the name, with the reason', async () => {
    const { fake, page } = await open({ requests: [] });
    const personRef = 'a-sealed-reference-to-a-person';
    fake.on('person:find', ({ by }) => {
      const people = [{ personRef, name: kept.name, birthYear: 1980, idLast4: '2345', registeredAt: 0 }];
      return { ok: true, value: { people: by.kind === 'name' ? people : [], more: 0 } };
    });
    fake.on('dataRequest:add', () => ({ ok: true, value: { dataRequestId: 9 } }));
    await click(page, 'Ghi yêu cầu mới');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Yêu cầu', { exact: true }).selectOption('correct');
    await dialog.getByLabel('Nhận qua').selectOption('post');
    await dialog.getByLabel('Ngày nhận').fill('20/11/2026');
    await dialog.getByLabel(/^Họ và tên \(/u).fill('hong nhung');
    await dialog.getByLabel('Lý do tìm').selectOption('authority');
    await dialog.getByRole('button', { name: 'Tìm' }).click();
    await dialog.getByText('Nguyễn Thị Hồng Nhung · 1980 · …2345').waitFor();
    expect(lastInput(fake)).toMatchObject({
      by: { kind: 'name', name: 'hong nhung', birthYear: null },
      why: 'authority',
    });
    const save = dialog.getByRole('button', { name: 'Lưu yêu cầu' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Ngày sinh đúng').fill('31/1/1979');
    await save.click();
    await page.getByText('Đã ghi yêu cầu.').waitFor();
    expect(lastInput(fake)).toMatchObject({
      kind: 'correct',
      channel: 'post',
      receivedOn: '2026-11-20',
      personRef,
      correction: { name: null, birthDate: '1979-01-31' },
    });
  });

  it('DP41 by the whole number of the card, or its end and the birth date; who is not found can ask too', async () => {
    const { fake, page } = await open({ requests: [] });
    fake.on('person:find', () => ({ ok: true, value: { people: [], more: 0 } }));
    fake.on('dataRequest:add', () => ({ ok: true, value: { dataRequestId: 9 } }));
    await click(page, 'Ghi yêu cầu mới');
    const dialog = page.getByRole('dialog');
    const find = dialog.getByRole('button', { name: 'Tìm' });
    await dialog.getByLabel('Tìm theo').selectOption('card');
    await dialog.getByLabel(/12 số/u).fill('00119001234');
    expect(await find.isDisabled()).toBe(true);
    await dialog.getByLabel(/12 số/u).fill('001190012345');
    await find.click();
    await dialog.getByText('Không thấy ai.').waitFor();
    await dialog.getByLabel('Tìm theo').selectOption('last4');
    await dialog.getByLabel(/^4 số cuối/u).fill('2345');
    await dialog.getByLabel('Ngày sinh', { exact: true }).fill('2/9/1980');
    await find.click();
    await expect
      .poll(() => lastInput(fake)?.['by'])
      .toEqual({ kind: 'last4', idLast4: '2345', birthDate: '1980-09-02' });
    await dialog.getByRole('button', { name: 'Lưu yêu cầu' }).click();
    await page.getByText('Đã ghi yêu cầu.').waitFor();
    expect(lastInput(fake)).toMatchObject({ kind: 'see', personRef: null, correction: null });
  });

  it('DP42 is acknowledged, carried out after a question, or refused with a reason', async () => {
    const { fake, page } = await open();
    for (const name of ['acknowledge', 'carryOut', 'refuse'] as const)
      fake.on(`dataRequest:${name}`, () => done);
    await click(page, 'Đã báo nhận: yêu cầu 1');
    await page.getByText('Đã ghi là báo nhận.').waitFor();
    await click(page, 'Thực hiện: yêu cầu 1');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('bản sao lưu xóa trong đêm').waitFor();
    await dialog.getByRole('button', { name: 'Chưa thực hiện' }).click();
    await click(page, 'Thực hiện: yêu cầu 1');
    await dialog.getByRole('button', { name: 'Thực hiện', exact: true }).click();
    await page.getByText('Đã thực hiện và đóng yêu cầu.').waitFor();
    await click(page, 'Từ chối: yêu cầu 2');
    await dialog.getByLabel(/^Lý do/u).fill('Giấy tờ không khớp');
    await dialog.getByRole('button', { name: 'Từ chối' }).click();
    await page.getByText('Đã ghi lý do và đóng yêu cầu.').waitFor();
    expect(fake.heard.map(({ name, input }) => [name, input['dataRequestId']])).toEqual([
      ['dataRequest:acknowledge', 1],
      ['dataRequest:carryOut', 1],
      ['dataRequest:refuse', 2],
    ]);
  });

  it('DP43 the sheet shows everything kept, faces by their dates only, and is all that is printed', async () => {
    const { fake, page } = await open();
    fake.on('dataRequest:sheet', () => ({ ok: true, value: kept }));
    await click(page, 'Bản in dữ liệu: yêu cầu 3');
    const dialog = page.getByRole('dialog');
    for (const words of ['Nguyễn Thị Hồng Nhung', '02/09/1980', 'lập ngày 03/03/2026', 'A012 · Chứng thực'])
      await dialog.getByText(words).first().waitFor();
    expect(fake.heard.map(({ name }) => name)).toEqual(['dataRequest:sheet']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('body > .privacy-page').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Yêu cầu của người dân' }).isVisible()).toBe(false);
  });

  it('DP43 is not shown to nobody: what was refused is said', async () => {
    const { fake, page } = await open();
    fake.on('dataRequest:sheet', () => ({ ok: false, problem: refuse('unknownPerson') }));
    await click(page, 'Bản in dữ liệu: yêu cầu 3');
    await page.getByText('Không tìm thấy người này').waitFor();
  });

  it('DP44 a breach shows the hours left of 72, or how late it is, and grows until it is closed', async () => {
    const { fake, page } = await open({
      requests: [],
      breaches: [breach(2, {}), breach(1, { reportBy: Date.now() - 3.5 * hour })],
    });
    fake.on('breach:change', () => done);
    fake.on('breach:add', () => done);
    await page.getByText(/^Còn 70 giờ để thông báo/u).waitFor();
    await page.getByText(/^QUÁ HẠN thông báo 4 giờ/u).waitFor();
    await page.getByRole('button', { name: /^Đã thông báo: Sự cố 2/u }).click();
    await page.getByText('Đã lưu sự cố.').waitFor();
    expect(lastInput(fake)).toMatchObject({ breachId: 2, step: 'reported' });
    await click(page, 'Ghi sự cố');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Phát hiện ngày').fill('20/11/2026');
    await dialog.getByLabel('lúc', { exact: true }).fill('8h30');
    await dialog.getByLabel('Chuyện gì đã xảy ra').fill('Gửi nhầm danh sách');
    await dialog.getByLabel('Dữ liệu nào, của ai').fill('Họ tên, số điện thoại');
    await dialog.getByLabel(/^Số người/u).fill('25');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect
      .poll(() => lastInput(fake))
      .toMatchObject({ noticedAt: Date.parse('2026-11-20T01:30:00Z'), facts: { people: 25, measures: '' } });
    await page.getByRole('button', { name: /^In: Sự cố 1/u }).click();
    await page.getByRole('dialog').getByText('Phiếu ghi sự cố').first().waitFor();
  });

  it('DP45 the record of processing is one page, from what is set and kept, in either language', async () => {
    const { page } = await open({ breaches: [breach(1, {})] });
    await click(page, 'Xem và in');
    const dialog = page.getByRole('dialog');
    for (const words of [
      'Đang lưu 128 người, 391 mẫu khuôn mặt',
      'sự đồng ý, bản 2',
      'Mẫu khuôn mặt 365 ngày',
      'Bộ mô hình “recommended”',
      'Yêu cầu đang mở: 3, trong đó quá hạn: 1. Sự cố đã ghi: 1',
    ])
      await dialog.getByText(words).first().waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'English' }).click();
    await click(page, 'View and print');
    await dialog.getByText('128 people, 391 face templates').waitFor();
  });
});
