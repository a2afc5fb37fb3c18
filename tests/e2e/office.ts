import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A whole office on this machine: the real server as a process of its own, on real files. */
export type Office = {
  readonly url: string;
  readonly data: string;
  readonly manager: { readonly login: string; readonly password: string };
  /** As a power cut would: no warning, no clean-up. */
  readonly kill: () => Promise<void>;
  /** On the same data and the same port. */
  readonly restart: (within?: Within) => Promise<void>;
  /** Of the process that was started last. */
  readonly pid: () => number;
  readonly close: () => Promise<void>;
};

const root = join(import.meta.dirname, '../..');

/** A port that was free a moment ago, so that a restarted server can be found where it was. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Puts something in front of the server's command, such as what limits its disk. */
export type Within = (command: readonly string[]) => readonly string[];

async function startProcess(
  port: number,
  data: string,
  within: Within = (command) => command,
): Promise<{ child: ChildProcess; said: string }> {
  const server = [join(root, 'server/main.ts'), '--port', String(port), '--data', data, '--no-open'];
  const [program = '', ...args] = within([process.execPath, ...server]);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (/Manage +http/u.test(said)) setTimeout(resolve, 50);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { child, said };
}

/** Starts a new office in a folder of its own. */
export async function openOffice(): Promise<Office> {
  const data = await mkdtemp(join(tmpdir(), 'luot-office-'));
  const port = await freePort();
  const first = await startProcess(port, data);
  let { child } = first;
  const [, login = '', password = ''] = /user name (\S+), password (\S+)/u.exec(first.said) ?? [];
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    data,
    manager: { login, password },
    kill,
    restart: async (within) => {
      ({ child } = await startProcess(port, data, within));
    },
    pid: () => child.pid ?? 0,
    close: async () => {
      await kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}
