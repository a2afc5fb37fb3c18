import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { protocolVersion, reconnect, viewEvent } from '../../../../shared/contract/protocol.ts';
import type { Stamped } from '../../../../shared/contract/views.ts';
import type { Kind } from '../../fanout/screens.ts';
import { exactly, shows } from '../../fanout/screens.ts';
import type { Order, Seat, Sight } from './crowd.ts';

/** One process of a crowd: screens that connect as `shared/link` does, and others that take what they are sent. */
type Member = { readonly seat: Seat; latest: Stamped<Kind> | null };

/** Not more at once, so that a server that starts is not run over by what no office has. */
const openedTogether = 50;

const members: Member[] = [];
/** How many take part in a round. */
let round = 0;
let seen: (index: number) => void = () => undefined;
let isSeen: (member: Member) => boolean = () => false;
let arrivals: Promise<number[]> = Promise.resolve([]);

/** Begins to note when each of a round has seen what is waited for. */
function begin(): void {
  const times = new Map<number, number>();
  arrivals = new Promise((resolve) => {
    if (round === 0) resolve([]);
    seen = (index) => {
      if (times.has(index)) return;
      times.set(index, exactly());
      if (times.size === round) resolve([...times.values()]);
    };
  });
}

const socketTo = (url: string, auth: object): Socket =>
  io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth,
    reconnectionDelay: reconnect.delayMs,
    reconnectionDelayMax: reconnect.maxDelayMs,
    timeout: 4_000,
  });

function openScreen(url: string, seat: Seat, index: number): Promise<void> {
  const { ahead: _, ...auth } = seat;
  const socket = socketTo(url, { protocol: protocolVersion, ...auth });
  const member: Member = { seat, latest: null };
  members.push(member);
  return new Promise((resolve, reject) => {
    socket.on(viewEvent, (view: Stamped<Kind>) => {
      member.latest = view;
      resolve();
      if (isSeen(member)) seen(index);
    });
    socket.once('connect_error', reject);
  });
}

/** Opens a Socket.IO client that is to be sent this view. */
const openTaker = (url: string, view: string, index: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = socketTo(url, {});
    socket.on(viewEvent, () => seen(index));
    socket.once('connect', () => socket.emit('take', view, resolve));
    socket.once('connect_error', reject);
  });

/** Opens a bare client that is to be sent these bytes. */
const openRaw = (url: string, view: string, index: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const raw = new WebSocket(url, { perMessageDeflate: false });
    raw.once('error', reject);
    raw.once('open', () => raw.send(`42["${viewEvent}",${view}]`));
    raw.once('message', () => {
      resolve();
      // Read as views are, so that both have the same to do.
      raw.on('message', (data: Buffer) => {
        JSON.parse(data.toString('utf8').slice(2));
        seen(index);
      });
    });
  });

async function openAll<T>(those: readonly T[], open: (one: T, index: number) => Promise<void>) {
  round = those.length;
  for (let from = 0; from < those.length; from += openedTogether)
    await Promise.all(those.slice(from, from + openedTogether).map((one, i) => open(one, from + i)));
}

function sees(sight: Sight): (member: Member) => boolean {
  const lives = new Map(members.map((member) => [member, member.latest?.epoch]));
  switch (sight.kind) {
    case 'call':
      return ({ seat, latest }) =>
        latest !== null &&
        shows(seat.screen, latest.data, { number: sight.number, ahead: seat.ahead - sight.calls });
    case 'life':
      return (member) => member.latest?.epoch !== lives.get(member);
    case 'bytes':
      return () => false;
  }
}

async function obey(order: Order): Promise<readonly (number | string)[]> {
  switch (order.order) {
    case 'open':
      await openAll(order.seats, (seat, index) => openScreen(order.url, seat, index));
      return [];
    case 'take':
      await openAll(order.views, (view, index) =>
        order.bare ? openRaw(order.url, view, index) : openTaker(order.url, view, index),
      );
      return [];
    case 'await':
      begin();
      isSeen = sees(order.sight);
      return [];
    case 'arrivals':
      return arrivals;
    case 'views':
      return members.map(({ latest }) => JSON.stringify(latest));
  }
}

process.on('message', (order: Order) => {
  void obey(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit());
