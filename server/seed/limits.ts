import { limitOf } from '../../shared/i18n/catalogue/json.ts';
import type { Db } from '../db/open.ts';
import { limitColumns } from '../db/procedures.ts';
import { readCatalogue } from './catalogue.ts';

/** Fills in how long the catalogue's procedures may take, where an office has no limit of its own. */
export function fillLimits(db: Db): void {
  const known = db.prepare('SELECT 1 FROM procedure WHERE limit_kind IS NOT NULL').get();
  if (known !== undefined) return;
  const fill = db.prepare(
    'UPDATE procedure SET limit_kind = $limitKind, limit_value = $limitValue WHERE key = $key',
  );
  const procedures = readCatalogue().fields.flatMap((field) => field.procedures);
  db.transaction(() => {
    for (const { key, limit: given } of procedures) {
      const limit = limitOf(given);
      if (limit !== null) fill.run({ ...limitColumns(limit), key });
    }
  }).immediate();
}
