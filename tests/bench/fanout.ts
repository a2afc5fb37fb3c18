import { loadavg } from 'node:os';
import { launchBrowser } from '../browser.ts';
import type { Office } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import type { Client, Input } from '../factories/clients.ts';
import { closeClients, connect, kioskAt, logIn } from '../factories/clients.ts';
import { openRaw } from './fanout/raw.ts';
import type { Kind, Screen } from './fanout/screens.ts';
import { exactly, pageScreen, socketScreen } from './fanout/screens.ts';

/**
 * `npm run bench:fanout`: from an officer's call until a hundred screens have it: 34 walls, 33 counter displays, and 33
 * phones, each with a ticket of its own. 24 of them are the product's pages in Chromium, timed when they have painted;
 * the others are Socket.IO clients in this process, timed when the view has arrived. Beside it, in turn with the calls,
 * a bare WebSocket server sends the same bytes to a hundred clients here. A call is also one transaction that is on disk
 * before anybody hears of it.
 */
const calls = 60;
/** Not counted: programs get faster as they run. */
const warmUp = 5;
const counterNumber = 2;
const kinds: readonly { readonly kind: Kind; readonly all: number; readonly pages: number }[] = [
  { kind: 'wall', all: 34, pages: 8 },
  { kind: 'counter', all: 33, pages: 8 },
  { kind: 'track', all: 33, pages: 8 },
];

const outcome: Input<'ticket:finish'>['outcome'] = { result: 'completed', procedures: [], dossierCodes: [] };

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

function say(what: string, times: readonly number[]): void {
  const [median, late] = [at(times, 0.5), at(times, 0.99)].map((ms) => ms.toFixed(1).padStart(7));
  console.log(`${what.padEnd(58)} p50 ${median} ms   p99 ${late} ms   (${times.length})`);
}

async function seat(office: Office): Promise<Client<'officer'>> {
  const { login, password } = office.manager;
  const officer = await connect(office.url, {
    screen: 'officer',
    cookie: await logIn(office.url, login, password),
  });
  const counter = officer.view().counters.find(({ number }) => number === counterNumber);
  if (counter === undefined) throw new Error(`there is no counter ${counterNumber}`);
  await officer.do('desk:take', { counterId: counter.id });
  await officer.until(({ desk }) => desk !== null);
  return officer;
}

/** @throws if a screen never shows it. */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a screen never showed the call')), 20_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Takes a number. @returns what opens its phone page. */
async function take(kiosk: Client<'kiosk'>, fieldId: number): Promise<string> {
  const plain = { visitorRef: null, priority: null, channel: 'touch' } as const;
  const { trackUrl } = await kiosk.do('ticket:issue', { ...plain, legs: [], fieldId });
  return trackUrl.split('/').at(-1) ?? '';
}

/** A screen that waits, and how many are ahead of it before the first call, if it is a phone. */
type Waiting = { readonly screen: Screen; readonly ahead: number; readonly isPage: boolean };

const office = await openOffice();
const browser = await launchBrowser();
try {
  const [officer, kiosk] = [await seat(office), await kioskAt(office.url)];
  const field = officer.view().fields.find(({ id }) => officer.view().desk?.fieldIds.includes(id));
  if (field === undefined) throw new Error('the counter serves nothing');
  const { id: fieldId, prefix } = field;
  // One more, so that somebody is ahead of every phone to the end.
  for (let i = 0; i < warmUp + calls + 1; i++) await take(kiosk, fieldId);
  const waiting: Waiting[] = [];
  for (const { kind, all, pages } of kinds)
    for (let i = 0; i < all; i++) {
      const isPage = i < pages;
      const ahead = warmUp + calls + 1 + i;
      const token = kind === 'track' ? await take(kiosk, fieldId) : '';
      const where = { url: office.url, counterNumber, token };
      const screen = await (isPage ? pageScreen(browser, kind, where) : socketScreen(kind, where));
      waiting.push({ screen, ahead, isPage });
    }
  // Pages get what the sockets of their kind get.
  const payloadOf = new Map(waiting.map(({ screen }) => [screen.kind, JSON.stringify(screen.latest())]));
  const payloads = waiting.map(({ screen }) => payloadOf.get(screen.kind) ?? '');
  const raw = await openRaw(payloads);

  const [painted, arrived, everybody, bare, bareEverybody]: number[][] = [[], [], [], [], []];
  for (let call = -warmUp; call < calls; call++) {
    const before = performance.now();
    const number = `${prefix}${String(call + warmUp + 1).padStart(3, '0')}`;
    const there = waiting.map(({ screen, ahead }) =>
      screen.waitFor({ number, ahead: ahead - (call + warmUp + 1) }),
    );
    const start = exactly();
    const { ticketId } = await officer.do('ticket:callNext', {});
    const times = (await within(Promise.all(there))).map((time) => time - start);
    const bareTimes = await raw.round();
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, outcome, callNext: false });
    // As officers do: what a call brings about is over before the next.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 400 - (performance.now() - before))));
    if (call < 0) continue;
    const [onPages, onSockets] = [true, false].map((isPage) =>
      times.filter((_, index) => waiting[index]?.isPage === isPage),
    );
    painted?.push(...(onPages ?? []));
    arrived?.push(...(onSockets ?? []));
    everybody?.push(Math.max(...(onSockets ?? [])));
    bare?.push(...bareTimes);
    bareEverybody?.push(Math.max(...bareTimes));
  }
  raw.close();

  const sizes = kinds.map(
    ({ kind }) => `${kind} ${((payloadOf.get(kind)?.length ?? 0) / 1024).toFixed(1)} kB`,
  );
  console.log(
    `${calls} calls to ${waiting.length} screens (${sizes.join(', ')}); load ${loadavg()[0]?.toFixed(1)}`,
  );
  say('call → painted in Chromium, each page', painted ?? []);
  say('call → view arrived, each Socket.IO client', arrived ?? []);
  say('call → view arrived, the last Socket.IO client of a call', everybody ?? []);
  say('bare WebSocket broadcast → arrived, each client', bare ?? []);
  say('bare WebSocket broadcast → arrived, the last client', bareEverybody ?? []);
  const times = (mine: number[] = [], theirs: number[] = []): string =>
    (at(mine, 0.5) / at(theirs, 0.5)).toFixed(1);
  console.log(
    `Medians: a view takes ${times(arrived, bare)} times as long as the bare bytes, the last one ${times(everybody, bareEverybody)} times.`,
  );
} finally {
  closeClients();
  await Promise.all([browser.close(), office.close()]);
}
