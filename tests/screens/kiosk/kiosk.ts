import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Issued } from '../../../shared/contract/requests.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { BusinessDay, FieldId, TicketId } from '../../../shared/domain/ids.ts';
import { still } from '../../browser.ts';
import { fields, office, wish } from '../displays/views.ts';
import type { FakeServer, Heard } from '../fakeServer.ts';
import { startFakeServer } from '../fakeServer.ts';
import { ownLetters } from '../letters.ts';

/** What a kiosk is told: the sample office's fields, and a short consent. */
export const kioskView: View<'kiosk'> = {
  office,
  businessDay: '2026-11-23' as BusinessDay,
  papers: [],
  printer: 'none',
  opening: { kind: 'open', until: null },
  wish,
  fields: fields.map((field) => ({
    ...field,
    description: { vi: 'Mô tả', en: 'Description' },
    left: null,
  })),
  priorityClasses: [
    { code: 'ELDERLY80', name: { vi: 'Người từ đủ 80 tuổi', en: 'Aged 80 or over' } },
    { code: 'ELDERLY60', name: { vi: 'Người cao tuổi (từ đủ 60 tuổi)', en: 'Aged 60 or over' } },
    { code: 'DISABLED', name: { vi: 'Người khuyết tật', en: 'Person with a disability' } },
    {
      code: 'PREGNANT',
      name: { vi: 'Phụ nữ mang thai, người bế con nhỏ', en: 'Pregnant, or carrying a small child' },
    },
    { code: 'MERIT', name: { vi: 'Người có công với cách mạng', en: 'Person of merit to the revolution' } },
    { code: 'SICK', name: { vi: 'Người ốm, yếu', en: 'Ill or frail' } },
    {
      code: 'URGENT',
      name: { vi: 'Trường hợp khẩn cấp (cán bộ xác nhận)', en: 'Urgent (confirmed by staff)' },
    },
  ],
  texts: { kioskWelcome: null, kioskThanks: null, ticketHead: null, ticketFoot: null },
  hasAppointments: true,
  previousModelId: null,
  recognises: true,
  speaks: ['vi', 'en'],
  dwellMs: 1_200,
  modelId: 'embedded',
  consent: {
    version: 'v3',
    title: { vi: 'Đăng ký nhận diện khuôn mặt', en: 'Face registration' },
    body: {
      vi: ['Không đồng ý thì vẫn được phục vụ như bình thường.'],
      en: ['You are served all the same.'],
    },
  },
};

/** Monday 23/11/2026, 08:30 in the office. */
export const ticket = (fieldId: number, number: string): Issued => ({
  ticketId: crypto.randomUUID() as TicketId,
  number,
  fieldId: fieldId as FieldId,
  legs: [],
  appointmentAt: null,
  issuedAt: Date.UTC(2026, 10, 23, 1, 30),
  peopleAhead: 3,
  trackUrl: 'http://192.168.1.20:8085/t/khong-ai-doan-duoc',
  wait: { p50Ms: 600_000, p90Ms: 1_500_000 },
});

export const portrait = { width: 1080, height: 1920 } as const;
export const landscape = { width: 1920, height: 1080 } as const;

/** A server of its own for one test: it shows the sample office and gives the numbers A001, A002 ... */
export async function startOffice(options: { readonly models?: boolean } = {}): Promise<FakeServer> {
  const server = await startFakeServer(options);
  onTestFinished(() => server.close());
  let count = 0;
  server.show('kiosk', kioskView);
  // No numbers for when it is away, unless a test sets some aside.
  server.on('reserve:take', () => ({ ok: true, value: { grant: null } }));
  server.on('ticket:issue', ({ fieldId, legs }) => {
    count += 1;
    const given = ticket(fieldId, `A${String(count).padStart(3, '0')}`);
    return { ok: true, value: { ...given, legs: legs as FieldId[] } };
  });
  return server;
}

/**
 * Opens the kiosk without motion. Every error on the page fails the test, and what its policy forbids the file (`holdToPolicy`).
 * @param prepare puts into the page what it is to find before its own code runs.
 */
export async function openKiosk(
  browser: Browser,
  server: FakeServer,
  viewport: { readonly width: number; readonly height: number } = portrait,
  prepare: (context: BrowserContext) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const context = await browser.newContext({ viewport, ...still });
  await prepare(context);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  onTestFinished(() => {
    if (errors.length > 0) throw new Error(errors.join('\n'));
  });
  await page.goto(`${server.url}/kiosk/`);
  await page.getByRole('main').waitFor();
  await ownLetters(page);
  return page;
}

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
export const heardOf = (server: FakeServer, wanted: Heard['name']): Heard[] =>
  server.heard.filter(({ name }) => name === wanted);
export const issuesOf = (server: FakeServer): Heard[] => heardOf(server, 'ticket:issue');
/** The heading of the screen that is shown. */
export const heading = (page: Page): Promise<string> => page.getByRole('heading').innerText();
