/**
 * How fast the gallery finds a face: `npm run bench:gallery [-- --count N ...] [--dimension D]`. Beside it a plain loop
 * over floats, peers that are installed (see galleryPeers.ts), and what the memory itself allows: a pass that only
 * reads as many bytes. Faces are made up; half of the probes are of people who are in the gallery.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDb } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { makeGallery } from '../../server/gallery/gallery.ts';
import type { Population } from '../../shared/domain/matching.ts';
import { groupOf, lanes } from '../../server/gallery/scan.ts';
import { link, makeMemory, op, pageBytes, type } from '../../server/gallery/wasm.ts';
import { nobodyYet } from '../../server/usecases/records.ts';
import { makeVault } from '../../server/vault.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import { embeddingOf } from '../factories/visitors.ts';
import { peers } from './galleryPeers.ts';
import type { Search, Searcher, Templates } from './galleryPeers.ts';

const PROBES = 60;
/** Long enough for the machine's best code to be in use. */
const WARM_UP_MS = 500;

/** A population so well known to have nothing in common that the gallery compares as the plain loop does. */
const nothingInCommon = (dimension: number): Population => ({
  mean: new Float32Array(dimension),
  weight: Number.MAX_SAFE_INTEGER,
});

function makeTemplates(count: number, dimension: number): Templates {
  const numbers = new Float32Array(count * dimension);
  for (let person = 0; person < count; person++)
    numbers.set(embeddingOf(person, 0, dimension), person * dimension);
  return { numbers, count, dimension };
}

const templateAt = ({ numbers, dimension }: Templates, index: number): Float32Array =>
  numbers.subarray(index * dimension, (index + 1) * dimension);

/** Every second person is beyond the last in the gallery. */
const makeProbes = ({ count, dimension }: Templates): Float32Array[] =>
  Array.from({ length: PROBES }, (_, i) => {
    const known = Math.floor((i * count) / PROBES);
    return embeddingOf(i % 2 === 0 ? known : count + known, 1, dimension);
  });

/** As long as a UUID, and in one piece as the database gives it; what `randomUUID` gives is put together from many. */
const idOf = (index: number): VisitorId =>
  Buffer.from(String(index).padStart(36, '0')).toString('latin1') as VisitorId;

function ours(templates: Templates): Searcher {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const gallery = makeGallery(nothingInCommon(templates.dimension));
  for (let i = 0; i < templates.count; i++)
    gallery.add({ visitorId: idOf(i), vector: templateAt(templates, i) });
  gallery.settle();
  const took = performance.now() - started;
  const size = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(`  built in ${took.toFixed(0)} ms; ${size.toFixed(0)} MiB more in use`);
  const search: Search = (probe) => {
    const { best, second } = gallery.search(probe);
    return [best, second].map((found) => (found === null ? -1 : Number(found.visitorId)));
  };
  return { name: 'the gallery', search, close: () => undefined };
}

/** What one would write first. */
function plain({ numbers, count, dimension }: Templates): Searcher {
  const search: Search = (probe) => {
    const found = [-1, -1];
    let best = -Infinity;
    let second = -Infinity;
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += (numbers[row * dimension + i] ?? 0) * (probe[i] ?? 0);
      if (sum > best) {
        [second, best] = [best, sum];
        [found[1], found[0]] = [found[0] ?? -1, row];
      } else if (sum > second) {
        second = sum;
        found[1] = row;
      }
    }
    return found;
  };
  return { name: 'plain loop over floats', search, close: () => undefined };
}

/** Only reads as many bytes as the gallery's coarse pass does, in the same kind of memory. */
function onlyReading({ count, dimension }: Templates): Searcher {
  const [at, end, seen] = [0, 1, 2];
  const stride = 256;
  const bytes = Math.ceil(((count / lanes) * groupOf(dimension).bytes) / stride) * stride;
  const memory = makeMemory();
  memory.grow(Math.ceil(bytes / pageBytes));
  new Uint8Array(memory.buffer).fill(1);
  // Four sums, so that none waits for the one before.
  const reads = Array.from({ length: stride / 16 }, (_, i) => {
    const sum = seen + (i % 4);
    return [op.local_get(sum), op.local_get(at), op.v128_load(i * 16), op.v128_or, op.local_set(sum)].flat();
  });
  const isAtEnd = [op.local_get(at), op.local_get(end), op.i32_ge_u].flat();
  const goOn = [op.local_get(at), op.i32_const(stride), op.i32_add, op.local_set(at)].flat();
  const loop = op.block(op.loop(isAtEnd, op.br_if(1), ...reads, goOn, op.br(0)));
  const all = [0, 1, 2, 3].map((i) => op.local_get(seen + i));
  const run = link(
    {
      parameters: [type.i32, type.i32],
      result: type.i32,
      locals: all.map(() => type.v128),
      body: [loop, ...all, op.v128_or, op.v128_or, op.v128_or, op.v128_any_true],
    },
    memory,
  );
  return { name: 'only reading those bytes', search: () => [run(0, bytes)], close: () => undefined };
}

