import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import {
  answeringServer,
  atDesk,
  button,
  called,
  dialog,
  done,
  free,
  inDialog,
  issued,
  names,
  openConsole,
  pause,
  scan,
  serving,
  wellKnown,
  workingServer,
} from './officerPage.ts';
import { tv } from './page.ts';
import { deskTicket, officer } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Types something into every field about the visitor. */
async function typeAll(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Cần bổ sung' }).check();
  await page.getByLabel('Mã hồ sơ').fill('H21-1');
  await page.keyboard.press('Enter');
  await page.getByLabel('Mã hồ sơ').fill('H21-2');
  await page.getByLabel('Ghi chú mới').fill('Thiếu bản gốc');
}

async function expectAll(page: Page): Promise<void> {
  expect(await page.getByRole('radio', { name: 'Cần bổ sung' }).isChecked()).toBe(true);
  await page.locator('.dossiers li').getByText('H21-1').waitFor();
  expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe('H21-2');
  expect(await page.getByLabel('Ghi chú mới').inputValue()).toBe('Thiếu bản gốc');
}

describe('what was typed', () => {
  it('OC12 survives a line that breaks and comes back, new views, a restart and a new log-in', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await typeAll(page);
    fake.cut();
    await page.locator('.staff-cut').waitFor();
    await expectAll(page);
    // Typing goes on while the line is cut.
    await page.getByLabel('Ghi chú mới').fill('Thiếu bản');
    await page.getByLabel('Ghi chú mới').fill('Thiếu bản gốc');
    fake.back({ restarted: true });
    await page.locator('.staff-cut').waitFor({ state: 'detached', timeout: 5_000 });
    fake.show('officer', officer(serving, { line: [] }));
    await page.locator('.list').getByText('Chưa có ai chờ').waitFor();
    await expectAll(page);

    fake.letIn(() => 'login');
    fake.dismiss();
    await page.getByText('Phiên làm việc đã hết.').waitFor({ timeout: 4_000 });
    fake.onPost('/api/login', () => {
      fake.letIn(() => null);
      return { ok: true, value: { name: 'Lê Thị Minh Châu', role: 'officer' } };
    });
    await page.getByLabel('Tên đăng nhập').fill('chau');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('mật khẩu dài');
    await page.keyboard.press('Enter');
    await atDesk(page, 'A012').waitFor();
    await expectAll(page);
  });

  it('OC12 belongs to its ticket, also while that is parked, and is gone after logging out', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await typeAll(page);
    fake.show('officer', officer(deskTicket(13, 'A013', { state: 'serving' })));
    await atDesk(page, 'A013').waitFor();
    expect(await page.getByLabel('Ghi chú mới').inputValue()).toBe('');
    expect(await page.getByRole('radio', { name: 'Đã giải quyết' }).isChecked()).toBe(true);
    expect(await page.locator('.dossiers li').count()).toBe(0);
    fake.show('officer', officer(serving));
    await atDesk(page, 'A012').waitFor();
    await expectAll(page);

    fake.onPost('/api/logout', () => {
      fake.letIn(() => 'login');
      return done;
    });
    await button(page, 'Đăng xuất').click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    fake.onPost('/api/login', () => {
      fake.letIn(() => null);
      return { ok: true, value: { name: 'Lê Thị Minh Châu', role: 'officer' } };
    });
    await page.getByLabel('Tên đăng nhập').fill('chau');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('mật khẩu dài');
    await page.keyboard.press('Enter');
    await atDesk(page, 'A012').waitFor();
    expect(await page.getByLabel('Ghi chú mới').inputValue()).toBe('');
  });

  it('OC12 in a dialog survives a break of the line; it is sent when the line is back', async () => {
    const fake = await answeringServer(officer(called));
    const page = await openConsole(browser, fake);
    await button(page, 'Chuyển').click();
    await page.getByRole('radio', { name: 'Xuống cuối hàng' }).check();
    fake.cut();
    await page.locator('.staff-cut').waitFor();
    await dialog(page).getByText('Mất kết nối với máy chủ').waitFor();
    await inDialog(page, 'Chuyển').click({ force: true });
    await pause(200);
    expect(names(fake)).toEqual([]);
    fake.back();
    await page.locator('.staff-cut').waitFor({ state: 'detached', timeout: 5_000 });
    await inDialog(page, 'Chuyển').click();
    await expect.poll(() => fake.heard[0]?.input).toMatchObject({ place: 'end' });
  });
});

