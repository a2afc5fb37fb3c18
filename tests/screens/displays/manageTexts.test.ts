import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcedureDraft } from '../../../shared/contract/procedure.ts';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings, outOfReach } from '../access.ts';
import type { FakeServer } from '../fakeServer.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';
import { firstWording, procedures } from './textViews.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const done = { ok: true, value: {} } as const;

async function open(tab: string): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('manage', manage());
  fake.on('procedure:list', () => ({ ok: true, value: { rows: [...procedures] } }));
  fake.on('consent:versions', () => ({ ok: true, value: { versions: [firstWording] } }));
  return { fake, page: await openScreen(browser, `${fake.url}/manage#${tab}`, desk) };
}
const sent = (fake: FakeServer, name: string) =>
  fake.heard.filter((one) => one.name === name).map(({ input }) => input);

describe('the catalogue in Manage', () => {
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  });
  const draft: ProcedureDraft = {
    stamp: 3,
    added: [{ line: 2, name: 'Chứng thực di chúc' }],
    changed: [{ line: 3, name: 'Đăng ký khai sinh', columns: ['fee', 'papers'] }],
    retired: ['Chứng thực hợp đồng, giao dịch'],
    unchanged: 1,
    wrong: [],
  };

  it('TX50 is found by name without marks and by code, of one field, in use or not', async () => {
    const { page } = await open('procedures');
    const shown = (): Promise<string[]> => page.locator('.catalogue-table tbody b').allInnerTexts();
    await page.getByText('3 trong 4 thủ tục').waitFor();
    const search = page.getByLabel('Tìm theo tên hoặc mã');
    await search.fill('ban sao chung');
    await expect.poll(shown).toEqual(['Chứng thực bản sao từ bản chính']);
    await search.fill('1.0011');
    await expect.poll(shown).toEqual(['Đăng ký khai sinh']);
    await search.fill('hộ chiếu');
    await page.getByText('Không có thủ tục nào như vậy.').waitFor();
    await search.fill('');
    await page.getByLabel('Tình trạng').selectOption('Tất cả');
    await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption('Hộ tịch');
    await expect.poll(shown).toEqual(['Đăng ký khai sinh', 'Đăng ký lại việc tử']);
    await page.getByText('Chưa có tiếng Anh').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);
  });

  it('TX51 one is edited, with a second press doing nothing, and taken back', async () => {
    const { fake, page } = await open('procedures');
    fake.on('procedure:save', () => done);
    await page.getByRole('button', { name: 'Sửa: Chứng thực bản sao từ bản chính' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Nhận trước').inputValue()).toBe('15:00');
    await dialog.getByLabel('Thời hạn giải quyết').selectOption('Giờ làm việc');
    const save = dialog.getByRole('button', { name: 'Lưu' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Bao nhiêu').fill('4');
    await dialog.getByLabel('Thành phần hồ sơ').fill('Bản chính\n\n Căn cước ');
    expect(await graveFindings(page)).toEqual([]);
    await save.dblclick();
    await page.getByText('Đã lưu “Chứng thực bản sao từ bản chính”.').waitFor();
    const [saved, ...more] = sent(fake, 'procedure:save');
    expect(more).toEqual([]);
    expect(saved).toMatchObject({
      key: 'ct-ban-sao',
      revision: 1,
      setting: {
        limit: { kind: 'workingHours', n: 4 },
        papers: ['Bản chính', 'Căn cước'],
        fee: '2.000 đ/trang',
      },
    });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    expect(sent(fake, 'procedure:save').at(-1)).toMatchObject({
      revision: 2,
      setting: { limit: { kind: 'sameDay', cutoffMinute: 900 }, papers: ['Bản chính giấy tờ', 'Bản photo'] },
    });
  });

  it('TX52 what somebody else changed meanwhile is said, and what was typed stays; a cut line keeps it, too', async () => {
    const { fake, page } = await open('procedures');
    await page.getByRole('button', { name: 'Sửa: Đăng ký khai sinh' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Phí, lệ phí').fill('5.000 đ');
    fake.on('procedure:save', () => ({ ok: false, problem: refuse('procedureChanged') }));
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Thủ tục này vừa được người khác sửa.').waitFor();
    fake.cut();
    await expect.poll(() => dialog.getByRole('button', { name: 'Lưu' }).isDisabled()).toBe(true);
    expect(await dialog.getByLabel('Phí, lệ phí').inputValue()).toBe('5.000 đ');
    fake.back();
    fake.on('procedure:save', () => done);
    await expect.poll(() => dialog.getByRole('button', { name: 'Lưu' }).isEnabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // What another manager changes comes by itself.
    const renamed = procedures.map((one) => ({ ...one, fee: 'Thu phí mới' }));
    fake.on('procedure:list', () => ({ ok: true, value: { rows: renamed } }));
    fake.show('manage', manage({ catalogueStamp: 4 }));
    await page.getByText('Thu phí mới').first().waitFor();
  });

  it('TX53 is taken out of use and back again', async () => {
    const { fake, page } = await open('procedures');
    fake.on('procedure:setInUse', () => done);
    await page.getByRole('button', { name: 'Ngừng dùng: Đăng ký khai sinh' }).click();
    await page.getByText('Đã ngừng dùng “Đăng ký khai sinh”.').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    expect(sent(fake, 'procedure:setInUse')).toMatchObject([
      { key: 'ht-khai-sinh', inUse: false },
      { key: 'ht-khai-sinh', inUse: true },
    ]);
  });

  it('TX54 a file is looked at before it is written, and wrong lines are named; what cannot be read is said', async () => {
    const { fake, page } = await open('procedures');
    fake.on('procedure:check', () => ({ ok: true, value: draft }));
    fake.on('procedure:import', () => ({ ok: true, value: { added: 1, changed: 1, retired: 1 } }));
    await page.getByText('3 trong 4 thủ tục').waitFor();
    const input = page.getByRole('tabpanel', { name: 'Thủ tục' }).locator('input[type=file]');
    const csv = '\uFEFFLĩnh vực;Tên thủ tục;Thành phần hồ sơ\r\nA;Chứng thực di chúc;"Dự thảo\nCăn cước"\r\n';
    await page.getByLabel('Tệp này là toàn bộ danh mục').check();
    await input.setInputFiles(file('mới.csv', csv));
    await page.getByText('Ngừng dùng: 1').waitFor();
    await page.getByText('Đăng ký khai sinh (Phí, lệ phí, Thành phần hồ sơ)').waitFor();
    expect(sent(fake, 'procedure:import')).toEqual([]);
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi vào danh mục' }).dblclick();
    await page.getByText('Đã ghi: 1 thêm mới, 1 thay đổi, 1 ngừng dùng.').waitFor();
    const rows = [
      ['Lĩnh vực', 'Tên thủ tục', 'Thành phần hồ sơ'],
      ['A', 'Chứng thực di chúc', 'Dự thảo\nCăn cước'],
    ];
    expect(sent(fake, 'procedure:import')).toMatchObject([{ rows, whole: true, stamp: 3 }]);

    const wrong = [{ line: 4, column: 'limit', why: 'unreadable', found: 'vài ngày' }] as const;
    fake.on('procedure:check', () => ({ ok: true, value: { ...draft, wrong: [...wrong] } }));
    await input.setInputFiles(file('sai.csv', csv));
    await page.getByText('Dòng 4, cột “Thời hạn giải quyết”: không hiểu “vài ngày”').waitFor();
    expect(await page.getByRole('button', { name: 'Ghi vào danh mục' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
    for (const broken of [file('a.xlsx', 'PK'), file('b.json', '{"fields": 1}')]) {
      await input.setInputFiles(broken);
      await page.getByText('Không đọc được tệp này.').waitFor();
      await page.getByRole('button', { name: 'Đóng thông báo' }).click();
    }
  });

  it('TX55 is exported as tables and JSON, and what was exported is sent back as it was', async () => {
    const { fake, page } = await open('procedures');
    fake.on('procedure:check', () => ({
      ok: true,
      value: { ...draft, added: [], changed: [], retired: [] },
    }));
    await page.getByText('3 trong 4 thủ tục').waitFor();
    const input = page.getByRole('tabpanel', { name: 'Thủ tục' }).locator('input[type=file]');
    const saved = async (button: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return readFile(await download.path());
    };
    const files = { csv: 'Xuất CSV', xlsx: 'Xuất Excel', json: 'Xuất JSON' };
    for (const [kind, button] of Object.entries(files)) {
      const buffer = await saved(button);
      if (kind === 'xlsx') expect((await readSheet(buffer))[0]).toContain('Thời hạn giải quyết');
      await input.setInputFiles({ name: `lại.${kind}`, mimeType: 'application/octet-stream', buffer });
      await page.getByText('Tệp này không thay đổi gì.').waitFor();
    }
    const [csv, xlsx, json] = sent(fake, 'procedure:check').map(({ rows }) => rows as string[][]);
    expect(xlsx).toEqual(csv);
    expect(json).toEqual(csv);
    expect(csv?.[1]).toEqual([
      'ct-ban-sao',
      '2.000815',
      'Chứng thực',
      'Chứng thực bản sao từ bản chính',
      'Certified copy',
      'Trong ngày, nhận trước 15:00',
      '2.000 đ/trang',
      'Bản chính giấy tờ\nBản photo',
      'có',
      'có',
    ]);
  });
});

describe('priority in Manage', () => {
  it('TX56 says what the policy does to an example line while it is chosen, and sets it with a way back', async () => {
    const { fake, page } = await open('priority');
    fake.on('office:setRules', () => done);
    const line = (): Promise<string[]> => page.locator('.priority-line b').allInnerTexts();
    await expect.poll(async () => (await line()).slice(0, 3)).toEqual(['A001', 'A002', 'A005']);
    await page.getByLabel('Trong mấy lượt gọi có một lượt ưu tiên').fill('2');
    await page.getByText('1 số ưu tiên sau mỗi 1 số thường').waitFor();
    expect((await line()).slice(0, 3)).toEqual(['A001', 'A005', 'A002']);
    await page.getByText('Người thường bị vượt nhiều nhất: A004, nhường 3 lượt.').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    expect(sent(fake, 'office:setRules')).toMatchObject([
      { rules: { oneOfEvery: 2, maxCalls: 3 } },
      { rules: { oneOfEvery: 3, maxCalls: 3 } },
    ]);
  });

  it('TX57 classes are added, edited, moved and, after asking, removed; why one cannot be is said', async () => {
    const { fake, page } = await open('priority');
    for (const name of ['priority:save', 'priority:order'] as const) fake.on(name, () => done);
    fake.on('priority:remove', () => ({ ok: false, problem: refuse('priorityInUse') }));
    await page.getByRole('button', { name: 'Thêm diện ưu tiên' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên diện ưu tiên (tiếng Việt)').fill('Cựu chiến binh');
    expect(await dialog.getByRole('button', { name: 'Lưu' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Tên diện ưu tiên (tiếng Anh)').fill('Veteran');
    await dialog.getByLabel('Máy lấy số cho người dân tự khai').uncheck();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu diện “Cựu chiến binh”.').waitFor();
    await page.getByRole('button', { name: 'Đưa lên: Trường hợp khẩn cấp' }).click();
    await expect.poll(() => sent(fake, 'priority:order')).toHaveLength(1);
    expect(sent(fake, 'priority:save')).toMatchObject([
      { code: null, setting: { name: { vi: 'Cựu chiến binh', en: 'Veteran' }, asked: false } },
    ]);
    expect(sent(fake, 'priority:order')).toMatchObject([{ codes: ['DISABLED', 'URGENT', 'PREGNANT'] }]);
    await page.getByRole('button', { name: 'Xóa: Người khuyết tật' }).click();
    expect(sent(fake, 'priority:remove')).toEqual([]);
    await dialog.getByRole('button', { name: 'Xóa' }).click();
    await dialog.getByText('Đang có số chờ thuộc diện này.').waitFor();
  });
});

describe('words on screens in Manage', () => {
  it('TX58 are seen as they will be shown while they are typed, without English that is said; saved, undone, reset', async () => {
    const { fake, page } = await open('texts');
    fake.on('text:set', () => done);
    const vi = page.getByLabel('Lời chào ở máy lấy số: Tiếng Việt');
    await vi.fill('Kính chào <b>Ông/Bà</b>');
    const kiosks = page.locator('.text-kiosk strong');
    await expect
      .poll(() => kiosks.allInnerTexts())
      .toEqual(['Kính chào <b>Ông/Bà</b>', 'Please take a number']);
    await page
      .getByText('Chưa có tiếng Anh: ai chọn tiếng Anh sẽ thấy câu có sẵn “Please take a number”.')
      .waitFor();
    await page.getByLabel('Đầu phiếu số: Tiếng Việt').fill('Số 2 đường Chu Văn An');
    const paper = page.getByRole('img', { name: /Số 2 đường Chu Văn An/u });
    await expect.poll(() => paper.count()).toBe(2);
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Thủ tục' }).click();
    await page.getByRole('tab', { name: 'Lời trên màn hình' }).click();
    expect(await vi.inputValue()).toBe('Kính chào <b>Ông/Bà</b>');
    await page.getByRole('button', { name: 'Lưu: Lời chào ở máy lấy số' }).click();
    await page.getByText('Đã lưu “Lời chào ở máy lấy số”.').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    // What is typed elsewhere has stayed.
    expect(await paper.count()).toBe(2);
    const wording = { vi: 'Kính chào <b>Ông/Bà</b>', en: '' };
    expect(sent(fake, 'text:set')).toMatchObject([
      { text: { key: 'kioskWelcome', wording } },
      { text: { key: 'kioskWelcome', wording: null } },
    ]);
  });

  it('TX59 the walls’ notice is set where the walls are set, and wants both languages', async () => {
    const { fake, page } = await open('texts');
    fake.on('wall:setUp', () => done);
    await page.getByLabel('Dòng thông báo trên bảng gọi số: Tiếng Việt').fill('Mai nghỉ lễ');
    await page.getByText('Hãy ghi cả tiếng Việt và tiếng Anh').waitFor();
    const save = page.getByRole('button', { name: 'Lưu: Dòng thông báo trên bảng gọi số' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel('Dòng thông báo trên bảng gọi số: Tiếng Anh').fill('Closed tomorrow');
    await save.click();
    await page.getByText('Đã lưu “Dòng thông báo trên bảng gọi số”.').waitFor();
    const { walls } = manage();
    expect(sent(fake, 'wall:setUp')).toMatchObject([
      {
        deviceId: null,
        setting: { ...walls[0]?.setting, notice: { vi: 'Mai nghỉ lễ', en: 'Closed tomorrow' } },
      },
    ]);
  });
});

describe('the consent in Manage', () => {
  it('TX60 a new wording says how many are asked again before it is used, once; older ones can be read', async () => {
    const { fake, page } = await open('consent');
    fake.on('consent:reword', () => done);
    const body = page.getByLabel('Nội dung (tiếng Việt)');
    await body.fill('Không bắt buộc.\nKhông lưu ảnh, chỉ lưu mẫu.');
    await page.locator('.consent-kiosk').getByText('Không lưu ảnh, chỉ lưu mẫu.').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dùng bản này…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('128 người đang có đăng ký sẽ được hỏi lại').waitFor();
    expect(sent(fake, 'consent:reword')).toEqual([]);
    await dialog.getByRole('button', { name: 'Dùng bản này' }).dblclick();
    await page.getByText('Đã dùng nội dung mới ở mọi máy lấy số.').waitFor();
    expect(sent(fake, 'consent:reword')).toMatchObject([
      {
        replaces: '2',
        wording: {
          title: firstWording.title,
          body: { vi: ['Không bắt buộc.', 'Không lưu ảnh, chỉ lưu mẫu.'], en: firstWording.body.en },
        },
      },
    ]);
    await page.getByText('140 lượt đồng ý, 120 người vẫn còn hiệu lực').waitFor();
    await page.getByRole('button', { name: 'Đọc bản 2' }).click();
    await dialog.getByText('No photo is kept.').waitFor();
  });

  it('TX61 what does not fit on the kiosk is said; another manager’s new wording stops what is being edited', async () => {
    const { fake, page } = await open('consent');
    const body = page.getByLabel('Nội dung (tiếng Việt)');
    const long = Array.from({ length: 8 }, () =>
      'Dữ liệu khuôn mặt là dữ liệu cá nhân nhạy cảm. '.repeat(12),
    );
    await body.fill(long.join('\n'));
    await page.getByText('Dài hơn màn hình máy lấy số').waitFor();
    await body.fill(`${long.join('\n')}\nThừa một đoạn.`);
    await page.getByText('hoặc nhiều quá 8 đoạn').waitFor();
    const use = page.getByRole('button', { name: 'Dùng bản này…' });
    expect(await use.isDisabled()).toBe(true);
    await body.fill('Ngắn gọn.');
    await expect.poll(() => use.isEnabled()).toBe(true);
    const theirs = {
      ...firstWording,
      version: '2.1',
      madeAt: Date.UTC(2026, 10, 23),
      agreed: 0,
      standing: 0,
    };
    fake.on('consent:versions', () => ({ ok: true, value: { versions: [theirs, firstWording] } }));
    const { privacy } = manage();
    fake.show(
      'manage',
      manage({ privacy: { ...privacy, record: { ...privacy.record, consentVersion: '2.1' } } }),
    );
    await page.getByText('Người khác vừa thay bản đang dùng (2.1).').waitFor();
    expect(await use.isDisabled()).toBe(true);
    expect(await body.inputValue()).toBe('Ngắn gọn.');
    await page.getByRole('button', { name: 'Bỏ phần đang sửa' }).click();
    await page.getByText('từ 23/11/2026').waitFor();
    expect(await body.inputValue()).toBe(firstWording.body.vi.join('\n'));
  });
});
