import { afterEach, expect, test } from 'vitest';
import { closeAll, fieldOf, issue, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

test('FO3 that somebody comes or goes is shown to staff, and sends other screens nothing', async () => {
  const office = await staffedOffice();
  const wall = await office.wall();
  const manage = await office.manage();
  const officer = await office.seated('canbo1', 1);
  const isOnline = (online: boolean) =>
    manage.until(({ floor }) => floor.counters.some((counter) => counter.officer?.online === online));
  await isOnline(true);
  officer.close();
  await isOnline(false);
  expect(wall.stamped().version).toBeLessThan(manage.stamped().version);
});

test('FO4 of screens that are shown the same each gets the view, and a phone its own only', async () => {
  const office = await staffedOffice();
  const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
  const fieldId = fieldOf(officer, 1);
  const [first, second] = [await issue(kiosk, fieldId), await issue(kiosk, fieldId)];
  const walls = [await office.wall(), await office.wall()];
  const phones = [await office.phone(first.trackUrl), await office.phone(second.trackUrl)];
  const { number } = await officer.do('ticket:callNext', {});
  for (const wall of walls) await wall.until(({ calls }) => calls.some((call) => call.number === number));
  await phones[0]?.until(({ state }) => state.kind === 'called');
  await phones[1]?.until(({ state }) => state.kind === 'waiting' && state.peopleAhead === 0);
  expect(phones.map((phone) => phone.view().number)).toEqual([first.number, second.number]);
});
