import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings, outOfReach } from '../access.ts';
import { answeringServer, button, dialog, free, inDialog, openConsole, wellKnown } from './officerPage.ts';
import { deskWith, officer } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const served = officer({ ...wellKnown, state: 'serving' });

it('AX3 AX6 in each dialog of the console axe finds nothing grave, and everything is reached by keyboard', async () => {
  const fake = await answeringServer(served);
  fake.on('ticket:transfer', () => ({ ok: false, problem: refuse('coolingDown') }));
  const page = await openConsole(browser, fake);
  const fine = async (what: string): Promise<void> => {
    await expect.poll(() => dialog(page).evaluate((box) => getComputedStyle(box).opacity)).toBe('1');
    expect([what, await graveFindings(page), await outOfReach(page)]).toEqual([what, [], []]);
  };
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  };
  for (const key of ['c', 'u', 'l', 'a', 'e', '?']) {
    await page.keyboard.press(key);
    await fine(key);
    await close();
  }
  // With what was refused said in it.
  await page.keyboard.press('c');
  await inDialog(page, 'Chuyển').click({ force: true });
  await fine('an incomplete transfer');
  await close();
  // What comes after a number was given and after an appointment was agreed on.
  await page.keyboard.press('a');
  await inDialog(page, 'Cấp số').click();
  await dialog(page).getByText('A021').waitFor();
  await fine('a number given');
  await close();
  await page.keyboard.press('e');
  await dialog(page).getByLabel('Ngày (ngày/tháng/năm)').fill('24/11/2030');
  await dialog(page).getByLabel('Giờ').fill('9h30');
  await page.keyboard.press('Enter');
  await dialog(page).getByText('482913').waitFor();
  await fine('an appointment agreed on');
  await close();
  await page.keyboard.press('5');
  await page.locator('[data-row="1"]').click();
  await button(page, 'Hủy lịch hẹn').click();
  await fine('calling off an appointment');
  await close();
  // Where nobody is at the desk, and where the visitor was called.
  fake.show('officer', officer(null));
  await free(page).waitFor();
  await page.keyboard.press('b');
  await fine('a break');
  await close();
  fake.show('officer', officer({ ...wellKnown, state: 'called' }));
  await button(page, 'Hủy số').waitFor();
  await page.keyboard.press('h');
  await fine('cancelling');
});

it.each([
  ['each of its lists', served, ['1', '2', '3', '4', '5', '6']],
  ['a break', officer(null, { desk: deskWith(null, { onBreak: { since: Date.now(), until: null } }) }), []],
  ['no counter', officer(null, { desk: null }), []],
])('AX3 in the console with %s axe finds nothing grave', async (_what, view, keys) => {
  const page = await openConsole(browser, await answeringServer(view));
  expect(await graveFindings(page)).toEqual([]);
  for (const key of keys) {
    await page.keyboard.press(key);
    expect([key, await graveFindings(page)]).toEqual([key, []]);
  }
});
