import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { SetKey, VisitorStore } from '../usecases/store.ts';
import type { Db } from './open.ts';
import { opened } from './visitors.ts';

type TemplateRow = {
  id: number;
  visitor_id: VisitorId;
  model_id: string;
  dimension: number;
  sealed: Buffer;
  made_at: number;
  quality: number;
};

/** The rows of one set with the numbers after + 1..upTo. */
type Stretch = { readonly after: number; readonly upTo: number; readonly set: string; readonly size: number };

/** What a sealed template is bound to, so that one visitor's cannot be put in another's place. */
export const templateContext = (visitorId: string, modelId: string): string => `${modelId} of ${visitorId}`;

type Templates = Pick<
  VisitorStore,
  | 'addTemplate'
  | 'removeTemplate'
  | 'kept'
  | 'setsOf'
  | 'forgetOtherSets'
  | 'forgetFace'
  | 'newestTemplate'
  | 'templates'
  | 'templatesOf'
  | 'otherSets'
  | 'count'
>;

/** That the visitor of a row of `table` has no template of the set $modelId, $dimension. */
const isUnknownIn = (table: string): string => `NOT EXISTS (SELECT 1 FROM template AS own
  WHERE own.model_id = $modelId AND own.dimension = $dimension AND own.visitor_id = ${table}.visitor_id)`;

/**
 * Templates of other sets, of those who have none of the set $modelId, $dimension. By stretches of the index: there are
 * mostly none, and to see that a million are all of the set would take a fifth of a second, with each view for managers.
 */
const others = `(SELECT * FROM (${['model_id < $modelId', 'model_id > $modelId']
  .concat(['<', '>'].map((side) => `model_id = $modelId AND dimension ${side} $dimension`))
  .map((stretch) => `SELECT id, visitor_id, model_id, dimension FROM template WHERE ${stretch}`)
  .join(' UNION ALL ')}) AS other WHERE ${isUnknownIn('other')})`;

/** Visitors' faces, sealed, each of one model set. */
export function templateStore(db: Db, vault: Vault): Templates {
  const add = db.prepare(
    'INSERT INTO template (visitor_id, model_id, dimension, sealed, quality, made_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM template WHERE id = ?');
  const setsOf = db.prepare<[VisitorId], { modelId: string; dimension: number }>(
    'SELECT DISTINCT model_id AS modelId, dimension FROM template WHERE visitor_id = ?',
  );
  const forgetOthers = db.prepare(
    'DELETE FROM template WHERE visitor_id = ? AND NOT (model_id = ? AND dimension = ?)',
  );
  const forgetFace = db.prepare('DELETE FROM template WHERE visitor_id = ?');
  const newest = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM template').pluck();
  // By row: by the index, SQLite would sort all of them, sealed faces included, for each stretch.
  const between = `
    SELECT id, visitor_id, model_id, sealed FROM template NOT INDEXED
    WHERE id > $after AND id <= $upTo AND model_id = $set AND dimension = $size`;
  const ofSet = db.prepare<[Stretch], TemplateRow>(`${between} ORDER BY id`);
  const ofSetOnly = db.prepare<[Stretch & SetKey], TemplateRow>(
    `${between} AND ${isUnknownIn('template')} ORDER BY id`,
  );
  const ofVisitor = db.prepare<[VisitorId, string, number], TemplateRow>(
    'SELECT * FROM template WHERE visitor_id = ? AND model_id = ? AND dimension = ? ORDER BY id',
  );
  const otherSets = db.prepare<[SetKey], { modelId: string; dimension: number }>(`
    SELECT model_id AS modelId, dimension FROM ${others}
    GROUP BY model_id, dimension ORDER BY count(DISTINCT visitor_id) DESC, max(id) DESC`);
  const count = db.prepare<[SetKey], { visitors: number; templates: number; toRelearn: number }>(`
    SELECT
      (SELECT count(*) FROM visitor) AS visitors,
      (SELECT count(*) FROM template) AS templates,
      (SELECT count(DISTINCT visitor_id) FROM ${others}) AS toRelearn`);
  const vectorOf = (row: Pick<TemplateRow, 'visitor_id' | 'model_id' | 'sealed'>): Float32Array => {
    const context = templateContext(row.visitor_id, row.model_id);
    const bytes = opened(vault.open('template', context, row.sealed), 'a template');
    // Copied if need be, because a Buffer's place in its pool need not be a multiple of four.
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
    return new Float32Array(buffer, byteOffset, bytes.length / 4);
  };

  return {
    addTemplate: ({ visitorId, vector, quality }, modelId, madeAt) => {
      const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
      const sealed = vault.seal('template', templateContext(visitorId, modelId), bytes);
      add.run(visitorId, modelId, vector.length, sealed, quality, madeAt);
    },
    removeTemplate: (id) => void remove.run(id),
    kept: (visitorId, modelId, dimension) =>
      ofVisitor.all(visitorId, modelId, dimension).map((row) => ({
        id: row.id,
        vector: vectorOf(row),
        quality: row.quality,
        madeAt: row.made_at,
      })),
    setsOf: (id) => setsOf.all(id),
    forgetOtherSets: (id, modelId, dimension) => void forgetOthers.run(id, modelId, dimension),
    forgetFace: (id) => void forgetFace.run(id),
    newestTemplate: () => newest.get() ?? 0,
    templates: ({ modelId, dimension }, after, upTo, known = null) => {
      const stretch = { after, upTo, set: modelId, size: dimension };
      const rows = known === null ? ofSet.all(stretch) : ofSetOnly.all({ ...stretch, ...known });
      return rows.map((row) => ({ visitorId: row.visitor_id, vector: vectorOf(row) }));
    },
    templatesOf: (id, modelId, dimension) => ofVisitor.all(id, modelId, dimension).map(vectorOf),
    otherSets: (modelId, dimension) => otherSets.all({ modelId, dimension }),
    count: (modelId, dimension) =>
      count.get({ modelId, dimension }) ?? { visitors: 0, templates: 0, toRelearn: 0 },
  };
}
