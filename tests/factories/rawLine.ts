import { connect } from 'node:net';

/** A bare connection, for what no client would send. */
export type RawLine = {
  readonly send: (bytes: string | Uint8Array) => void;
  /** What came so far. */
  readonly heard: () => string;
  /** Resolves with what came, once the other side has closed. */
  readonly closed: Promise<string>;
  readonly cut: () => void;
};

/** Opens one to a server. */
export function rawLine(url: string): RawLine {
  const { hostname, port } = new URL(url);
  const line = connect({ host: hostname, port: Number(port) });
  let heard = '';
  line.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
  line.on('error', () => undefined);
  return {
    send: (bytes) => void line.write(bytes),
    heard: () => heard,
    closed: new Promise((resolve) => line.once('close', () => resolve(heard))),
    cut: () => line.destroy(),
  };
}
