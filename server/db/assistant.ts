import type { AssistantOutcome, AssistantStep } from '../../shared/contract/views/assistant.ts';
import type { AssistantStore } from '../usecases/assistantStore.ts';
import type { Db } from './open.ts';

/** How far a manager has come in making the office ready. */
export function assistantStore(db: Db): AssistantStore {
  const all = db.prepare<[], { step: AssistantStep; outcome: AssistantOutcome }>(
    'SELECT step, outcome FROM assistant_step',
  );
  const mark = db.prepare('REPLACE INTO assistant_step VALUES (?, ?)');
  const codes = db.prepare<[], { code: string; id: number }>(
    'SELECT code, id FROM field WHERE removed_at IS NULL',
  );
  const offer = db.prepare(`
    INSERT INTO field (code, prefix, name_vi, name_en, description_vi, description_en, icon, colour, service_ms, position)
    SELECT $code, $prefix, $nameVi, $nameEn, $descriptionVi, $descriptionEn, $icon, $colour, $serviceMs,
           ifnull(max(position), 0) + 1 FROM field WHERE TRUE
    ON CONFLICT (code) DO UPDATE SET
      prefix = excluded.prefix, position = excluded.position, removed_at = NULL`);
  return {
    all: () => all.all(),
    mark: (step, outcome) => void mark.run(step, outcome),
    offered: () => new Map(codes.all().map(({ code, id }) => [code, id])),
    offer: (code, { name, description, ...setting }) =>
      void offer.run({
        ...setting,
        code,
        nameVi: name.vi,
        nameEn: name.en,
        descriptionVi: description.vi,
        descriptionEn: description.en,
      }),
  };
}
