/** CPU time of a browser's processes, and on Linux of the threads of the page's. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** CPU seconds used so far, by kind of process (`renderer`, `browser`, `GPU`, `utility` ...) or by name of thread. */
type Used = ReadonlyMap<string, number>;

/** Shares of one core, 1 being all of it. */
export type Shares = ReadonlyMap<string, number>;

const CLOCK_TICKS = 100;

async function threadsOf(pid: number): Promise<Used> {
  const used = new Map<string, number>();
  const folder = join('/proc', String(pid), 'task');
  for (const thread of await readdir(folder).catch(() => [])) {
    const stat = await readFile(join(folder, thread, 'stat'), 'utf8').catch(() => '');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    if (name !== '') used.set(name, (used.get(name) ?? 0) + (user + system) / CLOCK_TICKS);
  }
  return used;
}

const less = (after: Used, before: Used, seconds: number): Shares =>
  new Map([...after].map(([name, value]) => [name, (value - (before.get(name) ?? 0)) / seconds]));

/** How busy the browser is for `seconds`; `threads`: those of the renderer that works most. */
export async function cpuShares(
  browser: Browser,
  seconds: number,
): Promise<{ readonly processes: Shares; readonly threads: Shares }> {
  const session = await browser.newBrowserCDPSession();
  const look = async (): Promise<{ processes: Used; renderers: ReadonlyMap<number, Used> }> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const processes = new Map<string, number>();
    const renderers = new Map<number, Used>();
    for (const { type, id, cpuTime } of processInfo) {
      processes.set(type, (processes.get(type) ?? 0) + cpuTime);
      if (type === 'renderer') renderers.set(id, await threadsOf(id));
    }
    return { processes, renderers };
  };
  const before = await look();
  const started = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const took = (performance.now() - started) / 1_000;
  const after = await look();
  await session.detach();
  const sum = (shares: Shares): number => [...shares.values()].reduce((all, one) => all + one, 0);
  const [threads = new Map<string, number>()] = [...after.renderers]
    .map(([id, used]) => less(used, before.renderers.get(id) ?? new Map(), took))
    .toSorted((one, other) => sum(other) - sum(one));
  return { processes: less(after.processes, before.processes, took), threads };
}
