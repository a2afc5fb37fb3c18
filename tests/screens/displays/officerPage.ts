import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Issued } from '../../../shared/contract/requests.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import type { FakeServer, Heard } from '../fakeServer.ts';
import { desk, openScreen, server } from './page.ts';
import { deskTicket, knownVisitor, officer, ticketIdOf } from './views.ts';

/** The officer console in a browser, for tests. */
export const called = deskTicket(12, 'A012');
export const serving = deskTicket(12, 'A012', { state: 'serving' });
/** Somebody of whom everything is known. */
export const wellKnown = deskTicket(12, 'A012', {
  state: 'serving',
  since: Date.now() - 185_000,
  servedMs: 310_000,
  misses: 1,
  announcements: 2,
  name: 'Nguyễn Thị Hồng Nhung',
  visitor: knownVisitor,
  priority: { code: 'ELDERLY80', confirmed: false },
  legs: [2, 3] as FieldId[],
  appointmentAt: Date.now() - 600_000,
  notes: [
    { at: Date.now() - 900_000, officerName: 'Nguyễn Văn Bình', text: 'Thiếu bản gốc giấy khai sinh.' },
  ],
});
export const issued: Issued = {
  ticketId: ticketIdOf(50),
  number: 'A021',
  fieldId: 1 as FieldId,
  legs: [2] as FieldId[],
  issuedAt: Date.UTC(2026, 10, 22, 2, 5),
  appointmentAt: null,
  peopleAhead: 6,
  trackUrl: 'http://192.168.1.20:8085/t/khong-ai-doan-duoc',
  wait: { p50Ms: 1_500_000, p90Ms: 2_400_000 },
};

export const done = { ok: true, value: {} } as const;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From key to key of a scanner, s. */
const scannerPace = 0.005;

/**
 * Scans a code, as a scanner that is a keyboard does: no key waits until the page has dealt with the one before. When
 * each was pressed is said with it, as a keyboard's own driver does, since this machine may be slow to send them.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  const press = (type: 'keyDown' | 'keyUp', key: string, text = key) =>
    keyboard.send('Input.dispatchKeyEvent', {
      type,
      timestamp: (timestamp += scannerPace),
      key,
      text: type === 'keyDown' ? text : '',
      windowsVirtualKeyCode: key === 'Enter' ? 13 : 0,
    });
  await Promise.all([
    ...[...code].flatMap((sign) => [press('keyDown', sign), press('keyUp', sign)]),
    press('keyDown', 'Enter', '\r'),
    press('keyUp', 'Enter'),
  ]);
  await keyboard.detach();
}

/** A server whose every answer fits the contract, showing this view. */
export async function answeringServer(view = officer(null)): Promise<FakeServer> {
  const fake = await server();
  fake.show('officer', view);
  const next = { ticketId: ticketIdOf(14), number: 'A014' };
  fake.on('ticket:callNext', () => ({ ok: true, value: next }));
  fake.on('ticket:finish', () => ({ ok: true, value: { next: null, papers: [] } }));
  fake.on('ticket:miss', () => ({ ok: true, value: { state: 'waiting' } }));
  fake.on('ticket:add', () => ({ ok: true, value: issued }));
  fake.on('ticket:reprint', () => ({ ok: true, value: issued }));
  fake.on('appointment:add', () => ({ ok: true, value: { code: '482913' } }));
  return fake;
}

/** A server that takes one visitor after the other through the desk, as slowly as told. */
export async function workingServer(delayMs = 0): Promise<FakeServer> {
  const fake = await answeringServer();
  let next = 12;
  const at = (state: 'called' | 'serving') => officer(deskTicket(next, `A0${next}`, { state }));
  fake.on('ticket:callNext', async () => {
    await pause(delayMs);
    fake.show('officer', at('called'));
    return { ok: true, value: { ticketId: ticketIdOf(next), number: `A0${next}` } };
  });
  fake.on('ticket:start', async () => {
    await pause(delayMs);
    fake.show('officer', at('serving'));
    return done;
  });
  fake.on('ticket:finish', async ({ callNext }) => {
    await pause(delayMs);
    next += 1;
    fake.show('officer', callNext ? at('called') : officer(null));
    return {
      ok: true,
      value: { next: callNext ? { ticketId: ticketIdOf(next), number: `A0${next}` } : null, papers: [] },
    };
  });
  fake.on('ticket:miss', () => {
    fake.show('officer', officer(null));
    return { ok: true, value: { state: 'waiting' } };
  });
  return fake;
}

export async function openConsole(browser: Browser, fake: FakeServer, size = desk): Promise<Page> {
  const page = await openScreen(browser, `${fake.url}/officer`, size);
  await page.locator('.officer').waitFor();
  return page;
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const inDialog = (page: Page, name: string): Locator =>
  dialog(page).getByRole('button', { name, exact: true });
export const names = (fake: FakeServer): string[] => fake.heard.map(({ name }) => name);
export const atDesk = (page: Page, text: string): Locator =>
  page.locator('.at-desk').getByText(text, { exact: true });
export const free = (page: Page): Locator => page.getByRole('heading', { name: 'Quầy đang trống' });

/** The one request that came, without its id. */
export async function onlyRequest(fake: FakeServer): Promise<Heard> {
  await expect.poll(() => fake.heard.length).toBe(1);
  const [{ name, input }] = fake.heard as [Heard];
  const { requestId: _id, ...rest } = input;
  return { name, input: rest };
}

/** Which element has the focus, in a few words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });
