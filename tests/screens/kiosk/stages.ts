import type { Page } from 'playwright-core';
import { refuse } from '../../../shared/contract/problems.ts';
import type { KeptData } from '../../../shared/contract/views/privacy.ts';
import type { IsoDay } from '../../../shared/domain/ids.ts';
import type { FakeServer } from '../fakeServer.ts';
import { ownLetters } from '../letters.ts';
import { askedFor, comeUp, readCard, run, see } from './fakeVision.ts';
import { button, kioskView, ticket } from './kiosk.ts';
import { asking, card, expected, known } from './people.ts';

/** The sample office with fields that have few numbers or none. */
export const fewLeft = {
  ...kioskView,
  fields: kioskView.fields.map((field, place) => ({ ...field, left: [null, 0, 3, 10][place] ?? null })),
};

/** What is kept of a visitor who was born on 2/9/1980. */
export const kept: KeptData = {
  name: 'Nguyễn Thị Hồng Nhung',
  birthYear: 1980,
  birthDate: '1980-09-02' as IsoDay,
  idLast4: '2345',
  factsFrom: 'card',
  registeredAt: Date.UTC(2026, 2, 3, 2),
  templates: [
    { modelId: 'embedded', madeAt: Date.UTC(2026, 2, 3, 2) },
    { modelId: 'embedded', madeAt: Date.UTC(2026, 5, 9, 2) },
  ],
  visits: [],
  visitCount: 7,
  consents: [
    { version: 'v2', language: 'vi', agreedAt: Date.UTC(2026, 2, 3, 2), withdrawnAt: null, current: false },
  ],
  appointments: [],
  requests: [],
};

export type Way = (page: Page, server: FakeServer) => Promise<void>;
const unknown = (server: FakeServer): void =>
  server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
const fields: Way = async (page, server) => {
  unknown(server);
  await comeUp(page);
  await button(page, /Đăng ký khuôn mặt/u).waitFor();
};
/** Somebody whose card nobody has registered, with a doubt about it. */
const newcomer: Way = async (page, server) => {
  server.on('visitor:showCard', () => ({ ok: true, value: { kind: 'unknown' } }));
  await button(page, 'Dùng thẻ căn cước').click();
  await page.getByText('Mời Ông/Bà đưa thẻ').waitFor();
  await readCard(page, { ok: true, value: { ...card, doubts: ['sex'] } });
  await button(page, /Đăng ký thẻ/u).waitFor();
};
const byCard: Way = async (page, server) => {
  await newcomer(page, server);
  await button(page, /Đăng ký thẻ/u).click();
  await button(page, /Đồng ý đăng ký/u).waitFor();
};
const year: Way = async (page, server) => {
  await fields(page, server);
  await button(page, /Đăng ký khuôn mặt/u).click();
  await button(page, /Đồng ý đăng ký/u).click();
  await button(page, /Bỏ qua, không ghi tên/u).click();
  await page.getByText('Năm sinh của Ông/Bà').waitFor();
};

