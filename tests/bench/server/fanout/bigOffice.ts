import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Socket } from 'socket.io-client';
import { protocolVersion } from '../../../../shared/contract/protocol.ts';
import type { RequestName, RequestOutput } from '../../../../shared/contract/requests.ts';
import type { Office } from '../../../e2e/office.ts';
import { openOffice } from '../../../e2e/office.ts';
import type { Input } from '../../../factories/clients.ts';
import { closeClients, connect, kioskAt, logIn, openSocket } from '../../../factories/clients.ts';
import type { Seat } from './crowd.ts';
import type { Measured } from './measured.ts';
import { startMeasured } from './measured.ts';

/** An office with many screens, whose server runs in a process that is measured. */
export type BigOffice = {
  readonly url: string;
  readonly data: string;
  readonly seats: readonly Seat[];
  readonly usage: Measured['usage'];
  /** The next number, called at the counter that all counter displays belong to. */
  readonly call: () => Promise<Called>;
  /** What the next number will be. */
  readonly next: () => string;
  /** Serves whoever was called to the end. */
  readonly serve: (called: Called) => Promise<void>;
  readonly kill: () => Promise<void>;
  /** On the same data and the same port. @returns when it said that it listens, ms since 1970. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};
type Called = RequestOutput<'ticket:callNext'>;

const server = join(import.meta.dirname, '../../../../server/main.ts');
const counterNumber = 2;
const outcome: Input<'ticket:finish'>['outcome'] = { result: 'completed', procedures: [], dossierCodes: [] };

/** A line is not longer; beyond that several phones look at one ticket. */
const waitingAtMost = 250;

/** An office of people who wait: one screen in five is a wall, three in ten are counter displays, half are phones. */
export const kindOf = (index: number): Seat['screen'] => {
  const place = index % 10;
  if (place < 2) return 'wall';
  return place < 5 ? 'counter' : 'track';
};

const tokenOf = (index: number): string => `screen-${index}`;

/** Pairs the walls and counter displays, each a device of its own with its own token. */
function pair(data: string, screens: number): void {
  const db = new Database(join(data, 'luot.db'));
  const counter = db
    .prepare<[number], number>('SELECT id FROM counter WHERE number = ?')
    .pluck()
    .get(counterNumber);
  const add = db.prepare(
    'INSERT INTO device (screen, name, counter_id, token_hash, paired_at) VALUES (?, ?, ?, ?, 0)',
  );
  db.transaction(() => {
    for (let i = 0; i < screens; i++) {
      const screen = kindOf(i);
      if (screen === 'track') continue;
      const hash = createHash('sha256').update(tokenOf(i)).digest();
      add.run(screen, `Screen ${i}`, screen === 'counter' ? counter : null, hash);
    }
  })();
  db.close();
}

/** An officer's line without a page behind it, which would read every view. */
function asker(socket: Socket) {
  let id = 0;
  return async <N extends RequestName>(name: N, input: object): Promise<RequestOutput<N>> => {
    const message = { ...input, requestId: `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}` };
    const answer = (await socket.timeout(60_000).emitWithAck(name, message)) as
      | { readonly ok: true; readonly value: RequestOutput<N> }
      | { readonly ok: false; readonly problem: unknown };
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`);
    return answer.value;
  };
}

/**
 * Opens one.
 * @param screens how many there will be, the phones behind as many as will be called.
 */
export async function openBigOffice(screens: number, calls: number): Promise<BigOffice> {
  const office = await openOffice();
  const { login, password } = office.manager;
  const cookie = await logIn(office.url, login, password);
  const console = await connect(office.url, { screen: 'officer', cookie });
  const counter = console.view().counters.find(({ number }) => number === counterNumber);
  if (counter === undefined) throw new Error(`there is no counter ${counterNumber}`);
  await console.do('desk:take', { counterId: counter.id });
  const { desk, fields } = await console.until((view) => view.desk !== null);
  const field = fields.find(({ id }) => desk?.fieldIds.includes(id));
  if (field === undefined) throw new Error('the counter serves nothing');
  console.close();
  const seats = await fill(office, field.id, { screens, calls });
  closeClients();
  await office.kill();
  pair(office.data, screens);
  return run(office, { cookie, seats, prefix: field.prefix });
}

/** Gives out the numbers. */
async function fill(
  office: Office,
  fieldId: number,
  { screens, calls }: { readonly screens: number; readonly calls: number },
): Promise<readonly Seat[]> {
  const kiosk = await kioskAt(office.url);
  const plain = { visitorRef: null, priority: null, channel: 'touch' } as const;
  const take = () => kiosk.do('ticket:issue', { ...plain, legs: [], fieldId });
  // One more, so that somebody is ahead of every phone to the end.
  for (let i = 0; i < calls + 1; i++) await take();
  const phones: Seat[] = [];
  for (let i = 0; i < Math.min(waitingAtMost, screens / 2); i++) {
    const { trackUrl } = await take();
    phones.push({ screen: 'track', token: trackUrl.split('/').at(-1) ?? '', ahead: calls + 1 + i });
  }
  return Array.from({ length: screens }, (_, i): Seat => {
    const phone = phones[i % phones.length];
    const screen = kindOf(i);
    return screen === 'track' && phone !== undefined ? phone : { screen, token: tokenOf(i), ahead: 0 };
  });
}

async function run(
  office: Office,
  {
    cookie,
    seats,
    prefix,
  }: { readonly cookie: string; readonly seats: BigOffice['seats']; readonly prefix: string },
): Promise<BigOffice> {
  const { url, data } = office;
  const start = () =>
    startMeasured(server, ['--port', new URL(url).port, '--data', data, '--no-open'], /Manage +http/u);
  let measured: Measured = await start();
  const sit = () => asker(openSocket(url, { protocol: protocolVersion, screen: 'officer' }, { cookie }));
  const say = sit();
  let called = 0;
  return {
    url,
    data,
    seats,
    usage: () => measured.usage(),
    next: () => `${prefix}${String(called + 1).padStart(3, '0')}`,
    call: () => {
      called += 1;
      return say('ticket:callNext', {});
    },
    serve: async ({ ticketId }) => {
      await say('ticket:start', { ticketId });
      await say('ticket:finish', { ticketId, outcome, callNext: false });
    },
    kill: () => measured.kill(),
    restart: async () => {
      measured = await start();
    },
    close: async () => {
      closeClients();
      await measured.kill();
      await office.close();
    },
  };
}
