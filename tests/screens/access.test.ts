import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../shared/contract/views.ts';
import { launchBrowser } from '../browser.ts';
import { long } from '../long.ts';
import { graveFindings, lostWhenLarge, outOfReach } from './access.ts';
import { manage } from './displays/manageView.ts';
import { wellKnown } from './displays/officerPage.ts';
import { desk, server, tablet, tv } from './displays/page.ts';
import { call, counter, officer, ratingForm, setting, ticketIdOf, wall } from './displays/views.ts';
import type { FakeServer } from './fakeServer.ts';
import { button, openKiosk, startOffice } from './kiosk/kiosk.ts';
import { trackView, waitingBehind } from './track/view.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Size = { readonly width: number; readonly height: number };
const phone: Size = { width: 390, height: 844 };
/** What a page of this size has room for when it is shown twice as large. */
const twice = ({ width, height }: Size): Size => ({ width: width / 2, height: height / 2 });

const notice = { vi: 'Hôm nay làm việc đến 16:00.', en: 'Open until 16:00 today.' };
const a = call(7, 'A012', 3);
const asking = (): View<'counter'> =>
  counter(null, {
    rating: { ...ratingForm, ticketId: ticketIdOf(12), number: 'A012', until: Date.now() + 60_000 },
  });

/** A screen in one of its states: what it is shown, and what is touched on it. */
type State = {
  readonly path: string;
  readonly size: Size;
  readonly show: (fake: FakeServer) => void;
  readonly ready: string;
  readonly touch?: (page: Page) => Promise<void>;
};
const wallState = (view: View<'wall'>, ready: string): State => ({
  path: '/wall',
  size: tv,
  show: (fake) => fake.show('wall', view),
  ready,
});
const counterState = (view: () => View<'counter'>, ready: string, touch?: State['touch']): State => ({
  path: '/counter?counter=3',
  size: tablet,
  show: (fake) => fake.show('counter', view()),
  ready,
  ...(touch && { touch }),
});
const trackState = (state: View<'track'>['state'], ready: string, touch?: State['touch']): State => ({
  path: '/t/aToken-123',
  size: phone,
  show: (fake) => fake.show('track', trackView(state)),
  ready,
  ...(touch && { touch }),
});
const manageState = (tab: string, ready: string, touch?: State['touch']): State => ({
  path: `/manage#${tab}`,
  size: desk,
  show: (fake) => fake.show('manage', manage()),
  ready,
  ...(touch && { touch }),
});
const press =
  (name: string, then: string): NonNullable<State['touch']> =>
  async (page) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.getByText(then).first().waitFor();
  };

const visitors: Readonly<Record<string, State>> = {
  'the counter at rest': counterState(() => counter(null), 'Kính chào Ông/Bà'),
  'the counter calling': counterState(() => counter(a), 'Mời Ông/Bà vào quầy'),
  'the counter serving': counterState(() => counter({ ...a, state: 'serving' }), 'Đang phục vụ'),
  'the counter closed': counterState(() => counter(null, { officerName: null }), 'Quầy tạm nghỉ'),
  'the counter asking': counterState(asking, 'Ông/Bà có hài lòng không?'),
  'the counter asking why': counterState(asking, 'Bỏ qua', async (page) => {
    await page.getByRole('button', { name: 'Không hài lòng' }).click();
    await page.getByRole('button', { name: 'Phải đi lại nhiều lần' }).click();
  }),
  'the counter thanking': counterState(asking, 'Bỏ qua', async (page) => {
    await page.getByRole('button', { name: 'Rất hài lòng' }).click();
    await page.getByText('Cảm ơn Ông/Bà!').waitFor();
  }),
  'the phone waiting': trackState(waitingBehind(5), 'Còn 5 người'),
  'the phone near its turn': trackState(
    waitingBehind(1),
    'Còn 1 người',
    press('Tôi không cần số này nữa', 'Hủy số A012?'),
  ),
  'the phone called': trackState({ kind: 'called', counterNumber: 12, announcementId: 4 }, 'Quầy 12'),
  'the phone missed': trackState({ kind: 'missed' }, 'Số đã được gọi'),
  'the phone asking': trackState({ kind: 'done', rating: ratingForm }, 'Ông/Bà có hài lòng không?'),
  'the phone asking why': trackState(
    { kind: 'done', rating: ratingForm },
    'Ông/Bà có hài lòng không?',
    press('Không hài lòng', 'Điều gì chưa tốt?'),
  ),
  'the phone over': trackState({ kind: 'cancelled' }, 'Số này đã được hủy'),
};

