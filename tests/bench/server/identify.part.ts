import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { officeFiles } from '../../../server/officeFiles.ts';
import type { Client } from '../../factories/clients.ts';
import { closeClients, kioskAt } from '../../factories/clients.ts';
import { makeBigOffice, set } from './identify/bigOffice.ts';
import { compareSearches } from './identify/compare.ts';
import { makeProbes } from './identify/searchers.ts';
import type { Part } from './part.ts';
import { startProgram } from './programs.ts';
import { timesOf } from './times.ts';

const sizes = [10_000, 100_000, 1_000_000];
const looks = 200;
/** Not counted: programs get faster as they run. */
const warmUp = 30;
const serve = join(import.meta.dirname, 'identify/serve.ts');

/** How long something takes, ms. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Takes a number now and then while faces are on their way. @returns how long each took. */
async function numbersUntilLoaded(kiosk: Client<'kiosk'>): Promise<number[]> {
  const [field] = kiosk.view().fields;
  if (field === undefined) throw new Error('the office has no field');
  const plain = { visitorRef: null, priority: null, channel: 'touch' } as const;
  const times: number[] = [];
  while (!kiosk.view().recognises) {
    times.push(await timed(() => kiosk.send('ticket:issue', { ...plain, legs: [], fieldId: field.id })));
    await sleep(250);
  }
  return times;
}

/** From the start of a server that knows so many to the answer about a face, over a real socket. */
async function lookUp(people: number, say: (line: string) => void): Promise<void> {
  const office = await makeBigOffice(people);
  const reading = await timed(() => Promise.resolve(readFileSync(officeFiles(office.data).db).length));
  const began = performance.now();
  const options = ['--port', '0', '--data', office.data, '--no-open'];
  const server = await startProgram(serve, [office.home, ...options]);
  const kiosk = await kioskAt(server.url);
  const numbers = await numbersUntilLoaded(kiosk);
  say(
    `start: listening after ${seconds(server.listenedAfterMs)}, faces known after ${seconds(performance.now() - began)} (reading the database's ${office.mebibytes.toFixed(0)} MiB once: ${seconds(reading)})`,
  );
  if (numbers.length > 0)
    say(`numbers while faces are on their way (${numbers.length}): ${timesOf(numbers)}`);
  const times: number[] = [];
  for (const probe of makeProbes({ count: people, dimension: set.dimension }, looks + warmUp)) {
    const seen = { modelId: set.id, quality: 0.8, embeddings: [[...probe]], previous: null };
    times.push(await timed(() => kiosk.do('visitor:identify', seen)));
  }
  const nothing: number[] = [];
  for (let i = 0; i < looks; i++)
    nothing.push(await timed(() => kiosk.do('visitor:unproven', { why: 'noTurn' })));
  say(
    `identify, over the socket: ${timesOf(times.slice(warmUp))}; a request that only counts: ${timesOf(nothing)}`,
  );
  const memory = server.memoryMiB();
  if (memory !== null) say(`the server's memory: ${memory.toFixed(0)} MiB`);
  closeClients();
  await server.end();
  office.remove();
}

export const part: Part = {
  what: 'Identify: the gallery beside usearch, sqlite-vec and reading as much memory; then a whole server, from its start on',
  run: async (say) => {
    for (const people of sizes) {
      say(`${people.toLocaleString('en')} faces of ${set.dimension} numbers`);
      await compareSearches(people, set.dimension, (line) => say(`  ${line}`));
      await lookUp(people, (line) => say(`  ${line}`));
    }
  },
};
