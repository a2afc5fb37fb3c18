import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { VisitorStore } from '../usecases/store.ts';
import { deviceIdOf } from './actor.ts';
import type { Db } from './open.ts';

type VisitorRow = { id: string; name_sealed: Buffer | null; registered_at: number };
type TemplateRow = { visitor_id: string; model_id: string; dimension: number; sealed: Buffer };

/** What a sealed value is bound to, so that one visitor's cannot be put in another's place. */
const nameContext = (id: string): string => `name of ${id}`;
const templateContext = (visitorId: string, modelId: string): string => `${modelId} of ${visitorId}`;

/** Something sealed was changed from outside. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

function opened(value: Buffer | null, what: string): Buffer {
  if (value === null) throw new SealBroken(`${what} cannot be opened: it was changed from outside`);
  return value;
}

/** Visitors with their names and templates sealed, and their consents. */
export function visitorStore(db: Db, vault: Vault): VisitorStore {
  const add = db.prepare('INSERT INTO visitor (id, name_sealed, registered_at) VALUES (?, ?, ?)');
  const find = db.prepare<[VisitorId], VisitorRow>('SELECT * FROM visitor WHERE id = ?');
  const addTemplate = db.prepare(
    'INSERT INTO template (visitor_id, model_id, dimension, sealed, made_at) VALUES (?, ?, ?, ?, ?)',
  );
  const templates = db.prepare<[string, number], TemplateRow>(
    'SELECT visitor_id, model_id, dimension, sealed FROM template WHERE model_id = ? AND dimension = ? ORDER BY id',
  );
  const count = db.prepare<[], { visitors: number; templates: number }>(
    'SELECT (SELECT count(*) FROM visitor) AS visitors, (SELECT count(*) FROM template) AS templates',
  );
  const addConsent = db.prepare(
    'INSERT INTO consent (visitor_id, version, language, wording_hash, device_id, agreed_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const recognise = db.prepare('INSERT INTO recognition (at, device_id, outcome) VALUES (?, ?, ?)');

  return {
    add: ({ id, name, registeredAt }) => {
      const sealed = name === null ? null : vault.seal('name', nameContext(id), Buffer.from(name, 'utf8'));
      add.run(id, sealed, registeredAt);
    },
    find: (id) => {
      const row = find.get(id);
      if (row === undefined) return null;
      const sealed = row.name_sealed;
      const name =
        sealed === null
          ? null
          : opened(vault.open('name', nameContext(id), sealed), 'a name').toString('utf8');
      return { id, name, registeredAt: row.registered_at };
    },
    addTemplate: ({ visitorId, vector }, modelId, now) => {
      const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
      const sealed = vault.seal('template', templateContext(visitorId, modelId), bytes);
      addTemplate.run(visitorId, modelId, vector.length, sealed, now);
    },
    templates: (modelId, dimension) =>
      templates.all(modelId, dimension).map((row) => {
        const context = templateContext(row.visitor_id, row.model_id);
        const bytes = opened(vault.open('template', context, row.sealed), 'a template');
        // Copied, because a Buffer's place in its pool need not be a multiple of four.
        return {
          visitorId: row.visitor_id as VisitorId,
          vector: new Float32Array(Uint8Array.from(bytes).buffer),
        };
      }),
    count: () => count.get() ?? { visitors: 0, templates: 0 },
    addConsent: (visitorId, { version, language, wordingHash }, by, now) =>
      void addConsent.run(visitorId, version, language, wordingHash, deviceIdOf(by), now),
    countRecognition: (outcome, by, now) => void recognise.run(now, deviceIdOf(by), outcome),
  };
}
