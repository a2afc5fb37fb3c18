import type { Browser, Page } from 'playwright-core';
import type { FieldId } from '../../shared/domain/ids.ts';
import { manageWords } from '../../shared/i18n/screens/manage.ts';
import { wholeContract } from '../../shared/link/contract.ts';
import type { Link } from '../../shared/link/link.ts';
import { openLink } from '../../shared/link/link.ts';
import type { Office } from '../e2e/office.ts';
import { atConsole, openScreen } from '../e2e/pages.ts';

const desktop = { width: 1366, height: 768 };
const password = 'anh-dep-moi-ngay';

/** A kiosk without a screen, to take many numbers quickly. */
async function connectKiosk(url: string): Promise<Link<'kiosk'>> {
  const link = openLink('kiosk', wholeContract('kiosk'), { url });
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (link.state().kind === 'live') resolve();
    };
    link.subscribe(look);
    look();
  });
  return link;
}

/** Takes numbers for the fields with these prefixes, one after the other. */
export async function takeNumbers(url: string, prefixes: string): Promise<void> {
  const link = await connectKiosk(url);
  const state = link.state();
  const fields = state.kind === 'live' ? state.view.data.fields : [];
  for (const prefix of prefixes) {
    const fieldId = fields.find((field) => field.prefix === prefix)?.id as FieldId;
    const reply = await link.send('ticket:issue', {
      fieldId,
      legs: [],
      visitorRef: null,
      priority: null,
      channel: 'touch',
    });
    if (!reply.ok) throw new Error(`no number for ${prefix}: ${JSON.stringify(reply.problem)}`);
  }
  link.close();
}

/** Logs the manager in at the manage screen and gives every officer a password there. */
export async function giveOfficersPasswords(browser: Browser, office: Office): Promise<Page> {
  const words = manageWords.vi;
  const { page } = await openScreen(browser, `${office.url}/manage#people`, desktop);
  await atConsole(page).logIn(office);
  const rows = page.getByRole('row', { name: /canbo/u });
  await rows.first().waitFor();
  for (let row = 0; row < (await rows.count()); row++) {
    await rows.nth(row).getByRole('button', { name: words.setPassword }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(password);
    await dialog.getByRole('button', { name: words.save }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  return page;
}

/** An officer at a counter. */
export async function seatOfficer(
  browser: Browser,
  office: Office,
  login: string,
  counterNumber: number,
): Promise<Page> {
  const { page } = await openScreen(browser, `${office.url}/officer`, desktop);
  await atConsole(page).logIn({ ...office, manager: { login, password } });
  await atConsole(page).takeCounter(counterNumber);
  await page.locator('.at-desk').waitFor();
  return page;
}