describe('never twice, never by accident', () => {
  it('S35 a double press sends one request, and never one for the next visitor', async () => {
    const fake = await workingServer(150);
    const page = await openConsole(browser, fake);
    await button(page, 'Gọi số tiếp theo').dblclick();
    await atDesk(page, 'A012').waitFor();
    for (let n = 0; n < 3; n++) await page.keyboard.press('n', { delay: 60 });
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    await button(page, 'Bắt đầu phục vụ').dblclick();
    await atDesk(page, 'Đang phục vụ').waitFor();
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    for (let n = 0; n < 5; n++) await page.keyboard.press('f', { delay: 60 });
    await free(page).waitFor();
    await pause(300);
    expect(names(fake)).toEqual(['ticket:callNext', 'ticket:start', 'ticket:finish']);
  });

  it('OC33 the second click of a double click does not press what the large button has become', async () => {
    // The answer is there before the second click.
    const fake = await workingServer();
    const page = await openConsole(browser, fake);
    const box = await button(page, 'Gọi số tiếp theo').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 40];
    await page.mouse.click(x, y);
    await atDesk(page, 'A012').waitFor();
    await page.mouse.click(x, y);
    await pause(200);
    expect(names(fake)).toEqual(['ticket:callNext']);
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    await page.mouse.click(x, y);
    await expect.poll(() => names(fake)).toEqual(['ticket:callNext', 'ticket:start']);
  });

  it('S35 a button and its key together send one request', async () => {
    const fake = await workingServer(200);
    const page = await openConsole(browser, fake);
    await button(page, 'Gọi số tiếp theo').click();
    await page.keyboard.press('n');
    await atDesk(page, 'A012').waitFor();
    await pause(300);
    expect(names(fake)).toEqual(['ticket:callNext']);
  });

  it('S31 a held key, a key with Ctrl and a key while typing do nothing more', async () => {
    const fake = await workingServer(100);
    const page = await openConsole(browser, fake);
    await free(page).waitFor();
    await page.keyboard.press('Control+q');
    await page.getByLabel('Tìm số hoặc tên').focus();
    for (const key of ['n', 'a', 'b', 'q', '1', '?', 'z']) await page.keyboard.press(key, { delay: 60 });
    await pause(200);
    expect(await page.getByLabel('Tìm số hoặc tên').inputValue()).toBe('nabq1?z');
    expect(await dialog(page).count()).toBe(0);
    expect(names(fake)).toEqual([]);
    await page.keyboard.press('Escape');
    // Playwright sends every further `down` of a key as the repetition that a held key makes.
    for (let held = 0; held < 12; held++) {
      await page.keyboard.down('n');
      await pause(40);
    }
    await pause(300);
    expect(names(fake)).toEqual(['ticket:callNext']);
  });

  it('S31 a key of a word that is being composed does nothing', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    await free(page).waitFor();
    await page.evaluate(() => {
      const word = { code: 'KeyN', key: 'n', isComposing: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', word));
    });
    await pause(200);
    expect(names(fake)).toEqual([]);
  });

  it('S35 Enter held on a focused button presses it once', async () => {
    const fake = await answeringServer(officer(called));
    const page = await openConsole(browser, fake);
    const recall = button(page, 'Gọi lại');
    await recall.focus();
    for (let held = 0; held < 10; held++) {
      await page.keyboard.down('Enter');
      await pause(40);
    }
    await page.keyboard.up('Enter');
    expect(names(fake)).toEqual(['ticket:recall']);
    expect(await recall.evaluate((at) => at === document.activeElement)).toBe(true);
  });

  it('OC38 a request without an answer, made again, goes by the same id; the one after it by a new one', async () => {
    const fake = await answeringServer();
    const answer = { ok: true, value: issued } as const;
    let isSilent = true;
    fake.on('ticket:add', () => (isSilent ? new Promise(() => undefined) : answer));
    const page = await openConsole(browser, fake);
    await button(page, 'Thêm số').click();
    await inDialog(page, 'Cấp số').click();
    await dialog(page).getByRole('alert').getByText('Không liên lạc được').waitFor({ timeout: 20_000 });
    isSilent = false;
    await inDialog(page, 'Cấp số').click();
    await inDialog(page, 'In phiếu').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await button(page, 'Thêm số').click();
    await inDialog(page, 'Cấp số').click();
    await inDialog(page, 'In phiếu').waitFor();
    const ids = fake.heard.map(({ input }) => input['requestId']);
    expect(new Set(ids.slice(0, -1)).size).toBe(1);
    expect(new Set(ids).size).toBe(2);
  });

  it('OC5 a code scanned with no field in focus is recorded, and does nothing else', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await page.locator('.action-primary:not([aria-disabled])').waitFor();
    // The focus is where a mistake would cost most.
    await button(page, 'Xong và gọi tiếp').focus();
    await scan(page, 'FGH21.04-0031');
    await page.locator('.dossiers li').getByText('FGH21.04-0031').waitFor();
    fake.show('officer', officer(called));
    await atDesk(page, 'Đang gọi').waitFor();
    await scan(page, 'VHSTR-77');
    await page.getByRole('alert').getByText('chưa được ghi').waitFor();
    await pause(150);
    expect(names(fake)).toEqual([]);
    expect(await dialog(page).count()).toBe(0);
  });
});

