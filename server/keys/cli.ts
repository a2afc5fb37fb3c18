import { officeFiles } from '../officeFiles.ts';
import { openExisting } from '../openOffice.ts';
import { countSealed } from '../db/sealed.ts';
import { StartError } from '../startError.ts';
import type { Command, Tool } from '../tool.ts';
import { runTool } from '../tool.ts';
import { askHidden } from './ask.ts';
import { writeKeys } from './file.ts';
import { passphraseLeast } from './passphrase.ts';
import { rotate } from './rotate.ts';

const usage = `npm run keys -- status | rotate | passphrase [--remove] | verify   [--data data]

status      whether the key file is locked, and whether a change of the key was left unfinished
rotate      a new key: everything is sealed anew, also in the backups; the old key is destroyed
passphrase  locks the key file with a passphrase, or with another one; --remove unlocks it for good
verify      opens everything that is sealed
Stop the server first. A locked key file needs LUOT_PASSPHRASE, or somebody at the terminal.`;

const status: Command = async ({ opening, say }) => {
  const { db, keys } = await openExisting(opening);
  db.close();
  say(
    `The key file ${officeFiles(opening.data).key} is ${keys.passphrase === null ? 'not locked' : 'locked with a passphrase'}.`,
  );
  if (keys.ring.seal.length === 1) return true;
  say('A change of the key was not finished; npm run keys -- rotate finishes it.');
  return false;
};

const change: Command = async ({ opening, say }) => {
  let values = 0;
  await rotate(opening, (step) => {
    if (step.kind === 'newKey') say('The new key is in the key file. Sealing everything anew …');
    if (step.kind === 'sealed') values += step.values;
    if (step.kind === 'noted') say(`${values} values are sealed with it.`);
    if (step.kind === 'backup') say(`${step.file} is sealed with it.`);
    if (step.kind === 'oldKeyGone')
      say('The old key is gone. Keep a copy of the key file in another place than the database.');
  });
  return true;
};

/** A new passphrase, typed twice so that nobody locks themselves out by a slip. */
async function newPassphrase(): Promise<string> {
  const given = process.env['LUOT_NEW_PASSPHRASE'];
  const first = given ?? (await askHidden('New passphrase: '));
  if (first === null)
    throw new StartError('Give the new passphrase in LUOT_NEW_PASSPHRASE, or in a terminal.');
  if ([...first].length < passphraseLeast)
    throw new StartError(`A passphrase has ${passphraseLeast} signs or more; better four words or more.`);
  if (given === undefined && (await askHidden('Once more: ')) !== first)
    throw new StartError('These were not the same; nothing was changed.');
  return first;
}

async function setPassphrase({ opening, flags, say }: Tool): Promise<true> {
  const { db, keys } = await openExisting(opening);
  try {
    const passphrase = flags.remove ? null : await newPassphrase();
    writeKeys(officeFiles(opening.data).key, { ...keys, passphrase });
    say(
      passphrase === null
        ? 'The key file is not locked any more: whoever can read it has the keys.'
        : 'The key file is locked. Without the passphrase nobody can read the visitors’ data, you neither.',
    );
    return true;
  } finally {
    db.close();
  }
}

const verify: Command = async ({ opening, say }) => {
  const { db, vault } = await openExisting(opening);
  try {
    const places = countSealed(db, vault);
    for (const { place, count, broken } of places)
      say(`${place}: ${count}${broken === 0 ? '' : `, of which ${broken} cannot be opened`}`);
    return places.every(({ broken }) => broken === 0);
  } finally {
    db.close();
  }
};

await runTool(usage, { status, rotate: change, passphrase: setPassphrase, verify });
