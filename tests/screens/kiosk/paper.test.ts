import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { launchBrowser } from '../../browser.ts';
import { codesIn } from '../codes.ts';
import type { FakeServer, Heard } from '../fakeServer.ts';
import { long } from '../../long.ts';
import {
  button,
  heardOf,
  issuesOf,
  kioskView,
  landscape,
  openKiosk,
  portrait,
  startOffice,
  ticket,
} from './kiosk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const { trackUrl } = ticket(1, 'A001');
const troubleWords = 'Máy in đang gặp sự cố. Xin Ông/Bà chụp lại số và mã này.';

async function takeNumber(page: Page, field: RegExp = /^Chứng thực/u): Promise<void> {
  await button(page, /^Lấy số/u).click();
  await button(page, field).click();
  await page.locator('.ticket-number').waitFor();
}
const paperSaid = (page: Page) => page.locator('.number-paper');
const papersOf = (server: FakeServer): Heard[] => heardOf(server, 'paper:print');

/** The picture of a request as a scanner sees it on white paper. */
function printedBy({ input }: Heard): Pick<ImageData, 'width' | 'height' | 'data'> {
  const { width, height, bits } = input['picture'] as { width: number; height: number; bits: string };
  const bytes = Buffer.from(bits, 'base64');
  expect(bytes).toHaveLength((width / 8) * height);
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let dot = 0; dot < width * height; dot++)
    if (((bytes[dot >> 3] ?? 0) & (128 >> (dot & 7))) !== 0) data.fill(0, 4 * dot, 4 * dot + 3);
  return { width, height, data };
}

/** Counts what the page has the browser print, and keeps what would have come out. */
async function withPrinter(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const printed: string[] = [];
    Object.assign(window, {
      printed,
      print: () => {
        const paper = document.querySelector('img.paper');
        printed.push(paper instanceof HTMLImageElement && paper.complete ? paper.src : 'nothing');
      },
    });
  });
}
const printedByBrowser = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { printed: string[] }).printed);

describe.each([['portrait', portrait] as const, ...(long ? [['landscape', landscape] as const] : [])])(
  'in %s',
  (_name, viewport) => {
    test.each([
      ['a plain number', {}],
      ['an appointment', { appointmentAt: Date.UTC(2026, 10, 23, 2, 30) }],
      ['several fields', { legs: [2, 3] as FieldId[] }],
      ['all of it', { legs: [2, 3] as FieldId[], appointmentAt: Date.UTC(2026, 10, 23, 2, 30) }],
    ])('PA40 a telephone reads the code off the screen, beside %s', async (_what, more) => {
      const server = await startOffice();
      server.on('ticket:issue', () => ({ ok: true, value: { ...ticket(1, 'A001'), ...more } }));
      server.show('kiosk', { ...kioskView, printer: 'trouble' });
      const page = await openKiosk(browser, server, viewport);
      await takeNumber(page);
      await page.waitForTimeout(400);
      expect(await codesIn(await page.screenshot())).toEqual([trackUrl]);
      for (const part of ['.ticket', '.ticket-number', '.track-code', '.number-paper', '.choice']) {
        const box = await page.locator(part).boundingBox();
        expect(box && box.y >= 0 && box.y + box.height <= viewport.height, part).toBe(true);
        expect(box && box.x >= 0 && box.x + box.width <= viewport.width, part).toBe(true);
      }
      // Nothing lies over anything else, or runs out of its frame.
      const [card, said, done] = await Promise.all(
        ['.ticket', '.number-paper', '.choice'].map((part) => page.locator(part).boundingBox()),
      );
      const below = (upper: typeof card, lower: typeof card): boolean =>
        upper !== undefined &&
        lower !== undefined &&
        (upper?.y ?? 0) + (upper?.height ?? 0) <= (lower?.y ?? 0);
      const beside = (said?.x ?? 0) + (said?.width ?? 0) <= (done?.x ?? 0);
      expect([below(card, said), below(card, done), beside || below(said, done)]).toEqual([true, true, true]);
      expect(
        await page
          .locator('.ticket')
          .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
      ).toBeLessThanOrEqual(1);
      const main = page.getByRole('main');
      expect(
        await main.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
      ).toBeLessThanOrEqual(1);
      const code = await page.locator('.track-code svg').boundingBox();
      expect(code?.width).toBeGreaterThanOrEqual(300);
    });
  },
);

