import { open } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Fault } from './escpos.ts';
import { askOffline, askPaper, faultOfOffline, faultOfPaper } from './escpos.ts';

/** The printer answered, and something is wrong with it. */
export class PrinterFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`the printer says ${fault}`);
    this.fault = fault;
  }
}

/** Takes a ticket's bytes to a printer, or only asks how it is; throws a PrinterFault, or anything else if it is away. */
export type Port = {
  readonly print: (bytes: Uint8Array) => Promise<void>;
  readonly check: () => Promise<void>;
};

const connectMs = 3_000;
const writeMs = 10_000;
/** Printers that answer do so within milliseconds; many cheap ones never do, and are taken to be well. */
const answerMs = 400;
const rawPort = 9100;

/** @throws Error if it takes longer. */
async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const opened = (host: string, port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: connectMs });
    socket.once('connect', () => resolve(socket));
    socket.once('timeout', () => socket.destroy(new Error('the printer does not answer')));
    socket.once('error', reject);
  });

const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error === null || error === undefined ? resolve() : reject(error)));
  });

/** One byte of answer, or null if there is none in time. */
const answered = (socket: Socket): Promise<number | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), answerMs);
    socket.once('data', (data) => {
      clearTimeout(timer);
      resolve(data[0] ?? null);
    });
  });

async function askHealth(socket: Socket): Promise<void> {
  for (const [question, faultOf] of [
    [askOffline, faultOfOffline],
    [askPaper, faultOfPaper],
  ] as const) {
    const answer = answered(socket);
    await written(socket, question);
    const said = await answer;
    const fault = said === null ? null : faultOf(said);
    if (fault !== null) throw new PrinterFault(fault);
    // One that does not answer the first question does not answer the second.
    if (said === null) return;
  }
}

/** A printer in the network that takes raw bytes, as nearly all do on port 9100. */
export function tcpPort(host: string, port = rawPort): Port {
  const withSocket = async (work: (socket: Socket) => Promise<void>): Promise<void> => {
    const socket = await within(connectMs + 1_000, 'connecting', opened(host, port));
    // What goes wrong later fails the write that is under way.
    socket.on('error', () => undefined);
    try {
      socket.setTimeout(0);
      await askHealth(socket);
      await work(socket);
    } finally {
      socket.destroySoon();
    }
  };
  return {
    check: () => withSocket(() => Promise.resolve()),
    print: (bytes) => withSocket((socket) => within(writeMs, 'printing', written(socket, bytes))),
  };
}

/** A printer at a device file, such as `/dev/usb/lp0`. */
export function devicePort(path: string): Port {
  const write = async (bytes: Uint8Array): Promise<void> => {
    const file = await within(connectMs, 'opening', open(path, 'r+'));
    try {
      await within(writeMs, 'printing', file.writeFile(bytes));
    } finally {
      await file.close();
    }
  };
  return { check: () => write(new Uint8Array()), print: write };
}

/** The port of an address such as `tcp://192.168.1.50:9100` or `file:///dev/usb/lp0`. @throws TypeError for others. */
export function portOf(address: string): Port {
  const url = new URL(address);
  if (url.protocol === 'tcp:') return tcpPort(url.hostname, url.port === '' ? rawPort : Number(url.port));
  if (url.protocol === 'file:') return devicePort(decodeURIComponent(url.pathname));
  throw new TypeError(`no printer is reached by ${url.protocol}`);
}
