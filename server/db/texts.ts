import type { ConsentVersion, OfficeTextKey, OwnText } from '../../shared/contract/texts.ts';
import { officeTextKeys } from '../../shared/contract/texts.ts';
import type { TextStore } from '../usecases/textStore.ts';
import type { Db } from './open.ts';
import { procedureChanges } from './procedures.ts';

type Priorities = Pick<
  TextStore,
  'addPriority' | 'setPriority' | 'orderPriorities' | 'isPriorityInUse' | 'removePriority'
>;

function priorityChanges(db: Db): Priorities {
  // Classes that were removed keep their codes, so that none is ever given to another.
  const add = db.prepare(`
    INSERT INTO priority_class (code, name_vi, name_en, asked, position)
    SELECT 'OWN' || (count(*) + 1), ?, ?, ?, coalesce(max(position), 0) + 1 FROM priority_class`);
  const set = db.prepare('UPDATE priority_class SET name_vi = ?, name_en = ?, asked = ? WHERE code = ?');
  const place = db.prepare('UPDATE priority_class SET position = ? WHERE code = ?');
  const used = db
    .prepare<[string], 0 | 1>(
      `
    SELECT EXISTS (
      SELECT 1 FROM period JOIN ticket ON ticket.id = ticket_id
      WHERE to_at IS NULL AND state IN ('waiting', 'called', 'serving', 'parked', 'missed') AND priority = ?
    )`,
    )
    .pluck();
  const remove = db.prepare('UPDATE priority_class SET removed_at = ? WHERE code = ?');
  const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
  return {
    addPriority: ({ name, asked }) => void add.run(name.vi, name.en, flag(asked)),
    setPriority: (code, { name, asked }) => void set.run(name.vi, name.en, flag(asked), code),
    orderPriorities: (codes) => codes.forEach((code, position) => place.run(position, code)),
    isPriorityInUse: (code) => used.get(code) === 1,
    removePriority: (code, now) => void remove.run(now, code),
  };
}

type Consents = Pick<TextStore, 'consentVersions' | 'addConsent'>;
type VersionRow = Pick<ConsentVersion, 'version' | 'madeAt' | 'agreed' | 'standing'> & {
  title_vi: string;
  title_en: string;
  body_vi: string;
  body_en: string;
};

function consentWordings(db: Db): Consents {
  // Whose newest consent it is stands for it; whoever agreed anew since has left it.
  const all = db.prepare<[], VersionRow>(`
    SELECT version, title_vi, title_en, body_vi, body_en, made_at AS madeAt,
      (SELECT count(*) FROM consent WHERE consent.version = consent_text.version) AS agreed,
      (
        SELECT count(*) FROM consent WHERE consent.version = consent_text.version AND withdrawn_at IS NULL
          AND id IN (SELECT max(id) FROM consent WHERE visitor_id IS NOT NULL GROUP BY visitor_id)
      ) AS standing
    FROM consent_text ORDER BY rowid DESC`);
  const leave = db.prepare('UPDATE consent_text SET current = 0 WHERE current = 1');
  const add = db.prepare(`
    INSERT INTO consent_text (version, title_vi, title_en, body_vi, body_en, current, made_at)
    VALUES (?, ?, ?, ?, ?, 1, ?)`);
  return {
    consentVersions: () =>
      all.all().map(({ title_vi, title_en, body_vi, body_en, ...row }) => ({
        ...row,
        title: { vi: title_vi, en: title_en },
        body: { vi: JSON.parse(body_vi) as string[], en: JSON.parse(body_en) as string[] },
      })),
    addConsent: (version, { title, body }, now) => {
      leave.run();
      add.run(version, title.vi, title.en, JSON.stringify(body.vi), JSON.stringify(body.en), now);
    },
  };
}

/** What a manager words. */
export function textStore(db: Db): TextStore {
  const all = db.prepare<[], OwnText & { key: string }>('SELECT key, vi, en FROM office_text');
  const set = db.prepare('INSERT OR REPLACE INTO office_text (key, vi, en) VALUES (?, ?, ?)');
  const reset = db.prepare('DELETE FROM office_text WHERE key = ?');
  return {
    ...procedureChanges(db),
    ...priorityChanges(db),
    ...consentWordings(db),
    all: () => {
      const rows = new Map(all.all().map(({ key, ...wording }) => [key, wording]));
      const texts = officeTextKeys.map((key) => [key, rows.get(key) ?? null]);
      return Object.fromEntries(texts) as Record<OfficeTextKey, OwnText | null>;
    },
    set: (key, wording) => {
      if (wording === null) reset.run(key);
      else set.run(key, wording.vi, wording.en);
    },
  };
}
