import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { long } from '../../long.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { askedFor, comeUp, left, pointAt, run, see, turned, withFakeVision } from './fakeVision.ts';
import { button, heardOf, heading, issuesOf, kioskView, openKiosk, portrait, startOffice } from './kiosk.ts';
import { birthYears, known, maskedName, questionRef, visitorRef } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A kiosk whose camera and server say what a test tells them. */
async function kiosk(answer: unknown, view: Partial<typeof kioskView> = {}): Promise<[FakeServer, Page]> {
  const server = await startOffice();
  server.show('kiosk', { ...kioskView, ...view });
  server.on('visitor:identify', () => ({
    ok: true,
    value: answer as RequestOutput<'visitor:identify'>,
  }));
  return [server, await openKiosk(browser, server, portrait, withFakeVision)];
}
const asking = { kind: 'unsure', question: { questionRef, birthYears } };
const answerRight = (server: FakeServer): void =>
  server.on('visitor:answer', ({ birthYear }) => ({
    ok: true,
    value: birthYear === 1971 ? { ...known, usualFields: [...known.usualFields] } : { kind: 'wrong' },
  }));
const shown = (page: Page): Promise<string> => page.getByRole('main').innerText();
/** All fields, without a name, without an offer to register, and without a word about why. */
async function namelessFields(page: Page): Promise<void> {
  await button(page, /^Chứng thực/u).waitFor();
  const text = await shown(page);
  for (const word of [maskedName, 'Đăng ký khuôn mặt', 'Chưa đăng ký', 'ảnh', 'giả'])
    expect(text).not.toContain(word);
  expect(await page.locator('.note').count()).toBe(0);
}

test('K1 K5 K13 somebody known is greeted, takes the usual field; the screen goes back when they leave', async () => {
  const [server, page] = await kiosk(known);
  await comeUp(page);
  await page.getByText(maskedName).waitFor();
  await button(page, /Như lần trước.*Đất đai/u).click();
  await page.getByText('A001').waitFor();
  expect(issuesOf(server)).toMatchObject([
    { input: { fieldId: 3, visitorRef, channel: 'usual', legs: [], priority: null } },
  ]);
  await see(page);
  await left(page);
  await page.getByText('Màn hình sẽ về đầu sau').waitFor();
  await button(page, 'Xong').click();
  await left(page);
  await comeUp(page);
  await page.getByText(maskedName).waitFor();
  await button(page, 'Không phải tôi').click();
  await button(page, /^Hộ tịch/u).click();
  await page.getByText('A002').waitFor();
  expect(heardOf(server, 'visitor:deny')).toMatchObject([{ input: { visitorRef } }]);
  expect(issuesOf(server).at(-1)).toMatchObject({ input: { visitorRef: null } });
});

test('K2 a visitor who touches is not stopped by an answer that comes late', async () => {
  const [server, page] = await kiosk(known);
  let answer: () => void = () => undefined;
  server.on('visitor:identify', async () => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { ok: true, value: known as never };
  });
  await comeUp(page);
  await expect.poll(() => heardOf(server, 'visitor:identify').length).toBe(1);
  await button(page, /Lấy số ngay/u).click();
  await button(page, /^Chứng thực/u).waitFor();
  answer();
  await page.waitForTimeout(300);
  await namelessFields(page);
});

describe('a picture', () => {
  test('K26 gets an ordinary number without a name, and no word about it', async () => {
    const [server, page] = await kiosk(known);
    await comeUp(page, 'replay');
    await namelessFields(page);
    expect(heardOf(server, 'visitor:identify')).toEqual([]);
    expect(heardOf(server, 'visitor:unproven')).toMatchObject([{ input: { why: 'replay' } }]);
    await button(page, /^Đất đai/u).click();
    await page.getByText('A001').waitFor();
    expect(issuesOf(server)).toMatchObject([{ input: { visitorRef: null } }]);
  });
});

