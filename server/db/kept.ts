import type { FieldId, Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { KeptStore } from '../usecases/privacyStore.ts';
import type { Db } from './open.ts';

/** What is kept of a person in the tables of others, for the person to see. */
export function keptStore(db: Db): KeptStore {
  const templates = db.prepare<[VisitorId], { modelId: string; madeAt: Millis }>(
    'SELECT model_id AS modelId, made_at AS madeAt FROM template WHERE visitor_id = ? ORDER BY id',
  );
  const visits = db.prepare<[VisitorId, number], { number: string; fieldId: FieldId; issuedAt: Millis }>(`
    SELECT number, issued_field_id AS fieldId, issued_at AS issuedAt FROM ticket WHERE visitor_id = ?
    ORDER BY issued_at DESC LIMIT ?`);
  const appointments = db.prepare<[VisitorId, number], { fieldId: FieldId; at: Millis }>(
    'SELECT field_id AS fieldId, at FROM appointment WHERE visitor_id = ? ORDER BY at DESC LIMIT ?',
  );
  const visitCount = db
    .prepare<[], number>('SELECT count(*) FROM ticket WHERE visitor_id IS NOT NULL')
    .pluck();
  const visitors = db.prepare<[], VisitorId>('SELECT id FROM visitor ORDER BY registered_at DESC').pluck();
  return {
    templates: (visitorId) => templates.all(visitorId),
    visits: (visitorId, limit) => visits.all(visitorId, limit),
    appointments: (visitorId, limit) => appointments.all(visitorId, limit),
    visitCount: () => visitCount.get() ?? 0,
    visitors: () => visitors.all(),
  };
}