describe('the kiosk’s own printer', () => {
  const ready = { ...kioskView, printer: 'ready' as const };

  test('PA41 PA44 a number is printed once, as a picture with its code', async () => {
    const server = await startOffice();
    server.show('kiosk', ready);
    const page = await openKiosk(browser, server, portrait, withPrinter);
    await takeNumber(page);
    await page.getByText('Mời Ông/Bà lấy phiếu.').waitFor();
    await page.waitForTimeout(500);
    expect(papersOf(server)).toHaveLength(1);
    expect(await codesIn(printedBy(papersOf(server)[0] as Heard))).toEqual([trackUrl]);
    expect(await printedByBrowser(page)).toEqual([]);
  });

  test('PA41 tried again under one id while the line is cut, and the next number under another', async () => {
    const server = await startOffice();
    server.show('kiosk', ready);
    let answers = 0;
    server.on('paper:print', () => {
      answers += 1;
      // The line breaks before the first answer gets through.
      if (answers === 1) {
        server.cut();
        setTimeout(() => server.back(), 300);
      }
      return { ok: true, value: {} };
    });
    const page = await openKiosk(browser, server);
    await takeNumber(page);
    await page.getByText('Mời Ông/Bà lấy phiếu.').waitFor();
    const tries = papersOf(server).map(({ input }) => input['requestId']);
    expect(tries.length).toBeGreaterThanOrEqual(2);
    expect(new Set(tries).size).toBe(1);
    await button(page, 'Xong').click();
    await takeNumber(page);
    await expect.poll(() => papersOf(server).at(-1)?.input['requestId']).not.toBe(tries[0]);
  });

  test('PA41 a kiosk that is loaded again prints nothing again', async () => {
    const server = await startOffice();
    server.show('kiosk', ready);
    const page = await openKiosk(browser, server);
    await takeNumber(page);
    await page.getByText('Mời Ông/Bà lấy phiếu.').waitFor();
    await page.reload();
    await button(page, /^Lấy số/u).waitFor();
    await page.waitForTimeout(500);
    expect(papersOf(server)).toHaveLength(1);
  });

  test('PA43 in trouble: said at the start, at the fields and with the number, and no second number', async () => {
    const server = await startOffice();
    server.show('kiosk', { ...kioskView, printer: 'trouble' });
    const page = await openKiosk(browser, server);
    const notice = page.getByText('không có phiếu giấy');
    await notice.waitFor();
    await button(page, /^Lấy số/u).click();
    await notice.waitFor();
    await button(page, /^Chứng thực/u).click();
    await page.getByText(troubleWords).waitFor();
    expect(issuesOf(server)).toHaveLength(1);
    await expect.poll(() => papersOf(server).length).toBe(1);
  });

  test.each([
    ['learnt by the server while it prints', 'view'],
    ['answered', 'answer'],
  ])('PA43 trouble that is %s', async (_how, how) => {
    const server = await startOffice();
    server.show('kiosk', ready);
    server.on('paper:print', () => {
      if (how === 'answer') return { ok: false, problem: { kind: 'bug', id: '1' } };
      setTimeout(() => server.show('kiosk', { ...kioskView, printer: 'trouble' }), 300);
      return { ok: true, value: {} };
    });
    const page = await openKiosk(browser, server);
    await takeNumber(page);
    await page.getByText(troubleWords).waitFor();
    expect(issuesOf(server)).toHaveLength(1);
    expect(papersOf(server)).toHaveLength(1);
  });
});

describe('without a printer of its own', () => {
  test('PA45 a kiosk prints nothing unless its address says so, and the screen says to keep the number', async () => {
    const server = await startOffice();
    const page = await openKiosk(browser, server, portrait, withPrinter);
    await takeNumber(page);
    await expect.poll(() => paperSaid(page).innerText()).toContain('nhớ hoặc chụp ảnh lại số và mã này');
    expect([await printedByBrowser(page), papersOf(server)]).toEqual([[], []]);
  });

  test('PA45 opened with ?print=1 its browser prints the same picture, once, 80 mm wide', async () => {
    const server = await startOffice();
    const page = await openKiosk(browser, server, portrait, withPrinter);
    await page.goto(`${server.url}/kiosk/?print=1`);
    await takeNumber(page);
    await page.getByText('Mời Ông/Bà lấy phiếu.').waitFor();
    const printed = await printedByBrowser(page);
    expect(printed).toHaveLength(1);
    const png = Buffer.from((printed[0] ?? '').split(',')[1] ?? '', 'base64');
    expect(png.readUInt32BE(16)).toBe(576);
    expect(await codesIn(png)).toEqual([trackUrl]);
    expect(await page.locator('.paper').count()).toBe(0);
    expect(papersOf(server)).toEqual([]);
  });

  test('PA45 what the browser prints is the ticket alone, on one page of its own size', async () => {
    const server = await startOffice();
    const page = await openKiosk(browser, server, portrait, async (context) => {
      // Stays as the printer sees it.
      await context.addInitScript(() => {
        Object.assign(window, { print: () => undefined });
        Element.prototype.remove = () => undefined;
      });
    });
    await page.goto(`${server.url}/kiosk/?print=1`);
    await takeNumber(page);
    await page.locator('.paper').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#root').isVisible()).toBe(false);
    expect(await page.locator('.paper').isVisible()).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/Count 1\b/u);
    const [, , width = 0] = (/\/MediaBox \[([\d. ]+)\]/u.exec(pdf)?.[1] ?? '').split(' ').map(Number);
    // 80 mm in points.
    expect(width).toBeCloseTo((80 / 25.4) * 72, 0);
  });

  test('PA46 in the shell the shell prints it, once', async () => {
    const server = await startOffice();
    const page = await openKiosk(browser, server, portrait, async (context) => {
      await withPrinter(context);
      await context.addInitScript(() => {
        const papers: unknown[] = [];
        const print = async (paper: unknown): Promise<string> => {
          papers.push(paper);
          return 'trouble';
        };
        const scanned = () => (): void => undefined;
        const serverUrl = window.location.origin;
        Object.assign(window, { luot: { serverUrl, version: '1', print, scanned }, papers });
      });
    });
    await takeNumber(page);
    await page.getByText(troubleWords).waitFor();
    const papers = await page.evaluate(
      () => (window as unknown as { papers: { png: string; width: number }[] }).papers,
    );
    expect(papers).toMatchObject([
      { width: 576, png: expect.stringMatching(/^data:image\/png;base64,/u) as string },
    ]);
    expect(await printedByBrowser(page)).toEqual([]);
  });
});
