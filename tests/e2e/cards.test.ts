import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kioskWords } from '../../shared/i18n/kiosk.ts';
import { cameraFlags, launchBrowser } from '../browser.ts';
import type { CardCamera } from '../camera/cards.ts';
import { cardCamera } from '../camera/cards.ts';
import { cardTexts, khoi, nhung } from '../factories/cards.ts';
import type { Office } from './office.ts';
import { openOffice } from './office.ts';
import { atKiosk, openScreen } from './pages.ts';

const words = kioskWords.vi;
/** On a slow machine. */
const seen = { timeout: 45_000 };

describe('a card before the camera, with the real server and the real reader', () => {
  let office: Office;
  let camera: CardCamera;
  let browser: Browser;
  let kiosk: Page;
  let errors: readonly string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    [office, camera] = await Promise.all([openOffice(), cardCamera()]);
    browser = await launchBrowser(cameraFlags(camera.path));
    const opened = await openScreen(browser, `${office.url}/kiosk/`, { width: 1080, height: 1920 });
    kiosk = opened.page;
    errors = opened.errors;
    kiosk.on('request', (request) => asked.push(request.url()));
    await press(words.useCard, 'wait');
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await Promise.all([camera.close(), office.close()]);
  });

  async function press(name: string, wait?: 'wait'): Promise<void> {
    const button = kiosk.getByRole('button', { name }).first();
    await button.waitFor(seen);
    if (wait === undefined) await button.click();
  }
  async function startOver(): Promise<void> {
    await camera.putAway();
    await press(words.startOver);
    await atKiosk(kiosk).attract().waitFor(seen);
  }

  test('ID28 the reader is fetched from the office’s own server, and only when a card is to be held up', async () => {
    expect(asked.filter((url) => /zxing/u.test(url))).toEqual([]);
    await press(words.useCard);
    await expect.poll(() => asked.filter((url) => /zxing/u.test(url)).length, seen).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith(office.url) && !url.startsWith('ws://127.0.0.1'))).toEqual(
      [],
    );
  });

  test('ID21 ID24 a web address is answered kindly, and a card after it registers its owner without a face', async () => {
    await camera.hold({ text: 'https://dichvucong.gov.vn/p/home', square: 6 });
    await kiosk.getByText(words.card_notCard).waitFor(seen);
    await camera.hold({ text: cardTexts.nhung, square: 5 });
    await kiosk.getByText(words.note_cardUnknown).waitFor(seen);
    await press(words.offerCard);
    await press(words.agree);
    await kiosk.getByText('Nguyễn Thị Hồng Nhung').waitFor(seen);
    await kiosk.getByText('02/09/1990').waitFor(seen);
    await press(words.factsRight);
    await kiosk.getByText(words.note_cardRegistered).waitFor(seen);
    await atKiosk(kiosk).choose('Hộ tịch');
    await atKiosk(kiosk).number().waitFor(seen);
    await atKiosk(kiosk).done();
    await camera.putAway();
    await atKiosk(kiosk).attract().waitFor(seen);
  });

  test.for([
    ['upright', { square: 5 }],
    ['tilted', { square: 5, tilt: 0.4 }],
    ['upside down', { square: 5, tilt: Math.PI - 0.15 }],
    ['small', { square: 3 }],
    ['a bit out of focus', { square: 5, blur: 1.6 }],
  ] as const)('ID29 its owner is greeted by a card held %s', async ([, held]) => {
    await press(words.useCard);
    await camera.hold({ text: cardTexts.nhung, ...held });
    await atKiosk(kiosk).greeting().waitFor(seen);
    expect(await atKiosk(kiosk).greeting().textContent()).toBe('Nguyễn T. H. N***');
    await startOver();
  });

  test('ID29 a card of 7/2024 that nobody registered costs nothing but a number', async () => {
    await press(words.useCard);
    await camera.hold({ text: cardTexts.huynh, square: 5 });
    await kiosk.getByText(words.note_cardUnknown).waitFor(seen);
    await startOver();
  });

  test('ID13 neither a number nor a date or name is in what the office keeps, and the screen reported no fault', async () => {
    const files = await readdir(office.data, { recursive: true, withFileTypes: true });
    const bytes = Buffer.concat(
      await Promise.all(
        files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
      ),
    );
    for (const secret of [
      nhung.idNumber,
      khoi.idNumber,
      nhung.birthDate,
      '02091990',
      'Hồng Nhung',
      'Phố Xốm',
    ])
      expect(bytes.includes(secret)).toBe(false);
    expect(errors).toEqual([]);
  });
});
