/**
 * What else searches vectors: usearch and sqlite-vec, if they are there. They are no dependencies; both come prebuilt:
 * `npm i --no-save --ignore-scripts usearch sqlite-vec`.
 */
import Database from 'better-sqlite3';
import { availableParallelism } from 'node:os';

/** The places of the two templates most similar to a probe, best first. */
export type Search = (probe: Float32Array) => readonly number[];
export type Searcher = { readonly name: string; readonly search: Search; readonly close: () => void };

/** Templates one after another in one array. */
export type Templates = {
  readonly numbers: Float32Array;
  readonly count: number;
  readonly dimension: number;
};

type Keys = { readonly keys: BigUint64Array };
type Usearch = {
  readonly exactSearch: (
    data: Float32Array,
    probe: Float32Array,
    dimension: number,
    count: number,
    metric: string,
    threads: number,
  ) => Keys;
  readonly Index: new (config: { dimensions: number; metric: string; quantization: string }) => {
    readonly add: (keys: BigUint64Array, vectors: Float32Array, threads: number) => void;
    readonly search: (probe: Float32Array, count: number, threads: number) => Keys;
  };
};
type SqliteVec = { readonly load: (db: Database.Database) => void };

/** @returns null if the package is not there. */
async function optional<T>(name: string): Promise<T | null> {
  try {
    return (await import(name)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.log(`  skipped: ${name} is not installed (npm i --no-save --ignore-scripts ${name})`);
    return null;
  }
}

const numbersOf = ({ keys }: Keys): number[] => [...keys].map(Number);

async function usearch({ numbers, count, dimension }: Templates): Promise<Searcher[]> {
  const library = await optional<Usearch>('usearch');
  if (library === null) return [];
  const threads = availableParallelism();
  const exact = (used: number): Searcher => ({
    name: `usearch, exact, ${used} thread${used === 1 ? '' : 's'}`,
    search: (probe) => numbersOf(library.exactSearch(numbers, probe, dimension, 2, 'ip', used)),
    close: () => undefined,
  });
  const index = new library.Index({ dimensions: dimension, metric: 'ip', quantization: 'f32' });
  const started = performance.now();
  index.add(
    BigUint64Array.from({ length: count }, (_, i) => BigInt(i)),
    numbers,
    threads,
  );
  const built = ((performance.now() - started) / 1000).toFixed(1);
  return [
    exact(1),
    exact(threads),
    {
      name: `usearch, HNSW (built in ${built} s)`,
      search: (probe) => numbersOf(index.search(probe, 2, 1)),
      close: () => undefined,
    },
  ];
}

async function sqliteVec({ numbers, count, dimension }: Templates): Promise<Searcher[]> {
  const library = await optional<SqliteVec>('sqlite-vec');
  if (library === null) return [];
  const db = new Database(':memory:');
  library.load(db);
  db.exec(`CREATE VIRTUAL TABLE face USING vec0(vector float[${dimension}] distance_metric=cosine)`);
  const insert = db.prepare('INSERT INTO face (rowid, vector) VALUES (?, ?)');
  const rowOf = (i: number): Buffer =>
    Buffer.from(numbers.buffer, numbers.byteOffset + i * dimension * 4, dimension * 4);
  db.transaction(() => {
    for (let i = 0; i < count; i++) insert.run(BigInt(i), rowOf(i));
  })();
  const select = db.prepare<[Buffer], { rowid: number }>(
    'SELECT rowid FROM face WHERE vector MATCH ? AND k = 2 ORDER BY distance',
  );
  return [
    {
      name: 'sqlite-vec',
      search: (probe) => select.all(Buffer.from(probe.buffer)).map(({ rowid }) => rowid),
      close: () => db.close(),
    },
  ];
}

/** @returns every peer that is installed, filled with the templates. */
export const peers = async (templates: Templates): Promise<Searcher[]> => [
  ...(await usearch(templates)),
  ...(await sqliteVec(templates)),
];
