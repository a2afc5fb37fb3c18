import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Picture } from '../../server/printing/escpos.ts';

/** A printer that listens on a port of this machine, keeps what it is sent, and answers questions about its health. */
export type FakePrinter = {
  readonly address: string;
  /** Whatever came in, each connection by itself; questions about its health are left out. */
  readonly jobs: () => readonly Uint8Array[];
  /** Answers to the two questions, in bits as printers set them; null: it does not answer. */
  answers: { offline: number; paper: number } | null;
  readonly close: () => Promise<void>;
};

const well = { offline: 0x12, paper: 0x12 };

/** @param port 0 takes any free one. */
export async function startPrinter(port = 0): Promise<FakePrinter> {
  const jobs: number[][] = [];
  const sockets = new Set<Socket>();
  const printer = { answers: well as FakePrinter['answers'] };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    const job: number[] = [];
    jobs.push(job);
    socket.on('data', (data) => {
      if (data.length === 3 && data[0] === 0x10 && data[1] === 0x04) {
        const { answers } = printer;
        if (answers !== null) socket.write(Uint8Array.of(data[2] === 2 ? answers.offline : answers.paper));
      } else job.push(...data);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return Object.assign(printer, {
    address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    jobs: () => jobs.filter((job) => job.length > 0).map((job) => Uint8Array.from(job)),
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
}

/** Reads a job back into the picture that comes out of the printer. @throws if it is not what printers understand. */
export function decodeJob(bytes: Uint8Array): { picture: Picture; cuts: number } {
  const rows: Uint8Array[] = [];
  let width = 0;
  let cuts = 0;
  let at = 0;
  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new Error('the job ends in the middle of a command');
    at += count;
    return bytes.subarray(at - count, at);
  };
  while (at < bytes.length) {
    const [first = 0, second = 0] = take(2);
    if (first === 0x1b && second === 0x40) continue;
    if (first === 0x1b && second === 0x64) take(1);
    else if (first === 0x1d && second === 0x56) {
      take(2);
      cuts += 1;
    } else if (first === 0x1d && second === 0x76) {
      const [, , xl = 0, xh = 0, yl = 0, yh = 0] = take(6);
      const rowBytes = xl + 256 * xh;
      width = rowBytes * 8;
      for (let row = 0; row < yl + 256 * yh; row++) rows.push(take(rowBytes));
    } else throw new Error(`no printer knows the command ${first} ${second}`);
  }
  const bits = Uint8Array.from(rows.flatMap((row) => [...row]));
  return { picture: { width, height: rows.length, bits }, cuts };
}
