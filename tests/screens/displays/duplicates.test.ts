import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { manage } from './manageView.ts';
import { answeringServer, openConsole, wellKnown } from './officerPage.ts';
import { desk, openScreen, server } from './page.ts';
import { knownVisitor, officer } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const done = { ok: true, value: {} } as const;
const registration = {
  maskedName: 'Nguyễn T. H. N***',
  birthYear: 1990,
  birthDate: '1990-09-02',
  idLast4: '2345',
  factsFrom: 'card',
  registeredAt: Date.UTC(2026, 10, 20, 2),
  visits: 4,
  templates: 3,
} as const;
const duplicates = [
  {
    id: 7,
    why: 'card',
    kept: registration,
    gone: {
      ...registration,
      maskedName: null,
      birthDate: null,
      idLast4: null,
      factsFrom: 'said',
      visits: 1,
      templates: 1,
    },
  },
] as const;

describe('registrations that may be one person’s', () => {
  it('ID30 stand side by side, and become one after a question', async () => {
    const fake = await server();
    fake.show('manage', manage({ duplicates: [...duplicates] }));
    fake.on('visitor:merge', () => done);
    const page = await openScreen(browser, `${fake.url}/manage#faces`, desk);
    const pair = page.getByRole('article');
    for (const fact of ['Nguyễn T. H. N***', '02/09/1990', 'năm 1990', '2345', 'không có thẻ', '20/11/2026'])
      await pair.getByText(fact).first().waitFor();
    await pair.getByText('từ mã QR trên thẻ, chưa đối chiếu').waitFor();
    expect(await pair.getByRole('img').count()).toBe(0);
    await pair.getByRole('button', { name: 'Gộp làm một' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Không tách lại được.').waitFor();
    await dialog.getByRole('button', { name: 'Không gộp' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(fake.heard.filter(({ name }) => name === 'visitor:merge')).toEqual([]);
    await pair.getByRole('button', { name: 'Gộp làm một' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gộp, không tách lại được' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(fake.heard.at(-1)).toMatchObject({ name: 'visitor:merge', input: { duplicateId: 7 } });
    fake.show('manage', manage());
    await pair.waitFor({ state: 'detached' });
    expect(await page.getByText('Có thể một người đăng ký hai lần').count()).toBe(0);
  });

  it('ID30 are said to be two people’s with one press', async () => {
    const fake = await server();
    fake.show('manage', manage({ duplicates: [...duplicates] }));
    fake.on('visitor:notSame', () => done);
    const page = await openScreen(browser, `${fake.url}/manage#faces`, desk);
    await page.getByRole('button', { name: 'Hai người khác nhau' }).click();
    await expect
      .poll(() => fake.heard.at(-1))
      .toMatchObject({ name: 'visitor:notSame', input: { duplicateId: 7 } });
  });
});

describe('a name that came from a card', () => {
  it.each(['card', 'said'] as const)('ID31 says so beside it: %s', async (factsFrom) => {
    const ticket = { ...wellKnown, visitor: { ...knownVisitor, factsFrom } };
    const page = await openConsole(browser, await answeringServer(officer(ticket)));
    await page.getByRole('heading', { name: 'Nguyễn Thị Hồng Nhung' }).waitFor();
    const said = page.getByText('Tên từ mã QR trên thẻ, chưa đối chiếu.');
    expect(await said.count()).toBe(factsFrom === 'card' ? 1 : 0);
  });
});
