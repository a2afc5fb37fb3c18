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
};
type SqliteVec = { readonly load: (db: Database.Database) => void };

/** @returns null if the package is not there. */
async function optional<T>(name: string, say: (line: string) => void): Promise<T | null> {
  try {
    return (await import(name)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    say(`skipped: ${name} is not installed (npm i --no-save --ignore-scripts ${name})`);
    return null;
  }
}

const numbersOf = ({ keys }: Keys): number[] => [...keys].map(Number);

function usearchExact(library: Usearch, { numbers, dimension }: Templates, threads: number): Searcher {
  return {
    name: `usearch, exact, ${threads} thread${threads === 1 ? '' : 's'}`,
    search: (probe) => numbersOf(library.exactSearch(numbers, probe, dimension, 2, 'ip', threads)),
    close: () => undefined,
  };
}

function sqliteVec(library: SqliteVec, { numbers, count, dimension }: Templates): Searcher {
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
  return {
    name: 'sqlite-vec',
    search: (probe) => select.all(Buffer.from(probe.buffer)).map(({ rowid }) => rowid),
    close: () => db.close(),
  };
}

/** Every peer that is installed, filled with the templates when its turn comes. All of them search exactly. */
export async function* peers(templates: Templates, say: (line: string) => void): AsyncGenerator<Searcher> {
  const usearch = await optional<Usearch>('usearch', say);
  const vec = await optional<SqliteVec>('sqlite-vec', say);
  if (usearch !== null) {
    yield usearchExact(usearch, templates, 1);
    yield usearchExact(usearch, templates, availableParallelism());
  }
  if (vec !== null) yield sqliteVec(vec, templates);
}
