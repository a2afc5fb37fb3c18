import type { Db } from '../db/open.ts';
import { readCatalogue } from './catalogue.ts';

/**
 * Fills in what to have ready for the catalogue's procedures, and how much each is asked for, where an office was made
 * before these were kept. What an office has stays as it is.
 */
export function fillPapers(db: Db): void {
  const bare = db.prepare('SELECT 1 FROM procedure WHERE demand = 0').get();
  if (bare === undefined) return;
  const fill = db.prepare(
    "UPDATE procedure SET papers = ?, demand = ? WHERE key = ? AND demand = 0 AND papers = '[]'",
  );
  const procedures = readCatalogue().fields.flatMap((field) => field.procedures);
  db.transaction(() => {
    for (const { key, papersVi, demandWeight } of procedures)
      fill.run(JSON.stringify(papersVi), demandWeight, key);
  }).immediate();
}