/** How to come to each screen. `tall`: its choices need more than the lower two thirds. */
export const screens: Readonly<Record<string, { readonly way: Way; readonly tall?: true }>> = {
  attract: { way: (page) => button(page, 'Tôi có lịch hẹn').waitFor() },
  help: { way: (page) => button(page, 'Hỗ trợ').click() },
  look: {
    way: async (page) => {
      await askedFor(page, 'rest');
      await see(page);
      await askedFor(page, 'identify');
      await see(page, { hint: 'comeCloser', progress: 0.3 });
    },
  },
  card: {
    way: async (page) => {
      await button(page, 'Dùng thẻ căn cước').click();
      await page.getByText('Mời Ông/Bà đưa thẻ').waitFor();
    },
  },
  'another code than a card’s': {
    way: async (page) => {
      await button(page, 'Dùng thẻ căn cước').click();
      await page.getByText('Mời Ông/Bà đưa thẻ').waitFor();
      await readCard(page, { ok: false, error: 'notCard' });
      await page.getByText('không phải mã trên thẻ').waitFor();
    },
  },
  'fields of a newcomer': { way: newcomer, tall: true },
  'consent by card': { way: byCard },
  'facts of a card': {
    way: async (page, server) => {
      await byCard(page, server);
      await button(page, /Đồng ý đăng ký/u).click();
      await page.getByText('02/09/1990').waitFor();
    },
  },
  name: {
    way: async (page, server) => {
      await fields(page, server);
      await button(page, /Đăng ký khuôn mặt/u).click();
      await button(page, /Đồng ý đăng ký/u).click();
      await button(page, 'Lấy từ thẻ căn cước').waitFor();
    },
    tall: true,
  },
  turn: {
    way: async (page, server) => {
      server.on('visitor:identify', () => ({ ok: true, value: expected }));
      await comeUp(page, 'unclear');
      await askedFor(page, 'turn');
      await see(page, { progress: 0.4 });
    },
  },
  question: {
    way: async (page, server) => {
      server.on('visitor:identify', () => ({ ok: true, value: asking }));
      await comeUp(page);
      await button(page, '1971').waitFor();
    },
  },
  'greeting with an appointment': {
    way: async (page, server) => {
      server.on('visitor:identify', () => ({ ok: true, value: expected }));
      await comeUp(page);
      await page.getByText('Ông/Bà có lịch hẹn lúc 09:30').waitFor();
    },
  },
  fields: { way: fields, tall: true },
  priority: {
    way: async (page, server) => {
      await fields(page, server);
      await button(page, 'Tôi thuộc diện ưu tiên').click();
    },
  },
  'fields with priority': {
    way: async (page, server) => {
      await fields(page, server);
      await button(page, 'Tôi thuộc diện ưu tiên').click();
      await button(page, /Phụ nữ mang thai/u).click();
      await page.getByText('Ưu tiên: Phụ nữ mang thai').waitFor();
    },
    tall: true,
  },
  'several fields': {
    way: async (page, server) => {
      await fields(page, server);
      await button(page, 'Làm nhiều lĩnh vực').click();
      for (const name of [/^Đất đai/u, /^Cư trú/u, /^Bảo trợ/u]) await button(page, name).click();
    },
    tall: true,
  },
  'number of several fields': {
    way: async (page) => {
      await button(page, /^Lấy số/u).click();
      await button(page, 'Làm nhiều lĩnh vực').click();
      for (const name of [/^Bảo trợ/u, /^Đất đai/u, /^Cư trú/u, /^Văn hóa/u, /^Đăng ký hộ/u])
        await button(page, name).click();
      await button(page, /Lấy một số cho 5/u).click();
      await page.getByText('A001').waitFor();
    },
  },
  'number of an appointment': {
    way: async (page, server) => {
      const at = Date.UTC(2026, 10, 23, 2, 30);
      server.on('appointment:checkIn', () => ({
        ok: true,
        value: { ...ticket(3, 'C004'), appointmentAt: at },
      }));
      await button(page, 'Tôi có lịch hẹn').click();
      await page.waitForTimeout(400);
      await page.keyboard.type('1234');
      await button(page, 'Lấy số').click();
      await page.getByText('C004').waitFor();
    },
  },
  'wrong code': {
    way: async (page, server) => {
      server.on('appointment:checkIn', () => ({ ok: false, problem: refuse('unknownAppointment') }));
      await button(page, 'Tôi có lịch hẹn').click();
      await page.waitForTimeout(400);
      await page.keyboard.type('12345678');
      await page.keyboard.press('Enter');
      await page.getByText('Không thấy lịch hẹn').waitFor();
    },
  },
  'birth year': {
    way: async (page, server) => {
      await year(page, server);
      await page.waitForTimeout(400);
      await page.keyboard.type('1975');
    },
  },
  enrolling: {
    way: async (page, server) => {
      await year(page, server);
      await page.waitForTimeout(400);
      await page.keyboard.type('1975');
      await button(page, 'Tiếp tục').click();
      await askedFor(page, 'enrol');
      await see(page, { wanted: 'left', progress: 0.5 });
    },
  },
  greeting: {
    way: async (page, server) => {
      server.on('visitor:identify', () => ({ ok: true, value: known }));
      await comeUp(page);
      await page.getByText(known.maskedName).waitFor();
    },
  },
  'fields of somebody known': {
    way: async (page, server) => {
      server.on('visitor:identify', () => ({ ok: true, value: known }));
      await comeUp(page);
      await button(page, 'Chọn lĩnh vực khác').click();
      await page.getByText('làm thủ tục gì').waitFor();
    },
    tall: true,
  },
  'what is kept': {
    way: async (page, server) => {
      server.on('visitor:identify', () => ({ ok: true, value: known }));
      server.on('mine:prove', () => ({
        ok: true,
        value: { kind: 'proven', mineRef: 'a-sealed-reference-to-what-is-kept' },
      }));
      server.on('mine:show', () => ({ ok: true, value: kept }));
      await button(page, 'Dữ liệu của tôi').click();
      await askedFor(page, 'identify');
      await run(page);
      await page.getByText('Ngày sinh của Ông/Bà').waitFor();
      await page.locator('main:not([inert])').waitFor();
      await page.keyboard.type('02091980');
      await button(page, 'Mở dữ liệu của tôi').click();
      await page.getByText('Dữ liệu đang lưu về Ông/Bà').waitFor();
    },
  },
  'consent once more': {
    way: async (page, server) => {
      server.on('visitor:identify', () => ({ ok: true, value: { ...known, asksConsent: true } }));
      await comeUp(page);
      await page.getByText('Nội dung đồng ý đã thay đổi').waitFor();
    },
  },
  problem: {
    way: async (page, server) => {
      server.on('ticket:issue', () => ({ ok: false, problem: { kind: 'bug', id: 'x' } }));
      await button(page, /^Lấy số/u).click();
      await button(page, /^Chứng thực/u).click();
      await page.getByText('Chưa lấy được số').waitFor();
    },
  },
  closed: {
    way: async (page, server) => {
      const holiday = { vi: 'Quốc khánh', en: 'National Day' };
      const opensAt = Date.UTC(2026, 10, 25, 1, 0);
      server.show('kiosk', { ...kioskView, opening: { kind: 'closed', opensAt, holiday } });
      await page.getByText('Hiện ngoài giờ lấy số').waitFor();
    },
  },
  locked: {
    way: async (page, server) => {
      const message = { vi: 'Mời Ông/Bà lấy số tại bàn hướng dẫn. '.repeat(6).trim(), en: 'At the desk.' };
      server.show('kiosk', { ...kioskView, opening: { kind: 'locked', message } });
      await page.getByText('Máy đang tạm ngừng phát số').waitFor();
    },
  },
  refused: {
    way: async (page, server) => {
      server.on('ticket:issue', () => ({ ok: false, problem: refuse('visitorLimit', { number: 'B007' }) }));
      await button(page, /^Lấy số/u).click();
      await button(page, /^Chứng thực/u).click();
      await page.getByText('Ông/Bà đã lấy số B007').waitFor();
    },
  },
};

