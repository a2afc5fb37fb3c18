import { auditHeads } from '../backup/heads.ts';
import { auditFaults, auditHead, auditRows } from '../db/auditCheck.ts';
import type { AuditFault } from '../db/auditCheck.ts';
import { openExisting } from '../openOffice.ts';
import type { Command } from '../tool.ts';
import { runTool } from '../tool.ts';

const usage = `npm run audit -- verify | export   [--data data]

verify  goes along the whole audit and says where somebody changed it from outside
export  writes it to standard output, one row a line as JSON, oldest first
Stop the server first.`;

const words: Record<AuditFault['kind'], (rows: string) => string> = {
  altered: (rows) => `${rows} changed`,
  removed: (rows) => `${rows} removed`,
  inserted: (rows) => `${rows} put in`,
  cutOff: (rows) => `${rows} cut off at the end`,
  noAnchor: () => 'the note of where it begins and ends is missing or was changed',
};

const verify: Command = async ({ opening, say }) => {
  const { db, vault } = await openExisting(opening);
  try {
    const faults = auditFaults(db, vault, auditHeads(db, vault, opening.data));
    for (const { kind, from, to } of faults)
      say(words[kind](from === to ? `row ${from}` : `rows ${from} to ${to}`));
    if (faults.length === 0)
      say(`The audit is as it was written, up to row ${auditHead(db, vault)?.id ?? 0}.`);
    return faults.length === 0;
  } finally {
    db.close();
  }
};

const write: Command = async ({ opening, say }) => {
  const { db } = await openExisting(opening);
  try {
    for (const row of auditRows(db)) say(JSON.stringify(row));
    return true;
  } finally {
    db.close();
  }
};

await runTool(usage, { verify, export: write });