describe('the turn', () => {
  const words = { left: 'Xin quay đầu nhẹ sang trái', right: 'Xin quay đầu nhẹ sang phải' };
  test.each(['unclear', 'unmeasured'] as const)(
    'K27 after a run that is %s nothing personal is shown before the head has turned',
    async (liveness) => {
      const [, page] = await kiosk(known);
      await comeUp(page, liveness);
      const asked = await askedFor(page, 'turn');
      if (asked.kind !== 'turn') expect.unreachable();
      else await page.getByText(words[asked.side]).waitFor();
      await see(page, { progress: 0.5 });
      await see(page, { progress: 0.6, hint: 'oneAtATime' });
      await page.getByText('Xin mời từng người một').waitFor();
      for (const personal of [maskedName, 'Đất đai', 'Như lần trước'])
        expect(await shown(page)).not.toContain(personal);
      await turned(page);
      await page.getByText(maskedName).waitFor();
      await button(page, /Như lần trước.*Đất đai/u).waitFor();
    },
  );
  test('K27 who does not turn goes on without a name, and is counted', async () => {
    const [server, page] = await kiosk(known);
    await comeUp(page, 'unclear');
    await askedFor(page, 'turn');
    await button(page, /^Chứng thực/u).waitFor({ timeout: 20_000 });
    await namelessFields(page);
    expect(heardOf(server, 'visitor:unproven')).toMatchObject([{ input: { why: 'noTurn' } }]);
  });
  test('K27 who skips it is not counted; a turn seen after that greets nobody', async () => {
    const [server, page] = await kiosk(known);
    await comeUp(page, 'unclear');
    await askedFor(page, 'turn');
    await button(page, 'Bỏ qua, lấy số ngay').dblclick();
    await turned(page);
    await namelessFields(page);
    expect([heardOf(server, 'visitor:unproven'), issuesOf(server)]).toEqual([[], []]);
  });
  test('K10 K27 a camera that is unplugged in the middle of it ends it; the next visitor finds it back', async () => {
    const [, page] = await kiosk(known);
    await comeUp(page, 'unclear');
    await askedFor(page, 'turn');
    await page.evaluate(() => globalThis.fakeVision.unplug());
    await namelessFields(page);
    await page.evaluate(() => globalThis.fakeVision.plug());
    await button(page, 'Về màn hình đầu').click();
    await page.getByText('Đã đăng ký khuôn mặt?').waitFor();
    await left(page);
    await comeUp(page);
    await page.getByText(maskedName).waitFor();
  });
  test('K11 K27 the line is cut in the middle of it: nothing of the visitor is left', async () => {
    const [server, page] = await kiosk(known);
    await comeUp(page, 'unclear');
    await askedFor(page, 'turn');
    server.cut();
    await page.getByText('Máy đang bảo trì. Mời gặp nhân viên hướng dẫn.').waitFor();
    server.back();
    await button(page, /^Lấy số/u).waitFor({ timeout: 15_000 });
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(maskedName);
  });
});

describe('the question', () => {
  test('K28 by touch: the right year, then the greeting, and no name before', async () => {
    const [server, page] = await kiosk(asking);
    answerRight(server);
    await comeUp(page);
    await button(page, '1971').waitFor();
    expect(await heading(page)).toBe('Xin chọn năm sinh của Ông/Bà');
    for (const year of birthYears) expect(await shown(page)).toContain(String(year));
    expect(await shown(page)).not.toContain(maskedName);
    await button(page, '1971').click();
    await page.getByText(maskedName).waitFor();
    expect(heardOf(server, 'visitor:answer')).toMatchObject([{ input: { questionRef, birthYear: 1971 } }]);
  });
  test('K28 after a run that is not certain, the turn comes between', async () => {
    const [server, page] = await kiosk(asking);
    answerRight(server);
    await comeUp(page, 'unclear');
    await button(page, '1971').click();
    await askedFor(page, 'turn');
    expect(await shown(page)).not.toContain(maskedName);
    await turned(page);
    await page.getByText(maskedName).waitFor();
  });
  test('K28 one answer, however often it is tapped; a wrong one leads on without drama', async () => {
    const [server, page] = await kiosk(asking);
    answerRight(server);
    await comeUp(page);
    await button(page, '1955').dblclick();
    await namelessFields(page);
    expect(heardOf(server, 'visitor:answer')).toHaveLength(1);
  });
  test.runIf(long)('K20 K28 by head', async () => {
    const [server, page] = await kiosk(asking);
    answerRight(server);
    await comeUp(page);
    await askedFor(page, 'point');
    // The third of four, two beside each other: below on the left.
    await pointAt(page, -0.9, 0.35);
    await page.getByText(maskedName).waitFor();
    expect(heardOf(server, 'visitor:answer')).toMatchObject([{ input: { birthYear: 1971 } }]);
  });
  test('K29 whoever comes up after the visitor has left is not asked, and answers for nobody', async () => {
    const [server, page] = await kiosk(asking);
    answerRight(server);
    await comeUp(page);
    await button(page, '1971').waitFor();
    await see(page);
    await left(page);
    await see(page);
    await page.getByText('Màn hình sẽ về đầu sau').waitFor();
    await namelessFields(page);
    expect(heardOf(server, 'visitor:answer')).toEqual([]);
  });
});

