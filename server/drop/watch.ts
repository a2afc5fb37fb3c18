import { lstat, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Context } from '../usecases/ports.ts';
import type { DropFile } from '../usecases/integrationStore.ts';
import { takeDropped } from '../usecases/dropped.ts';
import { textOf } from './text.ts';

/** Polled: folders of a network tell nobody what happens in them. */
const lookMs = 5_000;
/** A longer list cannot be taken anyway. */
const largestBytes = 4_000_000;
const foldersMade = ['in', 'done', 'failed'] as const;
type Made = (typeof foldersMade)[number];

/** Something that lies in the folder, as it was when it was looked at. */
type Seen = { readonly size: number; readonly mtimeMs: number };

/** Takes the lists that are laid into a folder. */
export type DropFolder = {
  /** Looks now. @returns when everything that was there and is whole is done. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Lists by their ending; what begins with a dot or ends otherwise is somebody's who is not done. */
const isList = (name: string): boolean => /^[^.].*\.(csv|txt)$/iu.test(name);

/** Words that are free: two lists of one name must not overwrite each other. */
async function freeName(folder: string, name: string, at: number): Promise<string> {
  const { name: stem, ext } = parse(name);
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '-');
  for (let n = 1; ; n++) {
    const free = `${stem}.${stamp}${n === 1 ? '' : `.${n}`}${ext}`;
    if (
      await stat(join(folder, free)).then(
        () => false,
        () => true,
      )
    )
      return free;
  }
}

/** What stands beside a list that was taken. */
function reportOf({ outcome, added, what }: Pick<DropFile, 'outcome' | 'added' | 'what'>): string {
  if (outcome === 'repeated')
    return 'Danh sách này đã được nhập trước đây; không nhập lại.\nThis list was imported before; nothing was done.\n';
  if (outcome === 'failed') return `Không nhập dòng nào.\nNothing was imported.\n${what ?? ''}\n`;
  return `Đã nhập ${added} dòng mới.\nNew rows imported: ${added}.\n`;
}

/**
 * Watches `in` in the folder while the office has that switched on. A list is taken when its size and time have stayed the
 * same between two looks; it is moved to `done` or `failed` then, with a report beside it.
 * @param onTaken called after each list.
 * @param log told what failed, without the name of a file, which may be anything.
 */
export function watchDropFolder(
  context: Context,
  onTaken: () => void,
  log: (why: unknown) => void,
): DropFolder {
  const at = (made: Made): string => join(context.dropFolder, made);
  let seen = new Map<string, Seen>();
  /** What could not be moved away; not taken again until it changes. */
  const stuck = new Map<string, Seen>();
  let running: Promise<void> | null = null;

  const take = async (name: string): Promise<void> => {
    const path = join(at('in'), name);
    const { size } = await stat(path);
    const done =
      size > largestBytes
        ? ({ outcome: 'failed', added: 0, what: 'Tệp quá lớn.\nThe file is too large.' } as const)
        : takeDropped(context, name, textOf(await readFile(path)));
    // A server that ends here finds the list again, knows it, and moves it then.
    const folder = at(done.outcome === 'failed' ? 'failed' : 'done');
    const free = await freeName(folder, name, context.now());
    await rename(path, join(folder, free));
    await writeFile(join(folder, `${free}.report.txt`), reportOf(done));
    onTaken();
  };

  const lookNow = async (): Promise<void> => {
    if (!context.store.drop.isOn()) {
      seen = new Map();
      return;
    }
    for (const made of foldersMade) await mkdir(at(made), { recursive: true, mode: 0o770 });
    const before = seen;
    seen = new Map();
    for (const name of (await readdir(at('in'))).filter(isList)) {
      const file = await lstat(join(at('in'), name));
      if (!file.isFile()) continue;
      const { size, mtimeMs } = file;
      const isAs = (earlier: Seen | undefined): boolean =>
        earlier?.size === size && earlier.mtimeMs === mtimeMs;
      if (isAs(stuck.get(name))) continue;
      stuck.delete(name);
      if (!isAs(before.get(name))) seen.set(name, { size, mtimeMs });
      else
        await take(name).catch((error: unknown) => {
          stuck.set(name, { size, mtimeMs });
          log(error);
        });
    }
  };

  const look = (): Promise<void> => {
    running ??= lookNow()
      .catch(log)
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void look(), lookMs);
  return {
    look,
    close: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
