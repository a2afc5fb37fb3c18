import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { askedFor, comeUp, turned, withFakeVision } from './fakeVision.ts';
import { button, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';
import { expected, known } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Known = Extract<RequestOutput<'visitor:identify'>, { kind: 'recognised' }>;
const dossiers: Known['dossiers'] = [
  { code: 'H-2026-0087', state: 'ready', dueAt: null },
  { code: 'H-2026-0110', state: 'supplement', dueAt: null },
  { code: 'H-2026-0123', state: 'received', dueAt: Date.UTC(2099, 10, 25, 10) },
];
const fetching: Known = {
  ...known,
  usualFields: [...known.usualFields],
  dossiers,
  pickUpFieldId: 10 as FieldId,
};

async function greeted(
  answer: Known,
  size: typeof portrait | typeof landscape = portrait,
  liveness: 'real' | 'unclear' = 'real',
): Promise<{ page: Page; server: FakeServer }> {
  const server = await startOffice();
  server.on('visitor:identify', () => ({ ok: true, value: answer }));
  const page = await openKiosk(browser, server, size, withFakeVision);
  await comeUp(page, liveness);
  return { page, server };
}

describe('a visitor with dossiers', () => {
  test('DS70 is told of them by code, and fetching a result stands first and takes a number of its field', async () => {
    const { page, server } = await greeted(fetching);
    for (const said of [
      'Hồ sơ H-2026-0087 đã có kết quả',
      'Hồ sơ H-2026-0110 cần bổ sung giấy tờ',
      'Hồ sơ H-2026-0123 hẹn trả 25/11/2099',
    ])
      await page.getByText(said).waitFor();
    expect(await page.locator('.tile').first().innerText()).toContain('Hồ sơ đã có kết quả, mời nhận');
    await page.locator('.tile').first().click();
    await page.getByText('A001').waitFor();
    expect(server.heard.at(-1)?.input).toMatchObject({ fieldId: 10, visitorRef: fetching.visitorRef });
  });

  test('DS71 nothing of them is shown before the head has turned, where a picture might be shown', async () => {
    const { page } = await greeted(fetching, portrait, 'unclear');
    await askedFor(page, 'turn');
    expect(await page.getByText('H-2026').count()).toBe(0);
    await turned(page);
    await page.getByText('Hồ sơ H-2026-0087 đã có kết quả').waitFor();
  });

  test('DS70 one who has nothing to fetch and never chose a field is told of them all the same', async () => {
    const late = { code: 'H-1', state: 'received', dueAt: Date.UTC(2020, 0, 1) } as const;
    const { page } = await greeted({ ...known, usualFields: [], dossiers: [late] });
    await page.getByText('Hồ sơ H-1 đã quá hẹn, xin hỏi tại quầy').waitFor();
    await button(page, 'Chọn lĩnh vực khác').click();
    await button(page, /^Chứng thực/u).waitFor();
  });

  test.each([
    ['portrait', portrait],
    ['landscape', landscape],
  ] as const)(
    'DS72 all of it is large enough and in sight, also with an appointment: %s',
    async (_, size) => {
      const { page } = await greeted(
        { ...expected, usualFields: fetching.usualFields, dossiers, pickUpFieldId: 10 as FieldId },
        size,
      );
      await page.getByText('Hồ sơ H-2026-0087 đã có kết quả').waitFor();
      const faults = await page.evaluate(() => {
        const footer = document.querySelector('footer')?.getBoundingClientRect().top ?? window.innerHeight;
        return [...document.querySelectorAll('main button, main li, main h1')].flatMap((one) => {
          const box = one.getBoundingClientRect();
          const isSmall = parseFloat(getComputedStyle(one).fontSize) < 28 && one.matches('li');
          return box.bottom > footer || box.top < 0 || isSmall ? [one.textContent.slice(0, 40)] : [];
        });
      });
      expect(faults).toEqual([]);
    },
  );
});
