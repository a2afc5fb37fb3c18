import { lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Commits } from '../commits.ts';
import { takeDropped } from '../usecases/dropped.ts';
import type { Context } from '../usecases/ports.ts';
import { moveAway, removeOld } from './files.ts';
import { textOf } from './text.ts';

/** Polled: folders of a network tell nobody what happens in them. */
const lookMs = 5_000;
/** A longer list cannot be taken anyway. */
const largestBytes = 4_000_000;
const parts = ['in', 'done', 'failed'] as const;

/** Something that lies in the folder, as it was when it was looked at. */
type Seen = { readonly size: number; readonly mtimeMs: number };

/** Lists by their ending; what begins with a dot or ends otherwise is somebody's who is not done. */
const isList = (name: string): boolean => /^[^.].*\.(csv|txt)$/iu.test(name);

/** What has stayed as it is between two looks, which is what nobody writes to any more. */
function makeStill(): { readonly look: (files: ReadonlyMap<string, Seen>) => readonly string[] } {
  let before: ReadonlyMap<string, Seen> = new Map();
  const isSame = (one: Seen, other: Seen | undefined): boolean =>
    one.size === other?.size && one.mtimeMs === other.mtimeMs;
  return {
    look: (files) => {
      const still = [...files].filter(([name, seen]) => isSame(seen, before.get(name)));
      before = files;
      return still.map(([name]) => name);
    },
  };
}

/** The lists in a folder, with their sizes and times. */
async function listsIn(folder: string): Promise<ReadonlyMap<string, Seen>> {
  const found = new Map<string, Seen>();
  for (const name of (await readdir(folder)).filter(isList)) {
    const file = await lstat(join(folder, name));
    if (file.isFile()) found.set(name, { size: file.size, mtimeMs: file.mtimeMs });
  }
  return found;
}

/**
 * Watches `in` in the folder while the office has that switched on. A list is taken when its size and time have stayed the
 * same between two looks; it is moved to `done` or `failed` then, with a report beside it, and forgotten there in time.
 * @param onTaken called after each list.
 * @param log told what failed.
 * @returns ends it, when what is under way is done.
 */
export function watchDropFolder(
  context: Context,
  commits: Commits,
  onTaken: () => void,
  log: (why: unknown) => void,
): () => Promise<void> {
  const at = (part: (typeof parts)[number]): string => join(context.dropFolder, part);
  const still = makeStill();
  /** What could not be moved away; not taken again until the server starts anew. */
  const stuck = new Set<string>();
  let running: Promise<void> | null = null;

  const take = async (name: string, size: number): Promise<void> => {
    const path = join(at('in'), name);
    const text = size > largestBytes ? null : textOf(await readFile(path));
    const done = await commits.run(() => takeDropped(context, name, text));
    // A server that ends here finds the list again, knows it, and moves it then.
    await moveAway(path, at(done.outcome === 'failed' ? 'failed' : 'done'), done, context.now());
    onTaken();
  };

  const look = async (): Promise<void> => {
    if (!context.store.drop.isOn()) return;
    for (const part of parts) await mkdir(at(part), { recursive: true, mode: 0o770 });
    for (const part of ['done', 'failed'] as const) await removeOld(at(part), context.now());
    const files = await listsIn(at('in'));
    for (const name of still.look(files)) {
      if (stuck.has(name)) continue;
      await take(name, files.get(name)?.size ?? 0).catch((error: unknown) => {
        stuck.add(name);
        log(error);
      });
    }
  };

  const timer = setInterval(() => {
    running ??= look()
      .catch(log)
      .finally(() => {
        running = null;
      });
  }, lookMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