const halls: Readonly<Record<string, State>> = {
  'the wall at rest': wallState(wall([]), 'Kính mời Ông/Bà ngồi chờ'),
  'the wall with calls': wallState(
    wall([a, call(6, 'B004', 2, { state: 'serving' })], { setting: { ...setting, notice } }),
    'Tại các quầy',
  ),
  'the wall to be paired': {
    ...wallState(wall([]), 'Ghép màn hình với máy chủ'),
    show: (fake) => fake.letIn(() => 'unpaired'),
  },
};

const staff: Readonly<Record<string, State>> = {
  'the officer at the log-in': {
    path: '/officer',
    size: desk,
    show: (fake) => fake.letIn(() => 'login'),
    ready: 'Đăng nhập',
  },
  'the officer with nobody': {
    path: '/officer',
    size: desk,
    show: (fake) => fake.show('officer', officer(null)),
    ready: 'Lê Thị Minh Châu',
  },
  'the officer with a visitor': {
    path: '/officer',
    size: desk,
    show: (fake) => fake.show('officer', officer(wellKnown)),
    ready: 'Nguyễn Thị Hồng Nhung',
  },
  'people in Manage': manageState('people', 'Cán bộ và quầy'),
  'hours in Manage': manageState('hours', 'Giờ lấy số'),
  'appointments in Manage': manageState('appointments', '915507'),
  'devices in Manage': manageState('devices', 'Máy lấy số cửa chính'),
  'walls in Manage': manageState('screens', 'Máy in của máy lấy số'),
  'the form of a wall in Manage': manageState('screens', 'Máy in của máy lấy số', async (page) => {
    await page.getByRole('button', { name: 'Thiết lập: Bảng sảnh tầng 1' }).click();
    await page.getByRole('dialog').getByText('Âm thanh').waitFor();
  }),
  'faces in Manage': manageState('faces', '128 người'),
  'what the office is made of in Manage': manageState('office', 'Máy lấy số hiện các lĩnh vực'),
  'personal data in Manage': manageState('privacy', 'Sổ sự cố dữ liệu'),
};

/** Opens a state in a window of its own, which is closed with it. */
async function inState(
  { path, size, show, ready, touch }: State,
  how: { readonly size?: Size; readonly colorScheme?: 'light' | 'dark' },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const fake = await server();
  show(fake);
  const context = await browser.newContext({
    viewport: how.size ?? size,
    colorScheme: how.colorScheme ?? 'light',
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  await page.goto(fake.url + path);
  await page.getByText(ready).filter({ visible: true }).first().waitFor();
  await touch?.(page);
  await look(page);
  await context.close();
}

describe('everybody can use', () => {
  it.each(Object.entries({ ...visitors, ...staff }))(
    'AX6 AX3 %s: everything is reached by keyboard, and axe finds nothing grave',
    async (_name, state) => {
      await inState(state, {}, async (page) => {
        expect(await outOfReach(page)).toEqual([]);
        expect(await graveFindings(page)).toEqual([]);
      });
    },
  );

  it.each(Object.entries(halls))('AX3 %s: axe finds nothing grave', async (_name, state) => {
    await inState(state, {}, async (page) => expect(await graveFindings(page)).toEqual([]));
  });

  it.runIf(long).each(Object.entries(visitors))(
    'AX4 %s, in the dark: axe finds nothing grave',
    async (_name, state) => {
      await inState(state, { colorScheme: 'dark' }, async (page) => {
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(ground).toBe('rgb(11, 20, 28)');
        expect(await graveFindings(page)).toEqual([]);
      });
    },
  );

  it.runIf(long).each(Object.entries(visitors))(
    'AX5 %s keeps all its text when twice as large',
    async (_name, state) => {
      await inState(state, { size: twice(state.size) }, async (page) =>
        expect(await lostWhenLarge(page)).toEqual([]),
      );
    },
  );

  it('AX3 the kiosk, from rest to the number: axe finds nothing grave', async () => {
    const page = await openKiosk(browser, await startOffice());
    const look = async (): Promise<void> => expect(await graveFindings(page)).toEqual([]);
    await button(page, 'Tôi có lịch hẹn').waitFor();
    await look();
    await button(page, /^Lấy số/u).click();
    await button(page, /^Hộ tịch/u).waitFor();
    await look();
    await button(page, /^Chứng thực/u).click();
    await page.getByText('A001').waitFor();
    await look();
  });
});
