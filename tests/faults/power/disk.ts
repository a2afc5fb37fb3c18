/** What a program did to its files, in order. */
type Act =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'sync'; readonly file: string };

/** What is on a disk, by file. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The largest piece that a disk writes wholly or not at all. */
const sectorBytes = 512;

/** A file that grows by doubling. */
class Content {
  private buffer: Uint8Array;
  private length: number;

  constructor(bytes: Uint8Array) {
    // Not `slice`, by which a Buffer shares its bytes.
    this.buffer = new Uint8Array(bytes);
    this.length = bytes.length;
  }

  get size(): number {
    return this.length;
  }

  /** What is in it now, not copied. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  write(at: number, bytes: Uint8Array): void {
    const end = at + bytes.length;
    if (end > this.buffer.length) {
      const larger = new Uint8Array(Math.max(end, this.buffer.length * 2));
      larger.set(this.bytes());
      this.buffer = larger;
    }
    this.buffer.set(bytes, at);
    this.length = Math.max(this.length, end);
  }

  truncate(size: number): void {
    this.buffer.fill(0, size);
    this.length = Math.min(this.length, size);
  }
}

/** Files in memory that remember all that was done to them. */
export class RecordedDisk {
  readonly acts: Act[] = [];
  private readonly first: Files;
  private readonly files: Map<string, Content>;

  constructor(files: Files) {
    this.first = files;
    this.files = new Map([...files].map(([name, bytes]) => [name, new Content(bytes)]));
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  /** Makes it if there is none. */
  open(file: string): void {
    if (!this.files.has(file)) this.files.set(file, new Content(new Uint8Array()));
  }

  size(file: string): number {
    return this.of(file).size;
  }

  /** @returns at most so many bytes, fewer at the end of the file. */
  read(file: string, at: number, length: number): Uint8Array {
    return this.of(file)
      .bytes()
      .subarray(at, at + length);
  }

  write(file: string, at: number, bytes: Uint8Array): void {
    this.acts.push({ kind: 'write', file, at, bytes: new Uint8Array(bytes) });
    this.of(file).write(at, bytes);
  }

  truncate(file: string, size: number): void {
    this.acts.push({ kind: 'truncate', file, size });
    this.of(file).truncate(size);
  }

  sync(file: string): void {
    this.acts.push({ kind: 'sync', file });
  }

  private of(file: string): Content {
    const content = this.files.get(file);
    if (content === undefined) throw new Error(`there is no file ${file}`);
    return content;
  }

  /**
   * Cuts the power after so many acts, in turn.
   * @param moments in rising order.
   * @returns for each what is found afterwards: all that was synced; of what was not, each sector as it was or as it was
   * to be, whatever was written before or after it.
   */
  *cuts(moments: readonly number[], random: () => number): Generator<Files> {
    const synced = new Map([...this.first].map(([name, bytes]) => [name, new Content(bytes)]));
    const pending = new Map<string, Act[]>();
    let done = 0;
    for (const moment of moments) {
      for (; done < moment; done++) {
        const act = this.acts[done];
        if (act === undefined) break;
        const { file } = act;
        if (!synced.has(file)) synced.set(file, new Content(new Uint8Array()));
        if (act.kind !== 'sync') pending.set(file, [...(pending.get(file) ?? []), act]);
        else {
          for (const one of pending.get(file) ?? []) carryOut(synced.get(file), one);
          pending.delete(file);
        }
      }
      yield new Map(
        [...synced].map(([name, content]) => [name, survivorsOf(content, pending.get(name) ?? [], random)]),
      );
    }
  }
}

function carryOut(content: Content | undefined, act: Act): void {
  if (act.kind === 'write') content?.write(act.at, act.bytes);
  else if (act.kind === 'truncate') content?.truncate(act.size);
}

/** What is left of a file of which some was not synced when the power went. */
function survivorsOf(content: Content, pending: readonly Act[], random: () => number): Uint8Array {
  const left = new Content(content.bytes());
  // Some cuts lose nearly all, some nearly nothing: what a cache happened to have written out.
  const share = random() < 0.2 ? Math.round(random()) : random();
  for (const act of pending) {
    if (act.kind !== 'write') {
      if (random() < share) carryOut(left, act);
      continue;
    }
    const end = act.at + act.bytes.length;
    for (let from = act.at; from < end;) {
      const to = Math.min(end, (Math.floor(from / sectorBytes) + 1) * sectorBytes);
      if (random() < share) left.write(from, act.bytes.subarray(from - act.at, to - act.at));
      from = to;
    }
  }
  return left.bytes();
}