describe('registering', () => {
  async function toTheYear(page: Page): Promise<void> {
    await comeUp(page);
    await button(page, /Đăng ký khuôn mặt/u).click();
    await button(page, /Đồng ý đăng ký/u).click();
    await button(page, 'Tiếp tục').waitFor();
    await page.waitForTimeout(400);
    await page.keyboard.type('nguyeenx thij ');
    for (const key of ['H', 'Ô', 'N', 'G', 'huyền'])
      await page.getByRole('button', { name: key, exact: true }).click();
    await page.getByText(maskedName).waitFor();
    await button(page, 'Tiếp tục').click();
    await page.getByText('Năm sinh của Ông/Bà').waitFor();
  }
  test('K3 K6 K30 K31 consent, a name, the birth year, then a run that says which way to look', async () => {
    const [server, page] = await kiosk({ kind: 'unknown' });
    server.on('visitor:enrol', () => ({ ok: true, value: { visitorRef, maskedName } }));
    await toTheYear(page);
    expect(await button(page, 'Tiếp tục').isDisabled()).toBe(true);
    for (const digit of '1975') await page.getByRole('button', { name: digit, exact: true }).click();
    await button(page, 'Tiếp tục').click();
    await askedFor(page, 'enrol');
    for (const [wanted, words] of [
      ['straight', 'Xin nhìn thẳng vào máy'],
      ['left', 'Xin quay nhẹ sang trái'],
      ['right', 'Xin quay nhẹ sang phải'],
    ] as const) {
      await see(page, { wanted, progress: 0.3 });
      await page.getByText(words).waitFor();
    }
    await run(page, { liveness: 'unclear' });
    await page.getByText('Đã đăng ký xong').waitFor();
    expect(heardOf(server, 'visitor:enrol')).toMatchObject([
      {
        input: {
          name: 'Nguyễn Thị Hồng',
          birthYear: 1975,
          consent: { version: 'v3', language: 'vi' },
          modelId: 'embedded',
        },
      },
    ]);
    await button(page, /^Chứng thực/u).click();
    await page.getByText('A001').waitFor();
    expect(issuesOf(server)).toMatchObject([{ input: { visitorRef } }]);
  });
  test('K30 somebody too young is told so gently, before the camera; Enter and backspace work', async () => {
    const [server, page] = await kiosk({ kind: 'unknown' });
    await toTheYear(page);
    await page.waitForTimeout(400);
    await page.keyboard.type('2xx9999');
    await page.getByText('Năm sinh từ 1900 đến 2026').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type('2014');
    await page.keyboard.press('Enter');
    await page.getByText('Chỉ đăng ký cho người từ đủ 16 tuổi. Ông/Bà vẫn lấy số như bình thường.').waitFor();
    expect(heardOf(server, 'visitor:enrol')).toEqual([]);
    expect(await button(page, /Đăng ký khuôn mặt/u).count()).toBe(0);
  });
  test('K10 K13 walking away and a lost camera while the year is typed', async () => {
    const [, page] = await kiosk({ kind: 'unknown' });
    await toTheYear(page);
    await see(page);
    await left(page);
    await page.getByText('Màn hình sẽ về đầu sau').waitFor();
    await page.mouse.click(540, 300);
    await page.getByText('Màn hình sẽ về đầu sau').waitFor({ state: 'hidden' });
    await page.evaluate(() => globalThis.fakeVision.unplug());
    await page.getByText('Chưa đăng ký được khuôn mặt').waitFor();
  });
});

test('K32 the set used before is loaded beside the other, and described frames go to the server', async () => {
  const [server, page] = await kiosk({ kind: 'unknown' }, { previousModelId: 'older' });
  await askedFor(page, 'rest');
  await see(page);
  await askedFor(page, 'identify');
  const previous = { modelId: 'older', embeddings: [new Float32Array(128).fill(0.5)] };
  await run(page, {
    previous: { ...previous, embeddings: [Array.from({ length: 128 }, () => 0.5)] as never },
  });
  await button(page, /^Chứng thực/u).waitFor();
  expect(await page.evaluate(() => globalThis.fakeVision.opened)).toMatchObject([
    { modelsUrl: '/models/embedded/', previousUrl: '/models/older/' },
  ]);
  expect(heardOf(server, 'visitor:identify')).toMatchObject([
    { input: { modelId: 'embedded', previous: { modelId: 'older' } } },
  ]);
});

test('K24 K33 the head chooses after the time the office has set, and once for each screen', async () => {
  const [server, page] = await kiosk(known, { dwellMs: 400 });
  await comeUp(page);
  await askedFor(page, 'point');
  await pointAt(page, 0, -1);
  await page.getByText('A001').waitFor();
  expect(issuesOf(server)).toMatchObject([{ input: { fieldId: 3, channel: 'head' } }]);
  const [patient, slow] = await kiosk(known, { dwellMs: 20_000 });
  await comeUp(slow);
  await askedFor(slow, 'point');
  await Promise.all([pointAt(slow, 0, -1), slow.locator('.head-fill').waitFor()]);
  expect(issuesOf(patient)).toEqual([]);
});

test.runIf(long)(
  'K20 K24 “Không phải tôi” is chosen with the head; the turn that chose it chooses no field, a new one does',
  async () => {
    const [server, page] = await kiosk(known);
    await comeUp(page);
    await askedFor(page, 'point');
    await pointAt(page, 0.8, 0.8);
    await button(page, /^Chứng thực/u).waitFor();
    expect(heardOf(server, 'visitor:deny')).toHaveLength(1);
    expect(issuesOf(server)).toEqual([]);
    await pointAt(page, 0.8, 0.8);
    await page.getByText('A001').waitFor();
    expect(issuesOf(server)).toMatchObject([{ input: { visitorRef: null, channel: 'head' } }]);
  },
);
