import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Socket } from 'socket.io';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  protocolVersion,
  requestTimeoutMs,
  turnedAway,
  viewEvent,
} from '../../../shared/contract/protocol.ts';
import { wholeContract } from '../../../shared/link/contract.ts';
import type { LinkState } from '../../../shared/link/link.ts';
import { openLink } from '../../../shared/link/link.ts';
import { newRequestId } from '../../../shared/link/requestId.ts';
import { wall } from '../../screens/displays/views.ts';

/** A server of which the test says what it does with each connection and request. */
let io: Server;
let url: string;
let refusal: string | null;
let connections: number;
let onConnection: (socket: Socket) => void;
const opened: { close: () => void }[] = [];

const message = (more: Partial<{ epoch: string; version: number; at: number; data: unknown }> = {}) => ({
  epoch: 'one',
  version: 1,
  at: 1_000,
  screen: 'wall',
  data: wall([]),
  ...more,
});

const open = (who: Parameters<typeof openLink>[2] = {}) => {
  const link = openLink('wall', wholeContract('wall'), { url, ...who });
  opened.push(link);
  const seen: LinkState<'wall'>['kind'][] = [];
  link.subscribe(() => seen.push(link.state().kind));
  const become = (kind: LinkState<'wall'>['kind']): Promise<void> =>
    vi.waitFor(() => expect(link.state().kind).toBe(kind), { timeout: 8_000, interval: 10 });
  return { link, seen, become };
};

async function listen(port: number): Promise<void> {
  const http = createServer();
  io = new Server(http, { transports: ['websocket'] });
  io.use((socket, next) => {
    connections += 1;
    next(refusal === null || refusal === 'its own token' ? undefined : new Error(refusal));
  });
  io.on('connection', (socket) => onConnection(socket));
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  refusal = null;
  connections = 0;
  onConnection = (socket) => socket.emit(viewEvent, message());
  await listen(0);
});
afterEach(async () => {
  for (const link of opened.splice(0)) link.close();
  await io.close();
});

describe('the line to the server', () => {
  it('S1 is live with the first view and says who the screen is', async () => {
    let auth: unknown;
    onConnection = (socket) => {
      auth = socket.handshake.auth;
      socket.emit(viewEvent, message());
    };
    const { link, become } = open({ token: 'secret' });
    expect(link.state()).toEqual({ kind: 'connecting' });
    await become('live');
    expect(auth).toEqual({ protocol: protocolVersion, screen: 'wall', token: 'secret' });
    expect(link.state()).toMatchObject({ view: { epoch: 'one', version: 1 } });
  });

  it.each([
    ['a newer version', { version: 6 }, 6],
    ['the same version, come again', { version: 5 }, 5],
    ['an older version', { version: 4 }, 5],
    ['another life of the server with a lower version', { epoch: 'two', version: 1 }, 1],
  ])('S2 keeps the newest view: %s', async (_what, next, kept) => {
    onConnection = (socket) => {
      socket.emit(viewEvent, message({ version: 5 }));
      socket.emit(viewEvent, message(next));
    };
    const { link, become } = open();
    await become('live');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(link.state()).toMatchObject({ view: { version: kept } });
  });

  it('S3 keeps the view while cut off, comes back by itself and is right at once', async () => {
    const { link, seen, become } = open();
    await become('live');
    const port = Number(new URL(url).port);
    await io.close();
    await become('cut');
    expect(link.state()).toMatchObject({ view: { version: 1 } });
    onConnection = (socket) => socket.emit(viewEvent, message({ epoch: 'two', version: 9 }));
    await listen(port);
    await become('live');
    expect(link.state()).toMatchObject({ view: { epoch: 'two', version: 9 } });
    expect(seen).toEqual(['live', 'cut', 'live']);
  });

  it('S3 comes back when the server itself ended the line, without a tight loop', async () => {
    onConnection = (socket) => {
      socket.emit(viewEvent, message());
      setTimeout(() => socket.disconnect(true), 20);
    };
    const { become } = open();
    await become('live');
    await become('cut');
    await become('live');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(connections).toBeGreaterThanOrEqual(2);
    expect(connections).toBeLessThanOrEqual(4);
  });

  it('S3 comes back from a refusal that the contract does not know', async () => {
    refusal = 'database is locked';
    const { become } = open();
    await become('cut');
    refusal = null;
    await become('live');
  });

  it('S4 stays turned away, whatever the reason, until it is opened anew', async () => {
    io.use((socket, next) => {
      const why = refusal === null ? undefined : (socket.handshake.auth['token'] as string);
      next(why === undefined ? undefined : new Error(why));
    });
    refusal = 'its own token';
    const links = turnedAway.map((why) => ({ why, ...open({ token: why }) }));
    for (const { why, link, become } of links) {
      await become('turnedAway');
      expect(link.state()).toEqual({ kind: 'turnedAway', why, wasIn: false });
    }
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(connections).toBe(turnedAway.length);
    refusal = null;
    for (const { link, become } of links) {
      link.reopen();
      expect(link.state()).toEqual({ kind: 'connecting' });
      await become('live');
    }
  });

  it('S4 tells a session that ran out from somebody who never came in', async () => {
    const { link, become } = open();
    await become('live');
    refusal = 'login';
    io.disconnectSockets(true);
    await become('turnedAway');
    expect(link.state()).toEqual({ kind: 'turnedAway', why: 'login', wasIn: true });
  });

  it('S4 opened anew it forgets what it showed to the one before', async () => {
    const { link, seen, become } = open();
    await become('live');
    refusal = 'login';
    link.reopen();
    await become('turnedAway');
    expect(link.state()).toEqual({ kind: 'turnedAway', why: 'login', wasIn: false });
    expect(seen).toEqual(['live', 'connecting', 'turnedAway']);
  });

  it('S5 a view it cannot read means that the page is out of date, and stays so', async () => {
    onConnection = (socket) => {
      socket.emit(viewEvent, message({ data: { calls: 'new shape' } }));
      socket.emit(viewEvent, message());
    };
    const { link, become } = open();
    await become('turnedAway');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(link.state()).toMatchObject({ kind: 'turnedAway', why: 'protocol' });
  });

  it('S6 shows the time of the server, also while cut off', async () => {
    const at = Date.UTC(2026, 10, 22, 1, 2, 3);
    onConnection = (socket) => socket.emit(viewEvent, message({ at }));
    const before = Date.now();
    const start = performance.now();
    const { link, become } = open();
    expect(link.now()).toBeGreaterThanOrEqual(before);
    expect(link.now()).toBeLessThanOrEqual(Date.now());
    // The view was made after that, so less has passed since.
    const passed = (now: number): void => {
      expect(now - at).toBeGreaterThanOrEqual(0);
      expect(now - at).toBeLessThanOrEqual(Math.ceil(performance.now() - start));
    };
    await become('live');
    passed(link.now());
    await io.close();
    await become('cut');
    const state = link.state();
    passed(state.kind === 'cut' ? state.since : NaN);
    passed(link.now());
  });

  it('S7 a closed link neither listens nor tells', async () => {
    const first = open();
    first.link.close();
    const second = open();
    await second.become('live');
    expect(first.seen).toEqual([]);
    expect(first.link.state().kind).toBe('connecting');
    expect(io.sockets.sockets.size).toBe(1);
  });
});

