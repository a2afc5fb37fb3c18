import { timeAt, timesOf } from '../times.ts';
import type { Searcher } from './peers.ts';
import { peers } from './peers.ts';
import { makeProbes, makeTemplates, onlyReading, ours, plain } from './searchers.ts';

const probesAsked = 200;
/** Long enough for the machine's best code to be in use. */
const warmUpMs = 500;
/** A peer that is slow is asked less often. */
const longestMs = 10_000;

type Found = { readonly times: readonly number[]; readonly found: readonly (readonly number[])[] };

function measure({ search }: Searcher, probes: readonly Float32Array[]): Found {
  const warm = performance.now() + warmUpMs;
  for (let i = 0; performance.now() < warm; i++) search(probes[i % probes.length] ?? new Float32Array());
  const end = performance.now() + longestMs;
  const times: number[] = [];
  const found: (readonly number[])[] = [];
  for (const probe of probes) {
    const started = performance.now();
    if (started > end) break;
    found.push(search(probe));
    times.push(performance.now() - started);
  }
  return { times, found };
}

/**
 * Searches with the gallery, with what else there is, and with a pass that only reads the bytes of the gallery's coarse
 * pass. Says of each its times, how many times the memory pass's they are, and how often it finds the same two as a
 * plain loop.
 */
export async function compareSearches(
  count: number,
  dimension: number,
  say: (line: string) => void,
): Promise<void> {
  const templates = makeTemplates(count, dimension);
  const probes = makeProbes(templates, probesAsked);
  const memory = measure(onlyReading(templates), probes);
  const truth = measure(plain(templates), probes);
  const report = (name: string, { times, found }: Found): void => {
    const ratio = timeAt(times, 0.5) / timeAt(memory.times, 0.5);
    const compared = Math.min(found.length, truth.found.length);
    const same = found.slice(0, compared).filter((two, i) => String(two) === String(truth.found[i])).length;
    say(
      `${name.padEnd(36)} ${timesOf(times)}  ${ratio.toFixed(2).padStart(7)} × reading  same two in ${same} of ${compared}`,
    );
  };
  say(`${'only reading those bytes'.padEnd(36)} ${timesOf(memory.times)}`);
  const before = process.memoryUsage().rss;
  const gallery = ours(templates);
  const mebibytes = (process.memoryUsage().rss - before) / 2 ** 20;
  report(`the gallery (${mebibytes.toFixed(0)} MiB)`, measure(gallery, probes));
  report('plain loop over floats', truth);
  for await (const peer of peers(templates, say)) {
    report(peer.name, measure(peer, probes));
    peer.close();
  }
}
