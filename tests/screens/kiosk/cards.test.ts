import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { cardTexts } from '../../factories/cards.ts';
import type { FakeServer } from '../fakeServer.ts';
import { askedFor, cardReaders, comeUp, readCard, run, withFakeVision } from './fakeVision.ts';
import { button, heardOf, issuesOf, openKiosk, portrait, startOffice } from './kiosk.ts';
import { asking, card, known, maskedName, questionRef, visitorRef } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const facts = { idNumber: card.idNumber, birthDate: card.birthDate };

/** A kiosk of an office that knows this card, or none. */
async function kiosk(owner: typeof known | null): Promise<[FakeServer, Page]> {
  const server = await startOffice();
  server.on('visitor:showCard', () => ({ ok: true, value: owner ?? { kind: 'unknown' } }));
  return [server, await openKiosk(browser, server, portrait, withFakeVision)];
}
async function holdUp(page: Page): Promise<void> {
  await button(page, 'Dùng thẻ căn cước').click();
  await expect.poll(() => cardReaders(page)).toBe(1);
}
/** As a scanner types: one key after another without a pause. */
async function scan(page: Page, text: string): Promise<void> {
  await page.locator('main:not([inert])').waitFor();
  await page.evaluate((typed) => {
    for (const key of [...typed, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, text);
}
const shown = (page: Page): Promise<string> => page.locator('body').innerText();

describe('a card before the camera', () => {
  test('ID20 ID24 another code is answered kindly, then the card greets its owner, and the number says how', async () => {
    const [server, page] = await kiosk(known);
    expect(await cardReaders(page)).toBe(0);
    await holdUp(page);
    await readCard(page, { ok: false, error: 'notCard' });
    await page.getByText('Mã này không phải mã trên thẻ căn cước').waitFor();
    await readCard(page, { ok: true, value: card });
    await page.getByText(maskedName).waitFor();
    expect(await cardReaders(page)).toBe(0);
    expect(await shown(page)).not.toMatch(/Nhung|2345|1990/u);
    expect(heardOf(server, 'visitor:showCard').map(({ input }) => input)).toMatchObject([
      { card: facts, questionRef: null },
    ]);
    await button(page, /Đất đai/u).click();
    await page.getByText('A001').waitFor();
    expect(issuesOf(server).map(({ input }) => input)).toMatchObject([{ visitorRef, channel: 'card' }]);
  });

  test('ID21 a newcomer takes a number without registering', async () => {
    const [server, page] = await kiosk(null);
    await holdUp(page);
    await readCard(page, { ok: true, value: card });
    await page.getByText('Thẻ này chưa đăng ký').waitFor();
    await button(page, /^Chứng thực/u).click();
    await page.getByText('A001').waitFor();
    expect(issuesOf(server).map(({ input }) => input)).toMatchObject([
      { visitorRef: null, channel: 'touch' },
    ]);
    expect(heardOf(server, 'visitor:register')).toEqual([]);
  });

  test('ID21 or registers by the card alone, with consent and a name put right', async () => {
    const [server, page] = await kiosk(null);
    server.on('visitor:register', () => ({ ok: true, value: { visitorRef, maskedName } }));
    await holdUp(page);
    await readCard(page, { ok: true, value: { ...card, doubts: ['sex'] } });
    await button(page, /Đăng ký thẻ/u).click();
    await page.getByText('Ông/Bà đang đăng ký bằng thẻ căn cước, không dùng khuôn mặt').waitFor();
    await button(page, /Đồng ý đăng ký/u).click();
    await page.getByText('không khớp với số thẻ').waitFor();
    await page.getByText('02/09/1990').waitFor();
    expect(await shown(page)).not.toContain('00119');
    await button(page, 'Sửa tên').click();
    await button(page, /Bỏ qua, không ghi tên/u).click();
    await page.getByText('Không ghi tên').waitFor();
    await button(page, /Đúng, đăng ký/u).click();
    await page.getByText('Lần sau Ông/Bà chỉ cần đưa thẻ').waitFor();
    expect(heardOf(server, 'visitor:register').map(({ input }) => input)).toMatchObject([
      { name: null, card: { ...facts, saysName: false }, consent: { version: 'v3', language: 'vi' } },
    ]);
    expect(heardOf(server, 'visitor:enrol')).toEqual([]);
  });

  test('ID22 fills in a registration of a face', async () => {
    const [server, page] = await kiosk(null);
    server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
    server.on('visitor:enrol', () => ({ ok: true, value: { visitorRef, maskedName } }));
    await comeUp(page);
    await button(page, /Đăng ký khuôn mặt/u).click();
    await button(page, /Đồng ý đăng ký/u).click();
    await button(page, 'Lấy từ thẻ căn cước').click();
    await expect.poll(() => cardReaders(page)).toBe(1);
    await readCard(page, { ok: true, value: card });
    await page.getByText(card.name ?? '').waitFor();
    await button(page, /Đúng, đăng ký/u).click();
    await askedFor(page, 'enrol');
    await run(page);
    await page.getByText('Đã đăng ký xong').waitFor();
    expect(heardOf(server, 'visitor:enrol').map(({ input }) => input)).toMatchObject([
      { name: card.name, birthYear: 1990, card: { ...facts, saysName: true }, quality: 0.8 },
    ]);
  });

  test('ID23 settles whom the camera is unsure of', async () => {
    const [server, page] = await kiosk(known);
    server.on('visitor:identify', () => ({ ok: true, value: asking }));
    await comeUp(page);
    await button(page, '1971').waitFor();
    await holdUp(page);
    await readCard(page, { ok: true, value: card });
    await page.getByText(maskedName).waitFor();
    expect(heardOf(server, 'visitor:showCard').map(({ input }) => input)).toMatchObject([{ questionRef }]);
  });

  test('ID25 a reader ends with its screen, and nothing of the card is left at the start', async () => {
    const [, page] = await kiosk(null);
    await holdUp(page);
    await button(page, /Lấy số không cần thẻ/u).click();
    await button(page, /^Chứng thực/u).waitFor();
    expect(await cardReaders(page)).toBe(0);
    await holdUp(page);
    await readCard(page, { ok: true, value: card });
    await button(page, /Đăng ký thẻ/u).click();
    await button(page, /Đồng ý đăng ký/u).click();
    await page.getByText('02/09/1990').waitFor();
    await button(page, 'Về màn hình đầu').click();
    await button(page, /^Lấy số/u).waitFor();
    expect(await page.content()).not.toMatch(/Nhung|02\/09|2345/u);
  });
});

describe('a scanner', () => {
  test('ID26 is understood at the start, and asks the same of the server', async () => {
    const [server, page] = await kiosk(known);
    await button(page, 'Dùng thẻ căn cước').waitFor();
    await scan(page, cardTexts.nhung.replace('Nguyễn Thị Hồng Nhung', 'Nguy?n Th? H?ng Nhung'));
    await page.getByText(maskedName).waitFor();
    expect(heardOf(server, 'visitor:showCard').map(({ input }) => input)).toMatchObject([{ card: facts }]);
  });

  test('ID26 a name that it garbled is asked for, and does not get onto the keyboard', async () => {
    const [, page] = await kiosk(null);
    await button(page, 'Dùng thẻ căn cước').waitFor();
    await scan(page, cardTexts.nhung.replace('Nguyễn Thị Hồng Nhung', 'Nguy?n Th? H?ng Nhung'));
    await button(page, /Đăng ký thẻ/u).click();
    await button(page, /Đồng ý đăng ký/u).click();
    await page.locator('.name-text').waitFor();
    expect((await page.locator('.name-text').innerText()).trim()).toBe('');
  });

  test('ID26 another code at the card’s screen is answered kindly', async () => {
    const [, page] = await kiosk(null);
    await holdUp(page);
    await scan(page, 'https://dichvucong.gov.vn/');
    await page.getByText('Mã này không phải mã trên thẻ căn cước').waitFor();
  });

  test('ID27 who types gets every key where it belongs, however fast', async () => {
    const [server, page] = await kiosk(null);
    await button(page, 'Tôi có lịch hẹn').click();
    await page.locator('main:not([inert])').waitFor();
    await page.keyboard.type('12345');
    await expect.poll(() => page.locator('.pad-text').innerText()).toContain('12345');
    await page.keyboard.type('678', { delay: 60 });
    await page.keyboard.press('Backspace');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => heardOf(server, 'appointment:checkIn').map(({ input }) => input))
      .toMatchObject([{ by: { kind: 'code', code: '12345679' } }]);
  });

  test('ID27 a card where none is wanted types nothing', async () => {
    const [server, page] = await kiosk(null);
    await button(page, 'Tôi có lịch hẹn').click();
    await scan(page, cardTexts.khoi);
    await page.waitForTimeout(100);
    expect((await page.locator('.pad-text').innerText()).trim()).toBe('');
    expect(heardOf(server, 'appointment:checkIn')).toEqual([]);
  });
});
