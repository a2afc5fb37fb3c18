import { reserveChannel } from '../usecases/reserveStore.ts';
import type { Db } from './open.ts';

/** The last number of a series that was handed out. */
export type Given = {
  readonly kind: 'ticket' | 'letter' | 'dossier';
  /** A business day, or a year. */
  readonly scope: string;
  /** What a ticket's number begins with; of others empty. */
  readonly prefix: string;
  readonly last: number;
};

const hasTable = (db: Db, table: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;

/** Of tickets only the last day's, since every day begins anew; what kiosks give by themselves they know themselves. */
const ticketsGiven = `
  SELECT 'ticket' AS kind, business_day AS scope, rtrim(number, '0123456789') AS prefix, max(sequence) AS last
  FROM ticket WHERE business_day = (SELECT max(business_day) FROM ticket) AND channel <> '${reserveChannel}'
  GROUP BY prefix`;
const lettersGiven = `
  SELECT 'letter' AS kind, CAST(year AS TEXT) AS scope, '' AS prefix, max(number) AS last FROM letter GROUP BY year`;
const dossiersGiven = `
  SELECT 'dossier' AS kind, CAST(year AS TEXT) AS scope, '' AS prefix, last FROM dossier_number`;

/** What a database, also one of an earlier release, knows to have been handed out. */
export function givenIn(db: Db): readonly Given[] {
  const sources = [
    ...(hasTable(db, 'ticket') ? [ticketsGiven] : []),
    ...(hasTable(db, 'letter') ? [lettersGiven, dossiersGiven] : []),
    ...(hasTable(db, 'given_before') ? ['SELECT kind, scope, prefix, last FROM given_before'] : []),
  ];
  return sources.flatMap((sql) => db.prepare<[], Given>(sql).all());
}

/** Sees to it that a database of the present release hands none of these out again. */
export function neverAgain(db: Db, given: readonly Given[]): void {
  const keep = db.prepare(`
    INSERT INTO given_before VALUES ($kind, $scope, $prefix, $last)
    ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`);
  const keepDossier = db.prepare(`
    INSERT INTO dossier_number VALUES (CAST($scope AS INTEGER), $last)
    ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`);
  db.transaction(() => {
    for (const { prefix, ...one } of given)
      if (one.kind === 'dossier') keepDossier.run(one);
      else keep.run({ ...one, prefix });
  }).immediate();
}
