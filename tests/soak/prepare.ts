import { eventTypes } from '../../shared/contract/events.ts';
import { logIn } from '../factories/clients.ts';
import { names } from '../factories/visitors.ts';
import type { Seat } from './officers.ts';
import type { Tally } from './screens.ts';
import { openConsole } from './screens.ts';

const password = 'mat-khau-dai-du';
/** 7:30 to 17:00, Sundays excepted. */
const open = [{ fromMinute: 450, toMinute: 1020 }];
export const week = [open, open, open, open, open, open, []];
/** The shortest that may be set, or nearly, so that what is forgotten levels off within the first days. */
export const retention = {
  templatesDays: 3,
  visitorsDays: 30,
  textsDays: 3,
  recognitionsDays: 3,
  auditDays: 365,
};

/**
 * Makes of a new office one with so many counters and officers, through Manage.
 * @param hook where another system is told of everything.
 */
export async function prepare(
  tally: Tally,
  url: string,
  manager: { readonly login: string; readonly password: string },
  { counters, hook }: { readonly counters: number; readonly hook: string },
): Promise<Seat[]> {
  const cookie = await logIn(url, manager.login, manager.password);
  const manage = await openConsole(tally, 'manage', { url, cookie, login: manager.login });
  const must = async (what: Promise<unknown>): Promise<void> => {
    if ((await what) === null)
      throw new Error(
        `the office could not be made: ${JSON.stringify([...tally.counts.keys(), ...tally.faults])}`,
      );
  };
  await must(manage.ask('office:setHours', { hours: { week, specialDays: [], lastTicketMs: 0 } }));
  await must(manage.ask('office:setRetention', { retention }));
  await must(manage.ask('webhook:save', { webhookId: null, url: hook, events: eventTypes, on: true }));
  const models = manage.view().counters;
  const seats: Seat[] = [];
  for (let number = 1; number <= counters; number++) {
    const login = `canbo${number}`;
    if (!manage.view().officers.some((one) => one.login === login))
      await must(
        manage.ask('officer:add', { login, name: names[number % names.length] ?? '', role: 'officer' }),
      );
    // What a counter serves beyond those of the sample office, another serves as well.
    if (number > models.length) {
      const name = { vi: `Quầy ${number}`, en: `Counter ${number}` };
      await must(manage.ask('counter:save', { counterId: null, number, name }));
    }
    seats.push({ login, password, counterNumber: number });
  }
  // By a view that has all of them: it comes after the answers.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { officers, counters: all } = manage.view();
  for (const { login, counterNumber } of seats) {
    const officerId = officers.find((one) => one.login === login)?.id ?? 0;
    await must(manage.ask('officer:setPassword', { officerId, password }));
    const counterId = all.find(({ number }) => number === counterNumber)?.id ?? 0;
    const { fieldIds = [] } = models[(counterNumber - 1) % models.length] ?? {};
    await must(manage.ask('counter:setFields', { counterId, fieldIds }));
  }
  manage.close();
  return seats;
}
