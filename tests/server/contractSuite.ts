import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Screen } from '../../shared/contract/protocol.ts';
import { screens } from '../../shared/contract/protocol.ts';
import type { Answer, RequestName } from '../../shared/contract/requests.ts';
import { onlyReads, requests } from '../../shared/contract/requests.ts';
import type { Client } from '../factories/clients.ts';
import { codeOf, connect, problemOf } from '../factories/clients.ts';
import type { Rows } from '../factories/server.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { issue, staffedOffice } from '../factories/staffedOffice.ts';
import { cases } from './requestTable.ts';
import { spoiled } from './spoiled.ts';

type Arranged = Awaited<ReturnType<typeof arranged>>;

/** The office where this request can be made, its database changed by SQL before anything happens. */
async function arranged(name: RequestName, before = '') {
  const office = await staffedOffice();
  if (before !== '') await office.edit(before);
  const { from, input, seen, other } = await cases[name].arrange(office);
  return { office, from, input, seen, other, requestId: randomUUID() };
}

/** @param before the phone that is to come back; without it a phone is somebody else's. */
const connectAs = async (office: StaffedOffice, screen: Screen, before?: Client): Promise<Client> => {
  switch (screen) {
    case 'kiosk':
      return office.kiosk();
    case 'wall':
      return office.wall();
    case 'counter':
      return office.counter(1);
    case 'officer':
      return office.officer('canbo3');
    case 'manage':
      return office.manage();
    case 'track': {
      const { token } = (before?.socket.auth ?? {}) as { token?: string };
      if (token !== undefined) return connect(office.url(), { screen, token });
      return office.phone((await issue(await office.kiosk(), 3)).trackUrl);
    }
  }
};

const anyRating = { ticketId: randomUUID(), level: 4, reasons: [], remark: null };

/** Without the audit, to which a request that only reads adds a line each time it is made. */
const unaudited = (rows: Rows): Rows => ({ ...rows, audit: [], audit_anchor: [] });

/** The last thing that a request writes is its answer. */
const failAtEnd = (name: RequestName): string =>
  `CREATE TRIGGER full BEFORE INSERT ON request WHEN NEW.name = '${name}'
   BEGIN SELECT raise(ABORT, 'the disk is full'); END`;

async function refuseMalformed(
  name: RequestName,
  from: Client,
  message: Record<string, unknown>,
): Promise<void> {
  const messages = spoiled(name, message);
  expect(messages.length).toBeGreaterThan(20);
  for (const [what, spoilt] of messages) {
    const answer = (await from.sendRaw(name, spoilt)) as Answer<unknown>;
    expect([what, problemOf(answer).kind]).toEqual([what, 'malformed']);
  }
}

/** Sends it from each screen that may not. */
async function refuseStrangers(office: StaffedOffice, name: RequestName, input: object): Promise<void> {
  const others = screens.filter((screen) => !(requests[name].callers as readonly Screen[]).includes(screen));
  for (const screen of others) {
    const stranger = await connectAs(office, screen);
    const before = office.rows();
    expect([screen, codeOf(await stranger.send(name, input as never))]).toEqual([screen, 'notAllowed']);
    expect(office.rows()).toEqual(before);
  }
}

/** Uses the id of a request that was carried out for other contents, another request, and by somebody else. */
async function refuseOtherUse(
  office: StaffedOffice,
  from: Client,
  { name, input, other, requestId }: Pick<Arranged, 'input' | 'other' | 'requestId'> & { name: RequestName },
): Promise<void> {
  const { screen } = from.stamped();
  if (other !== null) expect(codeOf(await from.send(name, { ...other, requestId }))).toBe('requestIdReused');
  const [strange, message] = {
    kiosk: [
      'ticket:issue',
      { fieldId: 1, legs: [], visitorRef: null, priority: null, channel: 'usual' },
    ] as const,
    officer: [name === 'desk:leave' ? 'ticket:callNext' : 'desk:leave', {}] as const,
    manage: ['device:remove', { deviceId: 99 }] as const,
    counter:
      name === 'rating:skip'
        ? (['rating:give', anyRating] as const)
        : (['rating:skip', { ticketId: anyRating.ticketId }] as const),
    track: ['rating:give', anyRating] as const,
  }[screen as Exclude<Screen, 'wall'>];
  expect(codeOf(await from.send(strange, { ...message, requestId }))).toBe('requestIdReused');
  if (screen !== 'officer') return;
  const colleague = await office.officer('canbo3');
  expect(codeOf(await colleague.send(name, { ...input, requestId }))).toBe('requestIdReused');
}

/** What is true of every request of the contract, tried with these; in several files, since it takes its time. */
export function testRequests(names: readonly RequestName[]): void {
  describe.each(names)('%s', (name) => {
    test('CT3 CT2 is refused if anything about it does not fit; carried out, another screen sees it', async () => {
      const { office, from, input, seen, requestId } = await arranged(name);
      const before = office.rows();
      await refuseMalformed(name, from, { requestId, ...input });
      expect(office.rows()).toEqual(before);
      expect(({} as { role?: string }).role).toBeUndefined();
      expect(office.logged()).toBe('');
      // What was refused has not used up the id.
      const output = await from.do(name, { ...input, requestId });
      // The case of this request takes this request's output; the types of all cases together cannot say so.
      await (seen as (output: unknown) => Promise<void>)(output);
    });
  });

  // Reading again does no harm.
  describe.each(names.filter((name) => !onlyReads(name)))('%s', (name) => {
    test('CT10 CT4 CT5 CT6 leaves nothing if it fails, is refused to others, and is made once under its id', async () => {
      const { office, from, input, other, requestId } = await arranged(name, failAtEnd(name));
      const { screen } = from.stamped();
      const untouched = office.rows();
      const failed = await from.send(name, { ...input, requestId });
      expect(problemOf(failed).kind).toBe('bug');
      expect(office.rows()).toEqual(untouched);
      if (name === 'visitor:enrol') {
        const { embeddings } = input as { embeddings: number[][] };
        const face = { modelId: 'test-set', quality: 0.8, embeddings, previous: null };
        expect(await from.do('visitor:identify', face)).toEqual({ kind: 'unknown' });
      }
      await office.edit('DROP TRIGGER full');
      await refuseStrangers(office, name, input);
      const comeBack = async (): Promise<Client> =>
        screen === 'officer' ? office.officer('canbo1') : connectAs(office, screen, from);

      const again = { ...input, requestId };
      const back = await comeBack();
      const [first, second] = await Promise.all([back.send(name, again), back.send(name, again)]);
      // An officer who changed their own password would be out; here the manager changes another's.
      expect(first.ok).toBe(true);
      expect(second).toEqual(first);
      const before = office.rows();
      expect(await back.send(name, again)).toEqual(first);
      await refuseOtherUse(office, back, { name, input, other, requestId });
      await office.restart();
      expect(await (await comeBack()).send(name, again)).toEqual(first);
      expect(office.rows()).toEqual(before);
    });
  });

  describe.each(names.filter(onlyReads))('%s', (name) => {
    test('DP1 CT4 writes nothing but the audit, keeps no answer, and is refused to others', async () => {
      const { office, from, input } = await arranged(name);
      const before = unaudited(office.rows());
      await from.do(name, input);
      expect(unaudited(office.rows())).toEqual(before);
      await refuseStrangers(office, name, input);
    });
  });
}
