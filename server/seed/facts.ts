import type { Db } from '../db/open.ts';
import { readCatalogue } from './catalogue.ts';

/**
 * Fills in what the catalogue's procedures cost and by which code the nation knows them, once: NULL is what nobody has
 * filled in yet, and an office may leave its own empty.
 */
export function fillCatalogueFacts(db: Db): void {
  if (db.prepare('SELECT 1 FROM procedure WHERE fee IS NULL').get() === undefined) return;
  const fill = db.prepare('UPDATE procedure SET fee = ?, official_code = ? WHERE key = ? AND fee IS NULL');
  const procedures = readCatalogue().fields.flatMap((field) => field.procedures);
  db.transaction(() => {
    for (const { key, fee, officialCode } of procedures) fill.run(fee.textVi, officialCode ?? '', key);
    db.prepare("UPDATE procedure SET fee = '' WHERE fee IS NULL").run();
  }).immediate();
}