type Figures = {
  readonly median: number;
  readonly worst: number;
  readonly found: readonly (readonly number[])[];
};

function measure({ search }: Searcher, probes: readonly Float32Array[]): Figures {
  const warm = performance.now() + WARM_UP_MS;
  for (let i = 0; performance.now() < warm; i++) search(probes[i % probes.length] ?? new Float32Array());
  const times: number[] = [];
  const found = probes.map((probe) => {
    const started = performance.now();
    const answer = search(probe);
    times.push(performance.now() - started);
    return answer;
  });
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, worst: times.at(-1) ?? 0, found };
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`;

async function compare(count: number, dimension: number): Promise<void> {
  console.log(`\n${count.toLocaleString('en')} templates of ${dimension} numbers`);
  const templates = makeTemplates(count, dimension);
  const probes = makeProbes(templates);
  const gallery = measure(ours(templates), probes);
  const truth = measure(plain(templates), probes);
  const report = (name: string, { median, worst }: Figures, note: string): void => {
    const times = `median ${median.toFixed(3).padStart(9)} ms  worst ${worst.toFixed(3).padStart(9)} ms`;
    console.log(
      `  ${name.padEnd(36)} ${times}  ${(median / gallery.median).toFixed(2).padStart(8)} ×  ${note}`,
    );
  };
  const agreement = ({ found }: Figures): string => {
    const isRight = (i: number): boolean => found[i]?.[0] === truth.found[i]?.[0];
    const known = found.filter((_, i) => i % 2 === 0 && isRight(i)).length;
    const same = found.filter((pair, i) => String(pair) === String(truth.found[i])).length;
    return `finds ${share(known, PROBES / 2)} of those it knows; ${share(same, PROBES)} the same two as the plain loop`;
  };
  report('the gallery', gallery, agreement(gallery));
  report('only reading those bytes', measure(onlyReading(templates), probes), '');
  report('plain loop over floats', truth, '');
  for await (const peer of peers(templates)) {
    const figures = measure(peer, probes);
    report(peer.name, figures, agreement(figures));
    peer.close();
  }
}

/** What a start costs: sealed templates from disk into the gallery. */
function loading(count: number, dimension: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'luot-gallery-'));
  const db = openDb(join(folder, 'luot.db'));
  const store = sqliteStore(db, makeVault(randomBytes(32)));
  store.transaction(() => {
    for (let person = 0; person < count; person++) {
      const visitorId = idOf(person);
      store.visitors.add({ ...nobodyYet, id: visitorId, registeredAt: 0 });
      store.visitors.addTemplate({ visitorId, vector: embeddingOf(person, 0, dimension), quality: 1 }, 'set', 0);
    }
  });
  const started = performance.now();
  const templates = store.visitors.templates('set', dimension);
  const opened = performance.now();
  const gallery = makeGallery(nothingInCommon(dimension));
  for (const template of templates) gallery.add(template);
  gallery.settle();
  const loaded = performance.now();
  db.close();
  rmSync(folder, { recursive: true });
  console.log(
    `\nA start with ${gallery.size().toLocaleString('en')} sealed templates of ${dimension} numbers`,
  );
  console.log(
    `  read and unsealed in ${(opened - started).toFixed(0)} ms, put into the gallery in ${(loaded - opened).toFixed(0)} ms`,
  );
}

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', multiple: true, default: ['10000', '100000', '1000000'] },
    dimension: { type: 'string', default: '128' },
  },
});
const dimension = Number(options.dimension);
for (const count of options.count) await compare(Number(count), dimension);
loading(100_000, dimension);
