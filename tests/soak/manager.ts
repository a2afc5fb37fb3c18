import { businessDayOf, daysAfter } from '../../shared/domain/calendar.ts';
import { logIn, postTo } from '../factories/clients.ts';
import type { Station } from './screens.ts';
import { count, openConsole, openStation } from './screens.ts';
import type { Day, World } from './world.ts';
import { between, hour, minute, oneOf } from './world.ts';

type Manage = Station<'manage'>;

const appointmentsADay = 20;

/** Agrees on visits of the day. */
async function expectVisitors({ world, opens, closes, expected }: Day, manage: Manage): Promise<void> {
  const { fields } = manage.view();
  for (let i = 0; i < appointmentsADay; i++) {
    const at = between(world, opens + hour, closes - hour);
    const input = { fieldId: oneOf(world, fields).id, at, name: 'Lê Hoàng' };
    const made = await manage.ask('appointment:add', input);
    if (made !== null) expected.push({ code: made.code, at });
  }
  expected.sort((a, b) => a.at - b.at);
}

/** Looks at everything there is to be looked at, and what others may read without logging in. */
async function look({ agenda, tally, url }: World, manage: Manage): Promise<void> {
  const today = businessDayOf(agenda.now(), manage.view().office.timeZone);
  await manage.ask('report:read', { from: daysAfter(today, -30), to: today });
  await manage.ask('dossier:find', { which: 'all', query: '', limit: 5_000 });
  await manage.ask('dossier:find', { which: 'open', query: 'nhung', limit: 50 });
  await manage.ask('floor:line', { fieldId: manage.view().fields[0]?.id ?? 0 });
  await manage.ask('configuration:export', {});
  await manage.ask('backup:list', {});
  await manage.ask('integration:read', {});
  for (const path of ['/metrics', '/readyz', '/dan-biet', '/manage']) {
    const response = await fetch(url + path);
    await response.arrayBuffer();
    count(tally, `GET ${path}`);
    if (response.status >= 500) tally.faults.push(`${path} was answered ${response.status}`);
  }
}

/** Sets things up, differently every time. */
async function edit(world: World, manage: Manage): Promise<void> {
  const { fields, officers, walls } = manage.view();
  const turn = Math.floor(world.random.uniform() * 1_000);
  const field = oneOf(world, fields);
  await manage.ask('field:setQuota', { fieldId: field.id, dailyQuota: turn % 2 === 0 ? null : 500 + turn });
  const [first] = walls;
  if (first !== undefined)
    await manage.ask('wall:setUp', {
      deviceId: null,
      setting: { ...first.setting, notice: { vi: `Thông báo ${turn}`, en: `Notice ${turn}` } },
    });
  const officer = oneOf(world, officers);
  const mayPick = turn % 3 === 0;
  await manage.ask('officer:setWork', { officerId: officer.id, fields: [], mayPick });
  await manage.ask('kiosk:setUp', { population: 'general', dwellMs: 800 + turn });
}

/** A new wall display comes and goes. */
async function pairScreen({ tally, url, lineUrl }: World, manage: Manage): Promise<void> {
  const invited = await manage.ask('device:invite', { screen: 'wall', name: 'Màn hình', counterId: null });
  if (invited === null) return;
  const { body } = await postTo(url, '/api/pair', { code: invited.code });
  const { token } = body as { readonly token: string };
  const wall = await openStation(tally, 'wall', { url: lineUrl, token });
  const device = manage.view().devices.at(-1);
  if (device !== undefined) await manage.ask('device:remove', { deviceId: device.id });
  wall.close();
}

/** Results are ready, and somebody wants to be forgotten. */
async function seeToPeople({ town, agenda }: World, manage: Manage): Promise<void> {
  const open = await manage.ask('dossier:find', { which: 'open', query: '', limit: 40 });
  for (const { id } of open?.rows.filter(({ steps }) => steps.includes('ready')) ?? [])
    await manage.ask('dossier:step', { dossierId: id, kind: 'ready', text: null, dueAt: null });
  const person = town.cards.shift();
  if (person === undefined) return;
  const idNumber = `001${String(person.id).padStart(9, '0')}`;
  const found = await manage.ask('person:find', { by: { kind: 'card', idNumber }, why: 'request' });
  const [whom] = found?.people ?? [];
  if (whom === undefined) return;
  const added = await manage.ask('dataRequest:add', {
    kind: 'erase',
    channel: 'desk',
    receivedOn: businessDayOf(agenda.now(), manage.view().office.timeZone),
    personRef: whom.personRef,
    correction: null,
    note: null,
  });
  if (added !== null) await manage.ask('dataRequest:carryOut', added);
}

/** The manager's day: appointments first, then every hour a look around and a change. */
export async function manageDay(
  day: Day,
  account: { readonly login: string; readonly password: string },
): Promise<void> {
  const { world, opens, closes } = day;
  const { agenda, tally, url, lineUrl } = world;
  await agenda.until(opens - 20 * minute);
  const cookie = await logIn(url, account.login, account.password);
  const manage = await openConsole(tally, 'manage', { url: lineUrl, cookie, login: account.login });
  const { keeping, storageTrouble } = manage.view();
  if (!keeping.auditIntact) tally.faults.push('the audit was changed from outside');
  if (keeping.backupTrouble !== null) tally.faults.push(`backup: ${keeping.backupTrouble}`);
  if (storageTrouble !== null) tally.faults.push(`disk: ${storageTrouble}`);
  await expectVisitors(day, manage);
  while (agenda.now() < closes - hour) {
    await look(world, manage);
    await agenda.pause(between(world, 10 * minute, 30 * minute));
    await edit(world, manage);
    await seeToPeople(world, manage);
    await agenda.pause(between(world, 20 * minute, 40 * minute));
  }
  await pairScreen(world, manage);
  await agenda.until(closes + hour);
  await look(world, manage);
  manage.close();
  await postTo(url, '/api/logout', {}, { cookie });
}
