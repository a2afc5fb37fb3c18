import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Socket } from 'socket.io-client';
import type { Screen } from '../../shared/contract/protocol.ts';
import { protocolVersion, viewEvent } from '../../shared/contract/protocol.ts';
import type { Answer, RequestName } from '../../shared/contract/requests.ts';
import type { Stamped, View } from '../../shared/contract/views.ts';
import { openSocket } from '../factories/clients.ts';

/** A request that was answered, however often it had to be sent. */
export type Answered = {
  readonly actor: string;
  readonly name: RequestName;
  readonly input: Readonly<Record<string, unknown>> & { readonly requestId: string };
  readonly answer: Answer<unknown>;
};

export type Racer<S extends Screen> = {
  readonly view: () => View<S>;
  /** Sends a request, again and again by its id until it is answered, and writes it into the diary. */
  readonly send: (name: RequestName, input: object) => Promise<Answer<unknown>>;
  readonly close: () => void;
};

/** What all racers share. */
export type Race = {
  readonly url: string;
  readonly random: () => number;
  readonly diary: Answered[];
  /** What must not happen, said at once. */
  readonly faults: string[];
  readonly reconnects: { count: number };
};

const patienceMs = 10_000;
/** Between two tries to reach a server that was killed. */
const serverAwayMs = 50;
/** What Socket.IO says of a line that broke, or brought nothing, before it was open. */
const lineBroke = ['websocket error', 'timeout'];
const chanceOfCut = 0.01;
const chanceOfDouble = 0.03;

/** A screen that is impatient: it sends twice at once, and cuts its own line in the middle of a request. */
export async function openRacer<S extends Screen>(
  race: Race,
  screen: S,
  actor: string,
  cookie: string | null,
): Promise<Racer<S>> {
  let latest: View<S> | null = null;
  let socket: Socket | null = null;

  const connect = async (): Promise<Socket> => {
    const headers = cookie === null ? {} : { cookie };
    const opened = openSocket(race.url, { protocol: protocolVersion, screen }, headers);
    opened.on(viewEvent, (message: Stamped<S>) => (latest = message.data));
    await new Promise<void>((resolve, reject) => {
      opened.once(viewEvent, () => resolve());
      opened.once('connect_error', reject);
      opened.once('disconnect', () => reject(new Error(lineBroke[0])));
    });
    socket = opened;
    return opened;
  };
  /** Tries until the line holds; whoever is turned away does not try again. */
  const reconnect = async (): Promise<Socket> => {
    for (;;)
      try {
        return await connect();
      } catch (error) {
        if (!(error instanceof Error) || !lineBroke.includes(error.message)) throw error;
        await sleep(serverAwayMs);
      }
  };
  let connecting: Promise<Socket> | null = null;
  const line = (): Promise<Socket> => {
    if (socket?.connected === true) return Promise.resolve(socket);
    connecting ??= reconnect().finally(() => (connecting = null));
    return connecting;
  };
  await line();

  /** By whatever line there is, until an answer comes. */
  const ask = async (name: string, message: object): Promise<Answer<unknown>> => {
    for (;;) {
      const open = await line();
      try {
        return (await open.timeout(patienceMs).emitWithAck(name, message)) as Answer<unknown>;
      } catch {
        // The line was cut before the answer: what was asked may or may not have been done.
      }
    }
  };

  /** Sends it and pulls the cable before the answer can come. */
  const cutOff = async (name: string, message: object): Promise<void> => {
    race.reconnects.count += 1;
    const open = await line();
    open.emit(name, message, () => undefined);
    // Once it is on its way, or not even that.
    if (race.random() < 0.5) await new Promise((resolve) => setTimeout(resolve, 1));
    open.disconnect();
  };

  const send = async (name: RequestName, input: object): Promise<Answer<unknown>> => {
    const message = { ...input, requestId: randomUUID() };
    if (race.random() < chanceOfCut) await cutOff(name, message);
    const twice = race.random() < chanceOfDouble;
    const [answer, again] = await Promise.all([ask(name, message), twice ? ask(name, message) : undefined]);
    // A refusal is not remembered: what was refused may be done the second time.
    if (again !== undefined && answer.ok && !isDeepStrictEqual(answer, again))
      race.faults.push(`${name} was answered twice, differently`);
    const last = again?.ok === true ? again : answer;
    race.diary.push({ actor, name, input: message, answer: last });
    if (!last.ok && last.problem.kind !== 'refused')
      race.faults.push(`${name} was answered ${JSON.stringify(last.problem)}`);
    return last;
  };

  return {
    view: () => {
      if (latest === null) throw new Error(`no view came to the ${screen}`);
      return latest;
    },
    send,
    close: () => void socket?.disconnect(),
  };
}