/** What is wrong with the screen that is shown, in words. */
export async function faults(page: Page, smallest = 28): Promise<string[]> {
  await ownLetters(page);
  return page.evaluate((least) => {
    const found: string[] = [];
    const name = (element: Element): string => `${element.className} “${element.textContent.slice(0, 30)}”`;
    const height = window.innerHeight;
    const foot = document.querySelector('footer')?.getBoundingClientRect().top ?? height;
    for (const one of document.querySelectorAll('button')) {
      const box = one.getBoundingClientRect();
      if ((one.textContent || (one.getAttribute('aria-label') ?? '')).trim() === '')
        found.push(`no name: ${one.className}`);
      if (Math.min(box.width, box.height) < 63.5) found.push(`too small: ${name(one)}`);
      if (box.bottom > height || box.right > window.innerWidth || box.left < 0)
        found.push(`outside: ${name(one)}`);
      if (one.closest('main') !== null && box.bottom > foot + 1) found.push(`under the footer: ${name(one)}`);
    }
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      const speaks = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (speaks && parseFloat(getComputedStyle(element).fontSize) < least)
        found.push(`too small to read: ${name(element)}`);
      if (
        speaks &&
        element.getBoundingClientRect().bottom > (element.closest('main') === null ? height : foot + 1)
      )
        found.push(`cut off: ${name(element)}`);
    }
    for (const box of document.querySelectorAll('.tile, .class, .choice, .quiet, .ticket'))
      if (box.scrollHeight - box.clientHeight > 1 || box.scrollWidth - box.clientWidth > 1)
        found.push(`overflows: ${name(box)}`);
    if (document.querySelectorAll('h1').length !== 1) found.push('not one heading');
    return found;
  }, smallest);
}

/** The highest of what can be chosen, as a share of the screen's height. */
export const firstChoice = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const tops = [...document.querySelectorAll('main button')].map((one) => one.getBoundingClientRect().top);
    return Math.min(1, ...tops.map((top) => top / window.innerHeight));
  });

/** Switches ways of help on, wherever the visit is, as a visitor does. */
export async function helpBy(page: Page, ...names: readonly (keyof typeof helpNames)[]): Promise<void> {
  if ((await page.locator('main.screen-help').count()) === 0) await button(page, 'Hỗ trợ').click();
  for (const name of names) await button(page, helpNames[name]).click();
  // With sound on the visit goes on at once.
  if (!names.includes('sound')) await button(page, 'Tiếp tục').click();
  await page.locator('main.screen-help').waitFor({ state: 'detached' });
  await page.locator('main:not([inert])').waitFor();
}

const helpNames = {
  low: /^Đưa nút xuống thấp/u,
  large: /^Chữ to/u,
  contrast: /^Màu tương phản/u,
  sound: /^Nghe hướng dẫn/u,
} as const;

/** 40 cm of the height of a kiosk of 43 inches, upright and on its side: see `kiosk/renderer/help/low.css`. */
export const withinReach = { portrait: 0.42, landscape: 0.748 } as const;

/** What can be chosen and lies higher than this share of the screen's height. */
export const outOfReach = (page: Page, share: number): Promise<string[]> =>
  page.evaluate(
    (reach) =>
      [...document.querySelectorAll('button:enabled')]
        .filter((one) => one.getBoundingClientRect().top < window.innerHeight * (1 - reach))
        .map((one) => `too high: ${one.className} “${one.textContent.slice(0, 30)}”`),
    share,
  );
