import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Level } from 'pino';
import type { AppConfig } from '../../server/config.ts';
import type { Client, Input } from './clients.ts';
import { closeClients, connect, counterAt, kioskAt, logIn, wallAt } from './clients.ts';
import type { TestServer } from './server.ts';
import { closeServers, startServer } from './server.ts';
import { embeddingOf } from './visitors.ts';

/** How to come into the prepared office. */
type Keys = {
  readonly cookies: Readonly<Record<Login, string>>;
  readonly managerPassword: string;
};

export const logins = ['quanly', 'canbo1', 'canbo2', 'canbo3'] as const;
export type Login = (typeof logins)[number];
export const password = 'mat-khau-dai-du';

/** An office whose officers can log in, made once for all files of a run (`tests/scratch.ts`), copied for each test. */
const prepared = join(tmpdir(), 'staffed-office');
const dataOf = (folder: string): string => join(folder, 'data');
const keysOf = (folder: string): string => join(folder, 'keys.json');

async function makeKeys(server: TestServer): Promise<Keys> {
  const url = server.url();
  const first = server.firstManager;
  if (first === null) throw new Error('a new office has no manager');
  const cookies = new Map<Login, string>([['quanly', await logIn(url, first.login, first.password)]]);
  const manage = await connect(url, { screen: 'manage', cookie: cookies.get('quanly') ?? '' });
  for (const { id, login } of manage.view().officers) {
    const known = logins.find((name) => name === login);
    if (known === undefined || known === 'quanly') continue;
    await manage.do('officer:setPassword', { officerId: id, password });
    cookies.set(known, await logIn(url, known, password));
  }
  manage.close();
  return { cookies: Object.fromEntries(cookies) as Keys['cookies'], managerPassword: first.password };
}

/** Makes it whole in a folder of its own first: other files' processes look for it at the same time. */
async function prepare(): Promise<void> {
  const server = await startServer();
  const keys = await makeKeys(server);
  await server.stop();
  const folder = mkdtempSync(`${prepared}-`);
  mkdirSync(dataOf(folder));
  cpSync(server.data, dataOf(folder), { recursive: true });
  writeFileSync(keysOf(folder), JSON.stringify(keys));
  try {
    renameSync(folder, prepared);
  } catch (error) {
    // Another file's process was faster, and its office is as good.
    if (!existsSync(prepared)) throw error;
  }
}

/** A running office with ways to sit down at each of its screens. */
export type StaffedOffice = TestServer & {
  readonly cookies: Keys['cookies'];
  readonly managerPassword: string;
  readonly kiosk: () => Promise<Client<'kiosk'>>;
  readonly wall: () => Promise<Client<'wall'>>;
  readonly counter: (number: number) => Promise<Client<'counter'>>;
  readonly officer: (login?: Login) => Promise<Client<'officer'>>;
  readonly manage: () => Promise<Client<'manage'>>;
  /** The phone of whoever holds the paper with this address. */
  readonly phone: (trackUrl: string) => Promise<Client<'track'>>;
  /** An officer who has sat down at a counter. */
  readonly seated: (login: Login, counterNumber: number) => Promise<Client<'officer'>>;
};

/** What the address on a ticket's paper ends with. */
export const tokenIn = (trackUrl: string): string => trackUrl.split('/t/').at(-1) ?? '';

/** Starts a copy of the prepared office. @param more what is unlike the usual test server. */
export async function staffedOffice(
  more: Partial<AppConfig> & { readonly level?: Level } = {},
): Promise<StaffedOffice> {
  if (!existsSync(prepared)) await prepare();
  const { cookies, managerPassword } = JSON.parse(readFileSync(keysOf(prepared), 'utf8')) as Keys;
  const server = await startServer({ ...more, from: dataOf(prepared) });
  const officer = (login: Login = 'canbo1') =>
    connect(server.url(), { screen: 'officer', cookie: cookies[login] });
  return {
    ...server,
    cookies,
    managerPassword,
    kiosk: () => kioskAt(server.url()),
    wall: () => wallAt(server.url()),
    counter: (number) => counterAt(server.url(), number),
    officer,
    manage: () => connect(server.url(), { screen: 'manage', cookie: cookies.quanly }),
    phone: (trackUrl) => connect(server.url(), { screen: 'track', token: tokenIn(trackUrl) }),
    seated: async (login, counterNumber) => {
      const console = await officer(login);
      const counter = console.view().counters.find(({ number }) => number === counterNumber);
      if (counter === undefined) throw new Error(`there is no counter ${counterNumber}`);
      await console.do('desk:take', { counterId: counter.id });
      await console.until(({ desk }) => desk?.counterId === counter.id);
      return console;
    },
  };
}

/** Ends everything that a test has opened; for `afterEach`. */
export async function closeAll(): Promise<void> {
  closeClients();
  await closeServers();
}

/** The first field that a counter serves. */
export function fieldOf(console: Client<'officer'>, counterNumber: number): number {
  const fieldId = console.view().counters.find(({ number }) => number === counterNumber)?.fieldIds[0];
  if (fieldId === undefined) throw new Error(`counter ${counterNumber} serves nothing`);
  return fieldId;
}

/** What a kiosk sends of a person it saw: shots `from`, `from + 1`, … of them. */
export const shotsOf = (person: number, from = 0, count = 3) => ({
  modelId: 'test-set',
  embeddings: Array.from({ length: count }, (_, i) => [...embeddingOf(person, from + i, 64)]),
  quality: 0.8,
});

/** What a kiosk asks of a person it saw, when only one model set is in use. */
export const sightOf = (person: number, from = 0, count = 3) => ({
  ...shotsOf(person, from, count),
  previous: null,
});

/** Registers a face with consent to the current wording. */
export const enrol = (kiosk: Client<'kiosk'>, person: number, name: string | null = null, birthYear = 1980) =>
  kiosk.do('visitor:enrol', {
    ...shotsOf(person),
    card: null,
    name,
    birthYear,
    consent: { version: kiosk.view().consent.version, language: 'vi' },
  });

/** Takes a number of a field, as somebody the kiosk does not know. */
export const issue = (kiosk: Client<'kiosk'>, fieldId: number, visitorRef: string | null = null) =>
  kiosk.do('ticket:issue', { fieldId, legs: [], visitorRef, priority: null, channel: 'touch' });

/** An end of a service with nothing particular to record. */
export const plainFinish: Pick<Input<'ticket:finish'>, 'outcome' | 'callNext'> = {
  outcome: { result: 'completed', procedures: [], dossierCodes: [] },
  callNext: false,
};

/** A visit to one field only. */
export const noLegs: number[] = [];
