import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { RetentionStore } from '../usecases/keepingStore.ts';
import type { Db } from './open.ts';

type PeriodRow = {
  keep_templates_days: number;
  keep_visitors_days: number;
  keep_texts_days: number;
  keep_recognitions_days: number;
  keep_audit_days: number;
};

/** Visitors of whom nothing came since `?`: no number, no appointment, no agreement. */
const lastSeenBefore = `
  SELECT visitor.id FROM visitor WHERE registered_at < $time
    AND NOT EXISTS (SELECT 1 FROM ticket WHERE visitor_id = visitor.id AND issued_at >= $time)
    AND NOT EXISTS (SELECT 1 FROM appointment WHERE visitor_id = visitor.id AND at >= $time)
    AND NOT EXISTS (SELECT 1 FROM consent WHERE visitor_id = visitor.id AND agreed_at >= $time)`;

/** What is kept for a time only. */
export function retentionStore(db: Db): RetentionStore {
  const periods = db.prepare<[], PeriodRow>('SELECT * FROM office WHERE id = 1');
  const setPeriods = db.prepare(`
    UPDATE office SET keep_templates_days = $templatesDays, keep_visitors_days = $visitorsDays,
                      keep_texts_days = $textsDays, keep_recognitions_days = $recognitionsDays,
                      keep_audit_days = $auditDays`);
  const visitors = db.prepare<{ time: Millis }, VisitorId>(lastSeenBefore).pluck();
  const faces = db
    .prepare<{ time: Millis }, VisitorId>(
      `DELETE FROM template WHERE visitor_id IN (${lastSeenBefore}) RETURNING visitor_id`,
    )
    .pluck();
  const texts = [
    'DELETE FROM note WHERE at < ?',
    'UPDATE rating SET remark_sealed = NULL WHERE remark_sealed IS NOT NULL AND at < ?',
    'UPDATE appointment SET name_sealed = NULL WHERE name_sealed IS NOT NULL AND at < ?',
  ].map((sql) => db.prepare<[Millis]>(sql));
  const recognitions = db.prepare<[Millis]>('DELETE FROM recognition WHERE at < ?');
  return {
    periods: () => {
      const row = periods.get();
      if (row === undefined) throw new Error('the database has no office');
      return {
        templatesDays: row.keep_templates_days,
        visitorsDays: row.keep_visitors_days,
        textsDays: row.keep_texts_days,
        recognitionsDays: row.keep_recognitions_days,
        auditDays: row.keep_audit_days,
      };
    },
    setPeriods: (retention) => void setPeriods.run(retention),
    visitorsLastSeenBefore: (time) => visitors.all({ time }),
    forgetFacesLastSeenBefore: (time) => [...new Set(faces.all({ time }))],
    forgetTextsBefore: (time) => texts.reduce((sum, statement) => sum + statement.run(time).changes, 0),
    forgetRecognitionsBefore: (time) => recognitions.run(time).changes,
  };
}
