import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Screen } from '../../shared/contract/protocol.ts';
import { handshake, protocolVersion } from '../../shared/contract/protocol.ts';
import type { Answer, RequestName } from '../../shared/contract/requests.ts';
import { requestNames, requests } from '../../shared/contract/requests.ts';
import type { Client } from '../factories/clients.ts';
import { codeOf, connect, openSocket } from '../factories/clients.ts';
import { closeAll, issue, staffedOffice, tokenIn } from '../factories/staffedOffice.ts';
import { long } from '../long.ts';
import { valuesOf } from '../suites/fromSchema.ts';
import { withUnknownMembers, withWrongTypes } from '../suites/spoil.ts';
import { pairedDevice } from './requestCase.ts';

afterEach(closeAll);

/** An office with one of each kind of screen that may send anything. */
async function everyScreen() {
  const office = await staffedOffice();
  const manage = await office.manage();
  const { client: kiosk } = await pairedDevice(office, manage, 'kiosk');
  const { trackUrl } = await issue(kiosk, 1);
  const senders: Readonly<Record<Exclude<Screen, 'wall'>, Client>> = {
    kiosk,
    manage,
    counter: await office.counter(1),
    officer: await office.officer(),
    track: await office.phone(trackUrl),
  };
  const senderOf = (name: RequestName): Client => {
    const [screen] = requests[name].callers as readonly Exclude<Screen, 'wall'>[];
    if (screen === undefined) throw new Error(`nobody sends ${name}`);
    return senders[screen];
  };
  return { office, senders, senderOf, trackUrl };
}

/** No trace of the program, of its files, or of its database. */
const inside = /node_modules|\.ts\b|\bat \S+ \(|SELECT |INSERT |SQLITE|sqlite/u;

const throughJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)) ??
      'null',
  );
const seeds = Array.from({ length: long ? 20 : 1 }, (_, i) => i + 1);
/** So many spoilt messages of one request, that all requests of one screen are no flood. */
const mostSpoilt = 12;

/** Messages that a request has to refuse: made from its schema, then changed in one place. */
const spoiltFor = (name: RequestName, seed: number): readonly { what: string; value: unknown }[] => {
  const { input } = requests[name];
  const all = fc
    .sample(valuesOf(input), { numRuns: 1, seed })
    .flatMap((value) => [...withUnknownMembers(value), ...withWrongTypes(value)])
    .map(({ what, value }) => ({ what, value: throughJson(value) }))
    .filter(({ value }) => !input.safeParse(value).success);
  return fc.sample(fc.constantFrom(...all), { numRuns: mostSpoilt, seed });
};

/**
 * Requests whose made-up forms would do more than try the server: reach for printers in the network, end the sessions
 * that the others are sent by, or close the server for a backup.
 */
const notAtRandom = /^(printer:|officer:|device:remove|configuration:import|backup:)/u;

describe('every request', () => {
  test.each(seeds)(
    'AT20 made up from the contract and then spoilt is refused as malformed, and nothing changes (%i)',
    async (seed) => {
      const { office, senderOf } = await everyScreen();
      const before = office.rows();
      for (const name of requestNames)
        // At once: nothing of what is refused can come in another's way.
        await Promise.all(
          spoiltFor(name, seed).map(async ({ what, value }) => {
            const answer = await senderOf(name).sendRaw(name, value);
            expect([name, what, answer]).toMatchObject([
              name,
              what,
              { ok: false, problem: { kind: 'malformed' } },
            ]);
            expect(JSON.stringify(answer)).not.toMatch(inside);
          }),
        );
      expect(office.rows()).toEqual(before);
      expect(office.logged()).toBe('');
    },
  );

  test.each(seeds)(
    'AT21 made up from the contract as it may be is done or refused, and is never a fault (%i)',
    async (seed) => {
      const { office, senderOf } = await everyScreen();
      const safe = requestNames.filter((name) => !notAtRandom.test(name));
      const codes = new Set<string | null>();
      for (const name of safe)
        for (const value of fc.sample(valuesOf(requests[name].input), { numRuns: 2, seed })) {
          const answer = (await senderOf(name).sendRaw(name, {
            ...(value as object),
            // Drawn from one seed they would all be the same.
            requestId: randomUUID(),
          })) as Answer<unknown>;
          expect([name, answer.ok || answer.problem.kind]).not.toEqual([name, 'bug']);
          expect(JSON.stringify(answer)).not.toMatch(inside);
          codes.add(codeOf(answer));
        }
      // It came as far as the use cases.
      expect(codes.size).toBeGreaterThan(25);
      expect((await office.kiosk()).count()).toBeGreaterThan(0);
      expect(office.logged()).toBe('');
    },
  );

  test('AT22 is refused on a line whose session or ticket is over, and nothing changes', async () => {
    const { office, senders, senderOf } = await everyScreen();
    const { officer, manage, track } = senders;
    /**
     * Sends whatever a screen may, once it is over. @returns how it was answered, as far as it was before the line was
     * cut, which any push of a view may do first.
     */
    const sendAll = async (screen: Client): Promise<readonly (string | null)[]> => {
      const codes: (string | null)[] = [];
      for (const name of requestNames.filter((one) => senderOf(one) === screen)) {
        const [value] = fc.sample(valuesOf(requests[name].input), { numRuns: 1, seed: 1 });
        screen.socket.emit(name, value, (answer: Answer<unknown>) => codes.push(codeOf(answer)));
      }
      await screen.ended();
      return codes;
    };
    const before = office.rows();
    office.clock.pass(12 * 3600_000);
    const codes = [...(await sendAll(officer)), ...(await sendAll(manage))];
    expect(office.rows()).toEqual(before);
    // By then the day is over as well, which changes more than requests do.
    office.clock.pass(3 * 24 * 3600_000);
    codes.push(...(await sendAll(track)));
    expect(codes.filter((code) => code !== 'sessionExpired')).toEqual([]);
  });
});

