import type { RatingScale } from '../usecases/ratings.ts';
import type { Db } from '../db/open.ts';
import { readCatalogue } from './catalogue.ts';

/** The catalogue's levels, and below which of them visitors are asked why. */
export function readRatingScale(): RatingScale {
  const { levels, askReasonsBelow } = readCatalogue().rating;
  return { levels: levels.map(({ v, vi, en }) => ({ level: v, name: { vi, en } })), askReasonsBelow };
}

/** Fills in the catalogue's reasons, also of an office that was made before visitors were asked for them. */
export function seedRatingReasons(db: Db): void {
  if (db.prepare('SELECT 1 FROM rating_reason').get() !== undefined) return;
  const add = db.prepare('INSERT INTO rating_reason (code, name_vi, name_en, position) VALUES (?, ?, ?, ?)');
  db.transaction(() => {
    for (const [position, { code, vi, en }] of readCatalogue().rating.reasons.entries())
      add.run(code, vi, en, position);
  }).immediate();
}
