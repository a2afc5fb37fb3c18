import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import type { View } from '../../../shared/contract/views.ts';
import { launchBrowser } from '../../browser.ts';
import {
  answeringServer,
  atDesk,
  button,
  called,
  done,
  free,
  inDialog,
  names,
  openConsole,
  pause,
  serving,
  wellKnown,
  workingServer,
} from './officerPage.ts';
import { deskTicket, deskWith, officer, ticketIdOf } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ticketId = called.id;
const usual = { result: 'completed', procedures: [], dossierCodes: [] };
const onBreak = { since: Date.now() - 60_000, until: null };
const undo = { ticketId: ticketIdOf(11), number: 'A011', until: Date.now() + 3_600_000 };

/** The request, its key, what is shown, the button, and what the request carries. */
const oneStep: [string, string, View<'officer'>, string, object][] = [
  ['ticket:callNext', 'n', officer(null), 'Gọi số tiếp theo', {}],
  ['ticket:start', 's', officer(called), 'Bắt đầu phục vụ', { ticketId }],
  ['ticket:recall', 'r', officer(called), 'Gọi lại', { ticketId }],
  ['ticket:miss', 'v', officer(called), 'Không có mặt', { ticketId }],
  ['ticket:return', 't', officer(called), 'Trả về hàng chờ', { ticketId }],
  ['ticket:reprint', 'i', officer(called), 'In lại phiếu', { ticketId }],
  ['ticket:finish', 'n', officer(serving), 'Xong và gọi tiếp', { ticketId, outcome: usual, callNext: true }],
  ['ticket:finish', 'f', officer(serving), 'Xong', { ticketId, outcome: usual, callNext: false }],
  ['ticket:park', 'g', officer(serving), 'Tạm gác', { ticketId }],
  [
    'ticket:undoFinish',
    'z',
    officer(null, { desk: deskWith(null, { undo }) }),
    'Hoàn tác',
    { ticketId: undo.ticketId },
  ],
  ['desk:resume', 'b', officer(null, { desk: deskWith(null, { onBreak }) }), 'Làm việc lại', {}],
  ['desk:leave', 'q', officer(null), 'Đổi quầy', {}],
];

