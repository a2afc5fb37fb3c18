import { join } from 'node:path';
import { pino } from 'pino';
import { officeFiles } from '../officeFiles.ts';
import { openExisting } from '../openOffice.ts';
import { officeStore } from '../db/office.ts';
import { StartError } from '../startError.ts';
import type { Command } from '../tool.ts';
import { runTool } from '../tool.ts';
import { makeBackups } from './backups.ts';
import { noPutting } from './putting.ts';
import { listBackups } from './files.ts';
import { lookOver, restore } from './restore.ts';

const usage = `npm run backup -- list | run | verify FILE | restore FILE   [--data data]

list     the backups there are, newest first
run      makes one now; a running server makes one each night by itself
verify   looks one over: whether it is whole, opened by the key file, and as it was when it was made
restore  puts one in the place of the database, after backing that up
Stop the server first, but for list and verify.`;

function fileIn(rest: readonly string[]): string {
  const [file] = rest;
  if (file === undefined) throw new StartError(usage);
  return file;
}

const list: Command = ({ opening, say }) => {
  const backups = listBackups(officeFiles(opening.data).backups);
  for (const { file, madeAt } of backups) say(`${new Date(madeAt).toLocaleString('sv')}  ${file}`);
  if (backups.length === 0) say('There are none.');
  return true;
};

const run: Command = async ({ opening, say }) => {
  const { db, vault, keys } = await openExisting(opening);
  try {
    const { timeZone } = officeStore(db).office();
    const folder = officeFiles(opening.data).backups;
    const log = pino({ level: 'error' }, pino.destination(2));
    const backups = makeBackups({
      db,
      vault,
      keys,
      folder,
      timeZone: () => timeZone,
      now: opening.now,
      log,
      changed: () => undefined,
      putting: noPutting,
    });
    if (!(await backups.make('byHand'))) return false;
    say(backups.list()[0]?.file ?? '');
    return true;
  } finally {
    db.close();
  }
};

const verify: Command = async ({ opening, rest, say }) => {
  const { isNoted } = await lookOver(opening, fileIn(rest));
  say('It is whole, and the key file opens it.');
  if (isNoted) return true;
  say(
    'What was written down beside it when it was made is missing or does not fit: it may have been changed.',
  );
  return false;
};

const putBack: Command = async ({ opening, rest, say }) => {
  const { before, madeAt, numbersUnknown, erasedUnknown } = await restore(opening, fileIn(rest));
  say(`The database is as it was on ${new Date(madeAt).toLocaleString('sv')}.`);
  if (before.kind === 'backedUp')
    say(`What was there before is the newest backup in ${join(opening.data, 'backups')}.`);
  if (before.kind === 'putAside') say(`What was there before is damaged and lies at ${before.file}.`);
  if (numbersUnknown === true)
    say(
      'Which numbers it gave could not be read: each field goes on well beyond any that it can have given today.',
    );
  if (erasedUnknown === true)
    say(
      'Who was erased since the backup could not be read: look through the requests since then, and erase them again.',
    );
  return true;
};

await runTool(usage, { list, run, verify, restore: putBack });