describe('requests', () => {
  const seat = { counterId: 3 };

  it('S8 gives back what the server answers', async () => {
    onConnection = (socket) =>
      socket.on('desk:take', (_input, answer: (value: unknown) => void) => answer({ ok: true, value: {} }));
    const { link } = open();
    expect(await link.send('desk:take', seat)).toEqual({ ok: true, value: {} });
  });

  it('S8 sends the same id again when the line broke before the answer came', async () => {
    const ids: string[] = [];
    onConnection = (socket) =>
      socket.on('desk:take', (input: { requestId: string }, answer: (value: unknown) => void) => {
        ids.push(input.requestId);
        if (ids.length === 1) socket.conn.close();
        else answer({ ok: true, value: {} });
      });
    const { link } = open();
    expect(await link.send('desk:take', seat)).toEqual({ ok: true, value: {} });
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('S8 says offline when nobody answers in the time given', async () => {
    onConnection = (socket) => socket.on('desk:take', () => undefined);
    const { link } = open();
    const before = performance.now();
    expect(await link.send('desk:take', seat, { patienceMs: 300 })).toEqual({
      ok: false,
      problem: { kind: 'offline' },
    });
    // Far less than the time it would wait by itself.
    expect(performance.now() - before).toBeLessThan(requestTimeoutMs);
  });

  it('S8 keeps an id that it was given, for a caller that goes on trying', async () => {
    const ids: string[] = [];
    onConnection = (socket) =>
      socket.on('desk:take', (input: { requestId: string }, answer: (value: unknown) => void) => {
        ids.push(input.requestId);
        if (ids.length > 1) answer({ ok: true, value: {} });
      });
    const { link } = open();
    const requestId = newRequestId();
    await link.send('desk:take', seat, { patienceMs: 200, requestId });
    await link.send('desk:take', seat, { patienceMs: 2_000, requestId });
    expect(ids).toEqual([requestId, requestId]);
  });

  it('S8 does not ask again and again when it cannot read the answer', async () => {
    let asked = 0;
    onConnection = (socket) =>
      socket.on('desk:take', (_input, answer: (value: unknown) => void) => {
        asked += 1;
        answer({ ok: true, value: { surprising: true } });
      });
    const { link } = open();
    expect(await link.send('desk:take', seat)).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    expect(asked).toBe(1);
  });

  it('S8 says offline at once when it was turned away or closed', async () => {
    refusal = 'login';
    const { link, become } = open();
    await become('turnedAway');
    const before = performance.now();
    expect(await link.send('desk:take', seat)).toMatchObject({ problem: { kind: 'offline' } });
    expect(performance.now() - before).toBeLessThan(requestTimeoutMs);
  });

  it('S8 makes ids that the contract takes, on pages without a secure context too', () => {
    const ids = Array.from({ length: 100 }, newRequestId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(new Set(ids).size).toBe(100);
  });
});
