/** `npm run models -- status | get SET | import DIR | use SET [--data DIR]`: the model sets of this machine. */
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readChosen, writeChosen } from './chosen.ts';
import { missingFiles, ModelFileError } from './files.ts';
import { findSet, readManifest } from './manifest.ts';
import { getSet, importSet, publishedFiles } from './obtain.ts';
import type { Progress } from './obtain.ts';
import type { ModelSet } from './set.ts';
import { ownFolders, prepareModels } from './sync.ts';

const usage = 'Usage: npm run models -- status | get SET | import DIR | use SET [--data data]';
const { prepared } = ownFolders;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function setCalled(id: string | undefined): ModelSet {
  const { sets } = readManifest();
  const set = id === undefined ? undefined : findSet({ sets }, id);
  if (set !== undefined) return set;
  throw new ModelFileError(
    `${id === undefined ? 'Name a set' : `No model set is called '${id}'`}; there are: ${sets.map((one) => one.id).join(', ')}.`,
  );
}

async function status(data: string): Promise<void> {
  const used = readChosen(data);
  for (const set of readManifest().sets) {
    const missing = await missingFiles(prepared, set);
    const state = missing.length === 0 ? 'ready' : `missing: ${missing.join(', ')}`;
    say(`${set.id}${set.id === used ? ' (in use)' : ''}: ${set.title}; ${state}`);
    for (const { name, bytes, licence, origin } of set.files)
      say(`  ${name}, ${(bytes / 1e6).toFixed(1)} MB, ${licence}; ${origin}`);
  }
}

/** Says each tenth of a file once. */
function tenths(): Progress {
  const said = new Map<string, number>();
  return ({ name, bytes: all }, bytes) => {
    const tenth = Math.floor((bytes / all) * 10);
    if (tenth === said.get(name)) return;
    said.set(name, tenth);
    say(`${name}: ${tenth * 10} %`);
  };
}

async function importFrom(folder: string | undefined): Promise<void> {
  if (folder === undefined || !(await stat(folder).catch(() => null))?.isDirectory())
    throw new ModelFileError(`${folder ?? 'Nothing'} is not a folder to import from.`);
  for (const set of readManifest().sets) {
    if (publishedFiles(set).length === 0) continue;
    const missing = await importSet(prepared, set, folder);
    say(missing.length === 0 ? `${set.id} is ready.` : `${set.id} still needs ${missing.join(', ')}.`);
  }
}

async function choose(id: string | undefined, data: string): Promise<void> {
  const set = setCalled(id);
  const missing = await missingFiles(prepared, set);
  if (missing.length > 0)
    throw new ModelFileError(`${set.id} is not complete (${missing.join(', ')}); get or import it first.`);
  await writeChosen(data, set.id);
  say(
    `${data} uses ${set.id} from the server’s next start. Visitors known by the set before are recognised by that one, and learnt anew when they next take a number, as long as its files stay here.`,
  );
}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' } },
  });
  const [command, what, ...rest] = positionals;
  if (rest.length > 0) throw new ModelFileError(usage);
  await prepareModels();
  if (command === 'status' && what === undefined) return status(values.data);
  if (command === 'import') return importFrom(what);
  if (command === 'use') return choose(what, values.data);
  if (command !== 'get') throw new ModelFileError(usage);
  const set = setCalled(what);
  await getSet(prepared, set, tenths());
  say(`${set.id} is ready.`);
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
