import type { Millis } from '../../shared/domain/ids.ts';
import { logNormal } from '../../shared/domain/random.ts';
import { logIn, postTo } from '../factories/clients.ts';
import type { Station } from './screens.ts';
import { openConsole } from './screens.ts';
import { hangUp, phoneMs } from './visitors.ts';
import type { Day } from './world.ts';
import { between, happens, hour, minute, oneOf } from './world.ts';

/** An officer and the counter at which they sit. */
export type Seat = { readonly login: string; readonly password: string; readonly counterNumber: number };

const service = logNormal({ meanMs: 13 * minute, spread: 0.7 });
/** A longer one would outlast the session of an officer who stays to the end. */
const longestService: Millis = 45 * minute;
/** How long after closing officers go on with those who still wait. */
const overtime: Millis = 75 * minute;

/** An officer at work. */
type Work = {
  readonly day: Day;
  readonly seat: Seat;
  readonly console: Station<'officer'>;
  /** Sent for a copy, and when they will be back. */
  readonly parked: { readonly ticketId: string; readonly backAt: Millis }[];
};

/** Ends a service with something to record, and the visitor goes. */
async function finish({ day, seat, console }: Work, ticketId: string): Promise<void> {
  const { world } = day;
  const { procedures, desk } = console.view();
  const fieldId = desk?.ticket?.fieldId;
  const those = procedures.filter((one) => one.fieldId === fieldId);
  const lasting = those.filter(({ limit }) => limit?.kind !== 'immediate');
  const done = those.length > 0 && happens(world, 0.8) ? [oneOf(world, those)] : [];
  const isReceived = lasting.length > 0 && happens(world, 0.4);
  const received = isReceived ? [oneOf(world, lasting)] : [];
  await console.ask('ticket:finish', {
    ticketId,
    outcome: {
      result: isReceived ? 'received' : 'completed',
      procedures: (isReceived ? received : done).map(({ key }) => ({ key, count: 1 })),
      dossierCodes: [],
    },
    callNext: false,
    dossiers: received.map(({ key }) => ({ code: null, procedureKey: key })),
  });
  const display = world.displays.get(seat.counterNumber);
  world.agenda.begin(async () => {
    await world.agenda.pause(between(world, 5_000, 20_000));
    const level = world.random.uniform();
    if (level < 0.4) {
      const reasons: string[] = [];
      const on = { ticketId, level: level < 0.35 ? 4 : 3, reasons, remark: level < 0.05 ? 'Nhanh' : null };
      await (level < 0.08 ? day.phones.get(ticketId) : display)?.ask('rating:give', on);
    } else if (level < 0.6) await display?.ask('rating:skip', { ticketId });
    await world.agenda.pause(phoneMs);
    hangUp(day, ticketId);
  });
}

/** Serves the visitor at the desk, mostly to the end. */
async function serve(work: Work, ticketId: string): Promise<void> {
  const { day, console } = work;
  const { world } = day;
  if (happens(world, 0.1)) await console.ask('ticket:note', { ticketId, text: 'chờ bản gốc' });
  await world.agenda.pause(Math.min(longestService, world.random.whole(service)));
  const course = world.random.uniform();
  if (course < 0.05) {
    const parked = await console.ask('ticket:park', { ticketId });
    if (parked !== null)
      work.parked.push({ ticketId, backAt: world.agenda.now() + between(world, 4 * minute, 15 * minute) });
  } else if (course < 0.09) {
    const { fields } = console.view();
    const place = happens(world, 0.5) ? 'kept' : 'end';
    const to = { ticketId, fieldId: oneOf(world, fields).id, target: { kind: 'anyone' }, place } as const;
    await console.ask('ticket:transfer', to);
  } else await finish(work, ticketId);
}

/** Calls whoever is next. @returns whether anybody was there to be called. */
async function callNext(work: Work): Promise<boolean> {
  const { day, console } = work;
  const { world } = day;
  if (console.view().line.length === 0) return false;
  const called = await console.ask('ticket:callNext', {});
  if (called === null) return false;
  const { ticketId } = called;
  await world.agenda.pause(between(world, 15_000, 60_000));
  if (day.gone.has(ticketId) || happens(world, 0.03)) {
    await console.ask('ticket:recall', { ticketId });
    await world.agenda.pause(40_000);
    await console.ask('ticket:miss', { ticketId });
    return true;
  }
  if ((await console.ask('ticket:start', { ticketId })) !== null) await serve(work, ticketId);
  return true;
}

/** Takes up somebody who is back from copying. @returns whether anybody is. */
async function takeUp(work: Work): Promise<boolean> {
  const { day, console, parked } = work;
  const place = parked.findIndex(({ backAt }) => backAt <= day.world.agenda.now());
  const [back] = place < 0 ? [] : parked.splice(place, 1);
  if (back === undefined) return false;
  const { ticketId } = back;
  if ((await console.ask('ticket:resume', { ticketId })) !== null) await serve(work, ticketId);
  return true;
}

async function takeBreak({ day, console }: Work): Promise<void> {
  const { agenda } = day.world;
  const until = agenda.now() + between(day.world, 20 * minute, 45 * minute);
  await console.ask('desk:break', { until });
  await agenda.until(until);
  await console.ask('desk:resume', {});
}

/** One officer's day, from logging in to logging out. */
export async function workDay(day: Day, seat: Seat, comesAt: Millis): Promise<void> {
  const { world, closes } = day;
  const { agenda } = world;
  await agenda.until(comesAt);
  const { login, password, counterNumber } = seat;
  const cookie = await logIn(world.url, login, password);
  const console = await openConsole(world.tally, 'officer', { url: world.lineUrl, cookie, login });
  const counter = console.view().counters.find(({ number }) => number === counterNumber);
  await console.ask('desk:take', { counterId: counter?.id ?? 0 });
  const work: Work = { day, seat, console, parked: [] };
  let breakAt: Millis | null = comesAt + between(world, 3 * hour, 5 * hour);
  const isOver = (): boolean =>
    agenda.now() > closes + overtime ||
    (agenda.now() > closes && console.view().line.length === 0 && work.parked.length === 0);
  while (!isOver()) {
    if (breakAt !== null && agenda.now() >= breakAt) {
      breakAt = null;
      await takeBreak(work);
    }
    const isBusy = (await takeUp(work)) || (await callNext(work));
    await agenda.pause(isBusy ? between(world, 10_000, 60_000) : between(world, minute, 3 * minute));
  }
  await console.ask('desk:leave', {});
  console.close();
  await postTo(world.url, '/api/logout', {}, { cookie });
}