describe('eight hours at it', () => {
  it.each([
    ['1366 × 768', { width: 1366, height: 768 }],
    // What is left of such a monitor under a browser's own bars.
    ['1366 × 625', { width: 1366, height: 625 }],
    ['1920 × 1080', tv],
  ])('OC34 at %s nothing scrolls but the lists, and the large action is in sight', async (_size, size) => {
    const fake = await answeringServer(officer(wellKnown));
    const page = await openConsole(browser, fake, size as never);
    const views = [officer(wellKnown), officer({ ...wellKnown, state: 'called' }), officer(null)];
    for (const [index, view] of [...views, ...views].entries()) {
      if (index === views.length) await button(page, 'English').click();
      fake.show('officer', view);
      const state = view.desk?.ticket?.state ?? null;
      await expect.poll(() => page.locator('.at-desk').getAttribute('data-state')).toBe(state);
      const primary = page.locator('.action-primary');
      const box = await primary.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(64);
      const overflow = await page.evaluate(() => {
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
        return [scrollHeight - clientHeight, scrollWidth - clientWidth];
      });
      expect(overflow).toEqual([0, 0]);
      // No button's words are cut off.
      const cutOff = await page.evaluate(() =>
        [...document.querySelectorAll('.officer button, .officer .mantine-Button-label')]
          .filter((at) => at.scrollWidth > at.clientWidth + 1)
          .map((at) => at.textContent),
      );
      expect(cutOff).toEqual([]);
      const number = page.locator('.at-desk-number b');
      if ((await number.count()) > 0)
        expect(
          Number.parseFloat(await number.evaluate((at) => getComputedStyle(at).fontSize)),
        ).toBeGreaterThan(70);
    }
  });

  it('OC35 new views take no focus and move no typing', async () => {
    const view = officer(serving);
    const fake = await answeringServer(view);
    const page = await openConsole(browser, fake);
    const note = page.getByLabel('Ghi chú mới');
    await note.focus();
    for (let n = 0; n < 8; n++) {
      await page.keyboard.type('ab');
      fake.show('officer', { ...view, line: view.line.slice(n % 7) });
    }
    await expect.poll(() => page.getByRole('tab').first().textContent()).toContain('71');
    expect(await note.inputValue()).toBe('abababababababab');
    expect(await note.evaluate((at) => at === document.activeElement)).toBe(true);
    await button(page, 'Gọi lại').waitFor({ state: 'detached' });
    await button(page, 'Tạm gác').focus();
    fake.show('officer', view);
    await pause(300);
    expect(await button(page, 'Tạm gác').evaluate((at) => at === document.activeElement)).toBe(true);
  });

  it('OC36 every control has a name, and texts stand out by 4.5 to 1', async () => {
    const fake = await answeringServer(officer(wellKnown));
    const page = await openConsole(browser, fake);
    await page.locator('.rows').waitFor();
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, textarea')]
        .filter((at) => {
          const labelled = at.getAttribute('aria-label') ?? at.closest('label')?.textContent ?? '';
          const byId =
            at.id === '' ? '' : (document.querySelector(`label[for="${at.id}"]`)?.textContent ?? '');
          return `${labelled}${byId}${at.textContent}`.trim() === '' && at.getAttribute('type') !== 'hidden';
        })
        .map((at) => at.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
    const faint = await page.evaluate(() => {
      const parse = (text: string): number[] => (text.match(/[\d.]+/gu) ?? []).map(Number);
      const light = (rgb: number[]): number => {
        const [r, g, b] = rgb.slice(0, 3).map((n) => {
          const share = n / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        }) as [number, number, number];
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = (at: Element | null): number[] => {
        for (let one = at; one !== null; one = one.parentElement) {
          const rgb = parse(getComputedStyle(one).backgroundColor);
          if (rgb.length === 3 || (rgb[3] ?? 1) > 0.5) return rgb;
        }
        return [255, 255, 255];
      };
      const said: string[] = [];
      for (const at of document.querySelectorAll('.officer *')) {
        const own = [...at.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
        if (!own || at.closest('[aria-disabled]') !== null) continue;
        const [a, b] = [light(parse(getComputedStyle(at).color)), light(ground(at))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) said.push(`${at.textContent?.slice(0, 40)} ${ratio.toFixed(2)}`);
      }
      return said;
    });
    expect(faint).toEqual([]);
  });

  it('OC37 every key is in the overlay that ? opens', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    await free(page).waitFor();
    await page.keyboard.press('?');
    await dialog(page).waitFor();
    const keys = await dialog(page).locator('kbd').allTextContents();
    for (const key of 'NSFRVTCGHZBQULIMKPDAE/?123456') expect(keys).toContain(key);
    await dialog(page).getByText('Xong và gọi tiếp khi đang gõ').waitFor();
  });
});
