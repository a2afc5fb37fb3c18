import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cameraFlags, launchBrowser } from '../browser.ts';
import { sceneCamera } from '../camera/scenes.ts';
import { openOffice } from '../e2e/office.ts';
import { helpWords } from '../../shared/i18n/screens/help.ts';
import { atConsole, atKiosk, comeAndTurn, openScreen } from '../e2e/pages.ts';
import { giveOfficersPasswords, seatOfficer, takeNumbers } from './office.ts';

/**
 * Pictures of every screen of a busy office, by driving the real screens with a camera that plays photographs.
 *
 * `docs/screens/` gets those of the README; `tests/results/screens/`, which is not committed, gets all of them, the
 * ones in which the camera's preview shows a photograph of a person included.
 */
const home = join(import.meta.dirname, '../..');
const shown = join(home, 'docs/screens');
const all = join(home, 'tests/results/screens');

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };
const laptop = { width: 1366, height: 768 };
const tablet = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const manageTabs =
  'floor appointments dossiers reports privacy assistant people office procedures priority texts consent hours ' +
  'screens devices faces connections keeping';
const tabsInReadme = new Set(['floor', 'reports']);

/** @param inReadme only for pictures without a person in them. */
async function shoot(page: Page, name: string, inReadme = false): Promise<void> {
  await page.waitForTimeout(900);
  const picture = { animations: 'disabled' } as const;
  await page.screenshot({ ...picture, path: join(all, `${name}.png`) });
  // JPEG, at a third of the size: these are committed, and anew with every change of a screen.
  if (inReadme)
    await page.screenshot({ ...picture, type: 'jpeg', quality: 70, path: join(shown, `${name}.jpg`) });
}

async function everySize(page: Page, name: string, sizes: Readonly<Record<string, typeof phone>>) {
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await shoot(page, `${name}-${size}`);
  }
  if (before !== null) await page.setViewportSize(before);
}

mkdirSync(shown, { recursive: true });
mkdirSync(all, { recursive: true });
const office = await openOffice();
// So that reports have something to report.
await office.kill();
execFileSync(process.execPath, [
  join(home, 'server/seed/cli.ts'),
  '--week',
  '--seed',
  '7',
  '--data',
  office.data,
]);
await office.restart();
const camera = await sceneCamera('nobody');
const [lobby, desks] = await Promise.all([launchBrowser(cameraFlags(camera.path)), launchBrowser()]);
try {
  const { page: kiosk } = await openScreen(lobby, `${office.url}/kiosk/`, portrait);
  const visitor = atKiosk(kiosk);
  const kioskSizes = { landscape };
  await visitor.attract().waitFor({ timeout: 60_000 });

  const manage = await giveOfficersPasswords(desks, office);
  await takeNumbers(office.url, 'ABBAHCDAEGHHKLNABHC');
  const officers = [
    await seatOfficer(desks, office, 'canbo1', 2),
    await seatOfficer(desks, office, 'canbo2', 3),
    await seatOfficer(desks, office, 'canbo3', 4),
    await seatOfficer(desks, office, office.manager.login, 6).catch(() => null),
  ];
  for (const officer of officers.slice(1, 3)) {
    if (officer === null) continue;
    await officer.keyboard.press('n');
    await officer.locator('.at-desk-number').waitFor();
    await atConsole(officer).press('s', atConsole(officer).words.serving);
  }

  await kiosk.getByRole('button', { name: helpWords.vi.help }).click();
  await shoot(kiosk, 'kiosk-help', true);
  await everySize(kiosk, 'kiosk-help', kioskSizes);
  await kiosk.getByRole('button', { name: helpWords.vi.done }).click();
  await visitor.attract().waitFor();
  await shoot(kiosk, 'kiosk-attract', true);
  await everySize(kiosk, 'kiosk-attract', kioskSizes);
  await camera.show('tooFar');
  await kiosk.waitForTimeout(2_500);
  await shoot(kiosk, 'kiosk-look');
  await everySize(kiosk, 'kiosk-look', kioskSizes);
  await camera.show('personA');
  await visitor.offer().waitFor({ timeout: 60_000 });
  await shoot(kiosk, 'kiosk-fields', true);
  await everySize(kiosk, 'kiosk-fields', kioskSizes);
  await visitor.offer().click();
  await shoot(kiosk, 'kiosk-consent', true);
  await everySize(kiosk, 'kiosk-consent', kioskSizes);
  await visitor.agree();
  await kiosk.keyboard.type('Nguyeenx Thij Hoongf');
  await shoot(kiosk, 'kiosk-name', true);
  await everySize(kiosk, 'kiosk-name', kioskSizes);
  await visitor.nameDone();
  await visitor.birthYear().waitFor();
  await shoot(kiosk, 'kiosk-birth', true);
  await everySize(kiosk, 'kiosk-birth', kioskSizes);
  await visitor.born('1975');
  await shoot(kiosk, 'kiosk-enrolling');
  await visitor.registered();
  await visitor.choose('Chứng thực');
  await visitor.number().waitFor();
  await shoot(kiosk, 'kiosk-number', true);
  await everySize(kiosk, 'kiosk-number', kioskSizes);
  await camera.show('nobody');
  await visitor.attract().waitFor({ timeout: 60_000 });
  await comeAndTurn(kiosk, camera, 'personAAgain');
  await shoot(kiosk, 'kiosk-greet', true);
  await everySize(kiosk, 'kiosk-greet', kioskSizes);

  const { page: wall } = await openScreen(desks, `${office.url}/wall`, landscape);
  const { page: counter } = await openScreen(desks, `${office.url}/counter?counter=2`, tablet);
  await shoot(counter, 'counter-ready');
  const [first] = officers;
  if (first === null || first === undefined) throw new Error('no officer sits');
  await first.keyboard.press('n');
  await first.locator('.at-desk-number').waitFor();
  await wall.waitForTimeout(1_500);
  await shoot(wall, 'wall', true);
  await everySize(wall, 'wall', { portrait, phone });
  await shoot(counter, 'counter', true);
  await everySize(counter, 'counter', { phone });
  await shoot(first, 'officer', true);
  await everySize(first, 'officer', { landscape, phone });
  for (const tab of manageTabs.split(' ')) {
    await manage.evaluate((id) => (window.location.hash = id), tab);
    await manage.reload();
    await manage.locator('.manage-page').waitFor();
    await shoot(manage, `manage-${tab}`, tabsInReadme.has(tab));
    await everySize(manage, `manage-${tab}`, { landscape, phone });
  }
  const { page: everybody } = await openScreen(desks, `${office.url}/dan-biet`, laptop);
  await shoot(everybody, 'dan-biet', true);
  await everySize(everybody, 'dan-biet', { landscape, portrait, phone });
  const { page: stranger } = await openScreen(desks, `${office.url}/officer`, laptop);
  await shoot(stranger, 'officer-login');

  await office.kill();
  await wall.waitForTimeout(3_000);
  await shoot(wall, 'wall-cut');
  await shoot(counter, 'counter-cut');
  await shoot(first, 'officer-cut');
  await shoot(kiosk, 'kiosk-away');
  console.log(`Pictures are in ${all}; those of the README in ${shown}.`);
} finally {
  await Promise.all([lobby.close(), desks.close()]);
  await Promise.all([camera.close(), office.close()]);
}