describe('the way in', () => {
  test('AT23 a made-up or spoilt opening message lets nobody in whom it does not name', async () => {
    const office = await staffedOffice();
    const before = office.rows();
    const made = fc.sample(valuesOf(handshake), { numRuns: long ? 200 : 8, seed: 2 });
    const away = new Set<string>();
    for (const value of made.flatMap((one) => [one, ...withUnknownMembers(one), ...withWrongTypes(one)])) {
      const sent = throughJson(value);
      // Socket.IO's client itself sends nothing but objects.
      if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) continue;
      if (handshake.safeParse(sent).success && (sent as { protocol: number }).protocol === protocolVersion)
        continue;
      const socket = openSocket(office.url(), sent);
      away.add(
        await new Promise<string>((resolve) => {
          socket.once('connect', () => resolve('let in'));
          socket.once('connect_error', ({ message }) => resolve(message));
        }),
      );
      socket.disconnect();
    }
    expect([...away].toSorted()).toEqual(['malformed', 'protocol']);
    expect(office.rows()).toEqual(before);
    expect(office.logged()).toBe('');
  });

  test('AT24 a page of another site gets no line with the cookie of whoever looks at it, and no view', async () => {
    const office = await staffedOffice();
    for (const origin of ['http://ke-xau.example', 'null', `${office.url()}0`]) {
      const socket = openSocket(
        office.url(),
        { protocol: protocolVersion, screen: 'manage' },
        { origin, cookie: office.cookies.quanly },
      );
      const heard: string[] = [];
      socket.onAny((event: string) => heard.push(event));
      const why = await new Promise((resolve) => {
        socket.once('connect', () => resolve('let in'));
        socket.once('connect_error', ({ message }) => resolve(message));
      });
      expect([origin, why, heard]).toEqual([origin, 'origin', []]);
    }
  });

  test('AT25 a wall or a counter display that goes bad learns of visitors nothing, by whatever it asks', async () => {
    const { office, trackUrl } = await everyScreen();
    const { client: wall, token } = await pairedDevice(office, await office.manage(), 'wall');
    const before = office.rows();
    const notItsOwn = requestNames.filter(
      (name) => !(requests[name].callers as readonly Screen[]).includes('wall'),
    );
    for (const name of notItsOwn) {
      const [value] = fc.sample(valuesOf(requests[name].input), { numRuns: 1, seed: 4 });
      const answer = (await wall.sendRaw(name, value)) as Answer<unknown>;
      expect([name, codeOf(answer)]).toEqual([name, 'notAllowed']);
    }
    expect(office.rows()).toEqual(before);
    for (const screen of ['kiosk', 'counter', 'officer', 'manage', 'track'] as const) {
      const other = connect(office.url(), { screen, token, headers: { host: 'luot.example' } });
      await expect(other).rejects.toThrow(/turned away: (unpaired|login)/u);
    }
    // A ticket's token is no session and no device either.
    const phone = tokenIn(trackUrl);
    for (const screen of ['kiosk', 'wall', 'counter', 'officer', 'manage'] as const) {
      const cookie = `luot_session=${phone}`;
      const other = connect(office.url(), { screen, token: phone, cookie });
      await expect(other).rejects.toThrow(/turned away: (unpaired|login)/u);
    }
  });
});
