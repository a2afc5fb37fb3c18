import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { VisitorStore } from '../usecases/store.ts';
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
  | 'templates'
  | 'templatesOf'
  | 'otherSets'
  | 'count'
>;

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
  const ofSet = db.prepare<[string, number], TemplateRow>(
    'SELECT * FROM template WHERE model_id = ? AND dimension = ? ORDER BY id',
  );
  const ofVisitor = db.prepare<[VisitorId, string, number], TemplateRow>(
    'SELECT * FROM template WHERE visitor_id = ? AND model_id = ? AND dimension = ? ORDER BY id',
  );
  const otherSets = db.prepare<[string, number], { modelId: string; dimension: number }>(`
    SELECT model_id AS modelId, dimension FROM template
    WHERE visitor_id NOT IN (SELECT visitor_id FROM template WHERE model_id = ? AND dimension = ?)
    GROUP BY model_id, dimension ORDER BY count(DISTINCT visitor_id) DESC, max(id) DESC`);
  const count = db.prepare<[string, number], { visitors: number; templates: number; toRelearn: number }>(`
    SELECT
      (SELECT count(*) FROM visitor) AS visitors,
      (SELECT count(*) FROM template) AS templates,
      (SELECT count(DISTINCT visitor_id) FROM template)
        - (SELECT count(DISTINCT visitor_id) FROM template WHERE model_id = ? AND dimension = ?) AS toRelearn`);
  const vectorOf = (row: TemplateRow): Float32Array => {
    const context = templateContext(row.visitor_id, row.model_id);
    const bytes = opened(vault.open('template', context, row.sealed), 'a template');
    // Copied, because a Buffer's place in its pool need not be a multiple of four.
    return new Float32Array(Uint8Array.from(bytes).buffer);
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
    templates: (modelId, dimension) =>
      ofSet.all(modelId, dimension).map((row) => ({ visitorId: row.visitor_id, vector: vectorOf(row) })),
    templatesOf: (id, modelId, dimension) => ofVisitor.all(id, modelId, dimension).map(vectorOf),
    otherSets: (modelId, dimension) => otherSets.all(modelId, dimension),
    count: (modelId, dimension) =>
      count.get(modelId, dimension) ?? { visitors: 0, templates: 0, toRelearn: 0 },
  };
}
