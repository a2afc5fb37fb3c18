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
      return office.phone((await issue(await office.kiosk(), 9)).trackUrl);
    }
  }
};

const anyRating = { ticketId: randomUUID(), level: 4, reasons: [], remark: null };

/** Without the audit, to which a request that only reads adds a line each time it is made. */
const unaudited = (rows: Rows): Rows => ({ ...rows, audit: [], audit_anchor: [] });

/** What is true of every request of the contract, tried with these; in several files, since it takes its time. */
export function testRequests(names: readonly RequestName[]): void {
  describe.each(names)('%s', (name) => {
    test('CT2 is carried out, and another screen sees it', async () => {
      const { from, input, seen } = await arranged(name);
      // The case of this request takes this request's output; the types of all cases together cannot say so.
      await (seen as (output: unknown) => Promise<void>)(await from.do(name, input));
    });

    test('CT3 is refused when anything about it does not fit, and nothing changes', async () => {
      const { office, from, input, requestId } = await arranged(name);
      const before = office.rows();
      const messages = spoiled(name, { requestId, ...input });
      expect(messages.length).toBeGreaterThan(20);
      for (const [what, message] of messages) {
        const answer = (await from.sendRaw(name, message)) as Answer<unknown>;
        expect([what, problemOf(answer).kind]).toEqual([what, 'malformed']);
      }
      expect(office.rows()).toEqual(before);
      expect(({} as { role?: string }).role).toBeUndefined();
      expect(office.logged()).toBe('');
      // What was refused has not used up the id.
      expect((await from.send(name, { ...input, requestId })).ok).toBe(true);
    });

    test('CT4 is refused to all other screens, and nothing changes', async () => {
      const { office, input } = await arranged(name);
      const others = screens.filter(
        (screen) => !(requests[name].callers as readonly Screen[]).includes(screen),
      );
      for (const screen of others) {
        const stranger = await connectAs(office, screen);
        const before = office.rows();
        expect([screen, codeOf(await stranger.send(name, input))]).toEqual([screen, 'notAllowed']);
        expect(office.rows()).toEqual(before);
      }
    });
  });

  // Reading again does no harm.
  describe.each(names.filter((name) => !onlyReads(name)))('%s', (name) => {
    test('CT5 sent again with its id gives the same answer and changes nothing, also after a restart', async () => {
      const { office, from, input, requestId } = await arranged(name);
      const { screen } = from.stamped();
      const again = { ...input, requestId };
      const [first, second] = await Promise.all([from.send(name, again), from.send(name, again)]);
      // An officer who changed their own password would be out; here the manager changes another's.
      expect(first.ok).toBe(true);
      expect(second).toEqual(first);
      const before = office.rows();
      expect(await from.send(name, again)).toEqual(first);
      await office.restart();
      const later =
        screen === 'officer' ? await office.officer('canbo1') : await connectAs(office, screen, from);
      expect(await later.send(name, again)).toEqual(first);
      expect(office.rows()).toEqual(before);
    });

    test('CT6 with the id of another request is refused, and nothing changes', async () => {
      const { office, from, input, other, requestId } = await arranged(name);
      const { screen } = from.stamped();
      await from.do(name, { ...input, requestId });
      const before = office.rows();
      if (other !== null)
        expect(codeOf(await from.send(name, { ...other, requestId }))).toBe('requestIdReused');
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
      if (screen === 'officer') {
        const colleague = await office.officer('canbo3');
        expect(codeOf(await colleague.send(name, { ...input, requestId }))).toBe('requestIdReused');
      }
      expect(office.rows()).toEqual(before);
    });

    test('CT10 that fails at its very end leaves nothing behind, and can be made again', async () => {
      // The last thing written is the answer.
      const full = `CREATE TRIGGER full BEFORE INSERT ON request WHEN NEW.name = '${name}'
                  BEGIN SELECT raise(ABORT, 'the disk is full'); END`;
      const { office, from, input, requestId } = await arranged(name, full);
      const { screen } = from.stamped();
      const before = office.rows();
      const failed = await from.send(name, { ...input, requestId });
      expect(problemOf(failed).kind).toBe('bug');
      expect(office.rows()).toEqual(before);
      if (name === 'visitor:enrol') {
        const { embeddings } = input as { embeddings: number[][] };
        const face = { modelId: 'test-set', quality: 0.8, embeddings, previous: null };
        expect(await from.do('visitor:identify', face)).toEqual({ kind: 'unknown' });
      }
      await office.edit('DROP TRIGGER full');
      const again =
        screen === 'officer' ? await office.officer('canbo1') : await connectAs(office, screen, from);
      expect((await again.send(name, { ...input, requestId })).ok).toBe(true);
    });
  });

  describe.each(names.filter(onlyReads))('%s', (name) => {
    test('DP1 only reads: nothing is written but the audit, and no answer is kept', async () => {
      const { office, from, input } = await arranged(name);
      const before = unaudited(office.rows());
      await from.do(name, input);
      expect(unaudited(office.rows())).toEqual(before);
    });
  });
}
