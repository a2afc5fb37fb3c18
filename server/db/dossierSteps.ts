import type { DossierState, DossierStep } from '../../shared/domain/dossier.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { DossierId, DossierStore, Step } from '../usecases/dossierStore.ts';
import type { Vault } from '../usecases/ports.ts';
import type { Actor } from '../usecases/records.ts';
import type { Db } from './open.ts';
import { outboxWriter } from './outbox.ts';
import { opened } from './visitors.ts';

type StepRow = {
  dossier_id: string;
  kind: DossierStep;
  at: number;
  actor: Actor;
  state: DossierState;
  due_at: number | null;
  text_sealed: Buffer | null;
};

/** Bound to its dossier, so that what was said of one cannot be put in another's place. */
export const stepContext = (id: string): string => `step of dossier ${id}`;

type Steps = Pick<DossierStore, 'addStep' | 'steps' | 'lastSteps' | 'takeBack'>;

/** What became of dossiers; the words sealed, since they may name people. */
export function dossierSteps(db: Db, vault: Vault): Steps {
  const add = db.prepare(`
    INSERT INTO dossier_step (dossier_id, kind, at, actor, service_id, state, due_at, text_sealed)
    VALUES ($id, $kind, $at, $actor, $serviceId, $state, $dueAt, $text)`);
  const set = db.prepare('UPDATE dossier SET state = ?, due_at = ? WHERE id = ?');
  const of = db.prepare<[DossierId], StepRow>(
    'SELECT * FROM dossier_step WHERE dossier_id = ? ORDER BY id DESC',
  );
  const last = db.prepare<[string], StepRow>(`
    SELECT step.* FROM json_each(?) AS asked JOIN dossier_step AS step ON step.id = (
      SELECT max(id) FROM dossier_step WHERE dossier_id = asked.value
    )`);
  const touched = db
    .prepare<[number], DossierId>('SELECT DISTINCT dossier_id FROM dossier_step WHERE service_id = ?')
    .pluck();
  const removeSteps = db.prepare('DELETE FROM dossier_step WHERE service_id = ?');
  const remove = db.prepare('DELETE FROM dossier WHERE id = ?');
  const { isWanted, tell } = outboxWriter(db);
  const codeOf = db.prepare<[DossierId], string>('SELECT code FROM dossier WHERE id = ?').pluck();
  /** Tells those who want to know, in the transaction in which it happens; of what was said nothing. */
  const tellOf = (
    id: DossierId,
    now: Millis,
    what: {
      readonly step: DossierStep | null;
      readonly state: DossierState | null;
      readonly dueAt: Millis | null;
    },
  ): void => {
    if (isWanted('dossier.changed'))
      tell('dossier.changed', { dossierId: id, code: codeOf.get(id) ?? '', ...what }, now);
  };
  const stepOf = (row: StepRow): Step => ({
    kind: row.kind,
    at: row.at,
    actor: row.actor,
    state: row.state,
    dueAt: row.due_at,
    text:
      row.text_sealed &&
      opened(
        vault.open('dossier', stepContext(row.dossier_id), row.text_sealed),
        'what was said of a dossier',
      ).toString('utf8'),
  });
  return {
    addStep: (id, { kind, state, dueAt, text, serviceId }, actor, at) => {
      const sealed = text === null ? null : vault.seal('dossier', stepContext(id), Buffer.from(text, 'utf8'));
      add.run({ id, kind, at, actor, serviceId, state, dueAt, text: sealed });
      set.run(state, dueAt, id);
      tellOf(id, at, { step: kind, state, dueAt });
    },
    steps: (id) => of.all(id).map(stepOf),
    lastSteps: (ids) =>
      new Map(
        last.all(JSON.stringify(ids)).map((row) => [row.dossier_id as DossierId, stepOf(row)] as const),
      ),
    takeBack: (serviceId, now) => {
      const ids = touched.all(serviceId);
      removeSteps.run(serviceId);
      for (const id of ids) {
        const [before] = of.all(id);
        tellOf(id, now, { step: null, state: before?.state ?? null, dueAt: before?.due_at ?? null });
        if (before === undefined) remove.run(id);
        else set.run(before.state, before.due_at, id);
      }
    },
  };
}