describe('the visitor at the desk', () => {
  it.each(oneStep)(
    'OC17 %s by mouse, by its key %s and by Enter',
    async (request, key, view, name, input) => {
      const fake = await answeringServer(view);
      const page = await openConsole(browser, fake);
      const at = button(page, name);
      await at.waitFor();
      expect(await at.getAttribute('aria-keyshortcuts')).toBe(key.toUpperCase());
      expect(await at.locator('kbd').textContent()).toBe(key.toUpperCase());
      const ways = [
        () => at.click(),
        () => page.keyboard.press(key),
        async () => {
          await at.focus();
          await page.keyboard.press('Enter');
        },
      ];
      for (const [index, press] of ways.entries()) {
        await at.and(page.locator(':not([aria-disabled])')).waitFor();
        await press();
        await expect.poll(() => fake.heard.length).toBe(index + 1);
        if (request !== 'ticket:reprint') continue;
        await page.getByRole('dialog').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      for (const heard of fake.heard) {
        const { requestId: _id, ...rest } = heard.input;
        expect({ name: heard.name, input: rest }).toEqual({ name: request, input });
      }
      expect(new Set(fake.heard.map((heard) => heard.input['requestId'])).size).toBe(3);
    },
  );

  it('OC18 visits go by three keys each: call, start, finish and call next', async () => {
    const fake = await workingServer();
    const page = await openConsole(browser, fake);
    await free(page).waitFor();
    await page.keyboard.press('n');
    await atDesk(page, 'A012').waitFor();
    await page.keyboard.press('s');
    await atDesk(page, 'Đang phục vụ').waitFor();
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    await page.keyboard.press('n');
    await atDesk(page, 'A013').waitFor();
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    await page.keyboard.press('s');
    await atDesk(page, 'Đang phục vụ').waitFor();
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    await page.keyboard.press('f');
    await free(page).waitFor();
    expect(names(fake)).toEqual([
      'ticket:callNext',
      'ticket:start',
      'ticket:finish',
      'ticket:start',
      'ticket:finish',
    ]);
  });

  it('S30 only what applies has a button', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    const bar = (): Promise<string[]> =>
      page.locator('.action-bar button .mantine-Button-label').allTextContents();
    for (const [view, offered] of [
      [officer(null), ['Gọi số tiếp theo']],
      [
        officer(called),
        ['Bắt đầu phục vụ', 'Gọi lại', 'Không có mặt', 'Trả về hàng chờ', 'Chuyển', 'Hủy số'],
      ],
      [officer(serving), ['Xong và gọi tiếp', 'Xong', 'Tạm gác', 'Chuyển']],
      [officer(null, { desk: deskWith(null, { onBreak }) }), ['Làm việc lại']],
    ] as const) {
      fake.show('officer', view);
      await expect.poll(bar).toEqual(offered);
    }
    // Keys of other states do nothing.
    for (const key of ['s', 'r', 'v', 't', 'f', 'g', 'z', 'c', 'h'])
      await page.keyboard.press(key, { delay: 70 });
    await pause(200);
    expect(names(fake)).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('S36 shows everything known of a visitor', async () => {
    const fake = await answeringServer(officer({ ...wellKnown, since: Date.now() - 185_000 }));
    const page = await openConsole(browser, fake);
    const at = page.locator('.at-desk');
    await page.getByRole('heading', { name: 'Nguyễn Thị Hồng Nhung' }).waitFor();
    for (const text of [
      'Nhận diện bằng khuôn mặt: hãy đối chiếu giấy tờ',
      'Đã đến 4 lần',
      'Người từ đủ 80 tuổi · tự khai',
      'Vắng 1/3 lần',
      'gồm 5:10 trước đó',
      'Hộ tịch',
      'Đất đai',
      'Thiếu bản gốc giấy khai sinh.',
      '02/11/2026 · A031 · Đã giải quyết',
      'Đăng ký khai sinh',
      'không thực hiện',
    ])
      await at.getByText(text).first().waitFor();
    // 185 s now and 310 s before.
    expect(await page.getByRole('timer').textContent()).toMatch(/^8:\d\d phục vụ$/u);
    fake.show('officer', officer(called));
    await at.getByText('Người dân lấy số không qua nhận diện').waitFor();
    await at.getByText('Đã gọi 1 lần').waitFor();
    expect(await at.getByText('Nhận diện bằng khuôn mặt').count()).toBe(0);
  });

  it('S36 times are the server’s', async () => {
    const fake = await answeringServer();
    fake.shiftClock(3_600_000);
    fake.show('officer', officer(deskTicket(12, 'A012', { since: Date.now() + 3_600_000 - 83_000 })));
    const page = await openConsole(browser, fake);
    await atDesk(page, 'A012').waitFor();
    await expect.poll(() => page.getByRole('timer').textContent()).toMatch(/^1:2[3-9] từ lúc gọi$/u);
  });

  it('OC9 a free desk shows who is likely next, who waits in the office, and whether numbers are given', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    const at = page.locator('.at-desk');
    await at.getByText('Tiếp theo trong hàng: A014 Chứng thực · Chờ 40 phút').waitFor();
    await at.getByText('Đang phát số đến 11:30').waitFor();
    expect(await page.locator('.fields-waiting li').count()).toBe(10);
    const message = { vi: 'Máy hết giấy', en: 'Out of paper' };
    for (const [opening, short, whole] of [
      [{ kind: 'locked', message }, 'Máy lấy số đang khóa', 'Máy lấy số đang khóa: Máy hết giấy'],
      [
        {
          kind: 'closed',
          opensAt: Date.UTC(2030, 0, 2, 0, 30),
          holiday: { vi: 'Tết Dương lịch', en: 'New Year' },
        },
        'Đang ngừng phát số',
        'Ngừng phát số, mở lại 07:30 02/01/2030 (Tết Dương lịch)',
      ],
    ] as const) {
      fake.show('officer', officer(null, { opening }));
      await page.locator('.staff-header').getByText(short, { exact: true }).waitFor();
      await at.getByText(whole, { exact: true }).waitFor();
    }
  });

  it('OC19 who is at the desk is told to screen readers in one sentence, and is the window’s title', async () => {
    const fake = await answeringServer(officer(called));
    const page = await openConsole(browser, fake);
    await page.getByRole('status').getByText('Đang gọi số A012, Chứng thực').waitFor();
    await expect.poll(() => page.title()).toBe('A012 · Quầy 3');
    fake.show('officer', officer(null));
    await page.getByRole('status').getByText('Quầy đang trống').waitFor();
    await expect.poll(() => page.title()).toBe('7 người chờ · Quầy 3');
    fake.show('officer', officer(null, { line: [] }));
    await expect.poll(() => page.title()).toBe('Quầy 3');
  });

  it('S37 says why something was not done, and what became of a no-show', async () => {
    const fake = await workingServer();
    fake.on('ticket:callNext', () => ({ ok: false, problem: refuse('nobodyWaiting') }));
    const page = await openConsole(browser, fake);
    await free(page).waitFor();
    const before = await button(page, 'Gọi số tiếp theo').boundingBox();
    await page.keyboard.press('n');
    await page.getByRole('alert').getByText('Chưa có ai chờ ở quầy này.').waitFor();
    // A message moves no button.
    expect(await button(page, 'Gọi số tiếp theo').boundingBox()).toEqual(before);
    fake.show('officer', officer(called));
    await atDesk(page, 'A012').waitFor();
    await page.keyboard.press('v');
    await page.getByRole('alert').getByText('A012 không có mặt. Có thể gọi lại sau 5 phút.').waitFor();
    await button(page, 'Đóng thông báo').click();
    expect(await page.getByText('A012 không có mặt').count()).toBe(0);
    fake.on('ticket:miss', () => ({ ok: true, value: { state: 'missed' } }));
    fake.show('officer', officer(called));
    await atDesk(page, 'A012').waitFor();
    await button(page, 'Không có mặt').click();
    await page.getByRole('alert').getByText('đã ra khỏi hàng chờ').waitFor();
  });

  it('OC2 a finished service can be taken back while its seconds run, with what was recorded', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await page.getByRole('radio', { name: 'Cần bổ sung' }).check();
    fake.on('ticket:finish', () => {
      const until = Date.now() + 5_000;
      fake.show(
        'officer',
        officer(null, { desk: deskWith(null, { undo: { ...undo, ticketId, number: 'A012', until } }) }),
      );
      return { ok: true, value: { next: null, papers: [] } };
    });
    fake.on('ticket:undoFinish', () => {
      fake.show('officer', officer(serving));
      return done;
    });
    await button(page, 'Xong').click();
    await page.getByText('Đã xong số A012').waitFor();
    await page.getByText(/^còn [1-5] giây$/u).waitFor();
    await page.keyboard.press('z');
    await atDesk(page, 'Đang phục vụ').waitFor();
    expect(await page.getByRole('radio', { name: 'Cần bổ sung' }).isChecked()).toBe(true);
    // Once more, and this time the seconds run out.
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    await page.keyboard.press('f');
    await button(page, 'Hoàn tác').waitFor();
    await button(page, 'Hoàn tác').waitFor({ state: 'detached', timeout: 9_000 });
  });

  it('OC3 nobody leaves the desk while a visitor is held, and is told why', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    for (const name of ['Tạm nghỉ', 'Đổi quầy']) {
      await button(page, name).click();
      await page.getByRole('alert').getByText('Đang có số A012 ở quầy').waitFor();
      await button(page, 'Đóng thông báo').click();
    }
    await page.keyboard.press('b');
    await page.getByRole('alert').getByText('Đang có số A012 ở quầy').waitFor();
    expect(names(fake)).toEqual([]);
  });

  it('OC20 a break is of some length or open, and says so', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    for (const [index, [name, minutes]] of (
      [
        ['15 phút', 15],
        ['30 phút', 30],
        ['60 phút', 60],
        ['Chưa rõ', null],
      ] as const
    ).entries()) {
      await page.keyboard.press('b');
      await inDialog(page, name).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const heard = fake.heard[index];
      expect(heard?.name).toBe('desk:break');
      const until = heard?.input['until'] as number | null;
      if (minutes === null) expect(until).toBeNull();
      else expect(Math.abs((until ?? 0) - Date.now() - minutes * 60_000)).toBeLessThan(20_000);
    }
    const until = Date.now() + 600_000;
    fake.show(
      'officer',
      officer(null, { desk: deskWith(null, { onBreak: { since: Date.now() - 125_000, until } }) }),
    );
    await page.getByRole('heading', { name: 'Quầy đang tạm nghỉ' }).waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^2:\d\d từ \d\d:\d\d$/u);
    await page.getByText('Dự kiến làm việc lại lúc').waitFor();
  });
});
