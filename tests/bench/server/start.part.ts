import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../../../server/db/open.ts';
import { officeFiles } from '../../../server/officeFiles.ts';
import { fillFolder } from '../../../server/seed/fill.ts';
import { closeClients, wallAt } from '../../factories/clients.ts';
import type { Part } from './part.ts';
import { startProgram } from './programs.ts';
import { timeAt } from './times.ts';

const rounds = 7;
const main = join(import.meta.dirname, '../../../server/main.ts');
const bare = join(import.meta.dirname, 'start/bare.ts');

type Times = {
  readonly listening: number[];
  readonly view: number[];
  readonly bare: number[];
  readonly check: number[];
};
const nothingYet = (): Times => ({ listening: [], view: [], bare: [], check: [] });

/**
 * From the command to the first view of a wall, and beside it what a start on this database costs in any case.
 * @param compiled where Node keeps what it makes of the sources, as it does under `npm start`.
 */
async function startOnce(data: string, compiled: string, times: Times): Promise<void> {
  const began = performance.now();
  const server = await startProgram(main, ['--port', '0', '--data', data, '--no-open'], {
    NODE_COMPILE_CACHE: compiled,
  });
  await wallAt(server.url);
  times.view.push(performance.now() - began);
  times.listening.push(server.listenedAfterMs);
  closeClients();
  await server.end();

  const file = officeFiles(data).db;
  const bareBegan = performance.now();
  await once(spawn(process.execPath, [bare, file], { stdio: 'inherit' }), 'exit');
  times.bare.push(performance.now() - bareBegan);
  const db = openDb(file);
  const checkBegan = performance.now();
  db.pragma('quick_check(1)');
  times.check.push(performance.now() - checkBegan);
  db.close();
}

export const part: Part = {
  what: 'Start: from the command to the first view, on a year of data and on none, by turns; beside it a bare process that opens the database and reads it once',
  run: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'luot-start-'));
    const [empty, year] = ['empty', 'year'].map((name) => join(folder, name)) as [string, string];
    const past = { past: { kind: 'year' }, seed: 1, last: null } as const;
    const { tickets } = await fillFolder(year, past, Date.now());
    const all = [
      { name: 'an office without a past', data: empty, times: nothingYet() },
      { name: `a year, ${tickets.toLocaleString('en')} numbers`, data: year, times: nothingYet() },
    ];
    // Not counted: the first start makes an office, and brings files into the system's memory.
    const compiled = join(folder, 'compiled');
    for (const { data } of all) await startOnce(data, compiled, nothingYet());
    for (let round = 0; round < rounds; round++)
      for (const { data, times } of all) await startOnce(data, compiled, times);
    for (const { name, data, times } of all) {
      const median = (one: keyof Times): number => timeAt(times[one], 0.5);
      const mebibytes = statSync(officeFiles(data).db).size / 2 ** 20;
      say(`${name} (${mebibytes.toFixed(0)} MiB), median of ${rounds}`);
      say(
        `  listening after ${median('listening').toFixed(0)} ms, first view after ${median('view').toFixed(0)} ms; bare ${median('bare').toFixed(0)} ms (${(median('view') / median('bare')).toFixed(1)} ×); looking for damage takes ${median('check').toFixed(0)} ms of it`,
      );
    }
    rmSync(folder, { recursive: true });
  },
};
