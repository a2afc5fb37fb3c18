import { makeGallery } from '../../../../server/gallery/gallery.ts';
import { groupOf, lanes } from '../../../../server/gallery/scan.ts';
import { link, makeMemory, op, pageBytes, type } from '../../../../server/gallery/wasm.ts';
import type { VisitorId } from '../../../../shared/domain/ids.ts';
import type { Population } from '../../../../shared/domain/matching.ts';
import { embeddingOf } from '../../../factories/visitors.ts';
import type { Search, Searcher, Templates } from './peers.ts';

/** A population so well known to have nothing in common that the gallery compares as the plain loop does. */
const nothingInCommon = (dimension: number): Population => ({
  mean: new Float32Array(dimension),
  weight: Number.MAX_SAFE_INTEGER,
});

/** Made-up faces, each of another person. */
export function makeTemplates(count: number, dimension: number): Templates {
  const numbers = new Float32Array(count * dimension);
  for (let person = 0; person < count; person++)
    numbers.set(embeddingOf(person, 0, dimension), person * dimension);
  return { numbers, count, dimension };
}

const templateAt = ({ numbers, dimension }: Templates, index: number): Float32Array =>
  numbers.subarray(index * dimension, (index + 1) * dimension);

/** Faces to look for: every second person is beyond the last in the gallery. */
export const makeProbes = (
  { count, dimension }: Omit<Templates, 'numbers'>,
  probes: number,
): Float32Array[] =>
  Array.from({ length: probes }, (_, i) => {
    const known = Math.floor((i * count) / probes);
    return embeddingOf(i % 2 === 0 ? known : count + known, 1, dimension);
  });

/** As long as a UUID, and in one piece as the database gives it; what `randomUUID` gives is put together from many. */
export const idOf = (index: number): VisitorId =>
  Buffer.from(String(index).padStart(36, '0')).toString('latin1') as VisitorId;

/** The gallery itself. */
export function ours(templates: Templates): Searcher {
  const gallery = makeGallery(nothingInCommon(templates.dimension));
  for (let i = 0; i < templates.count; i++)
    gallery.add({ visitorId: idOf(i), vector: templateAt(templates, i) });
  while (gallery.settle());
  const search: Search = (probe) => {
    const { best, second } = gallery.search(probe);
    return [best, second].map((found) => (found === null ? -1 : Number(found.visitorId)));
  };
  return { name: 'the gallery', search, close: () => undefined };
}

/** What one would write first. */
export function plain({ numbers, count, dimension }: Templates): Searcher {
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
export function onlyReading({ count, dimension }: Templates): Searcher {
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
