import { beforeAll, describe, expect, test } from 'vitest';
import { auditFaults } from '../../server/db/auditCheck.ts';
import type { Db } from '../../server/db/open.ts';
import { makeVault } from '../../server/vault.ts';
import type { DossierState, DossierStep } from '../../shared/domain/dossier.ts';
import { explained, stateAfter } from '../../shared/domain/dossier.ts';
import { pastOffice } from '../factories/pastOffice.ts';

type StepRow = {
  dossier_id: string;
  kind: DossierStep;
  at: number;
  state: DossierState;
  due_at: number | null;
  service_id: number | null;
  text_sealed: Buffer | null;
};
type Row = Readonly<Record<string, string | number | null>>;

let db: Db;
beforeAll(async () => {
  ({ db } = await pastOffice({ kind: 'week' }));
});

const rows = <T = Row>(sql: string): T[] => db.prepare<[], T>(sql).all();
const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;

describe('dossiers of an invented past', () => {
  test('DB40 go only the ways that dossiers go, at times at which the office works, and end in every way', () => {
    const stories = Map.groupBy(
      rows<StepRow>('SELECT * FROM dossier_step ORDER BY id'),
      ({ dossier_id: id }) => id,
    );
    expect(stories.size).toBe(count('SELECT count(*) FROM dossier'));
    expect(stories.size).toBeGreaterThan(300);
    for (const [, [first, ...others]] of stories) {
      expect(first?.service_id).not.toBeNull();
      let before = first;
      for (const step of others) {
        expect(stateAfter(before?.state ?? 'received', step.kind)).toBe(step.state);
        expect(step.at).toBeGreaterThanOrEqual(before?.at ?? 0);
        // In Hà Nội.
        const hour = (step.at / 3_600_000 + 7) % 24;
        expect(hour > 7 && hour < 19.5).toBe(true);
        before = step;
      }
      for (const step of [first, ...others])
        if (step !== undefined) expect(step.text_sealed !== null).toBe(explained.includes(step.kind));
    }
    expect(new Set(rows('SELECT state FROM dossier').map(({ state }) => state))).toEqual(
      new Set(['received', 'supplement', 'refused', 'ready', 'returned']),
    );
    for (const when of ['< due_at - 43200000', '<= due_at', '> due_at'])
      expect([when, count(`SELECT count(*) > 0 FROM dossier WHERE concluded_at ${when}`)]).toEqual([when, 1]);
  });

  test('DB41 are fetched in services that name them, and no code comes twice', () => {
    const handed = rows<{ code: string; codes: string }>(
      `SELECT code, dossier_codes AS codes FROM dossier_step
       JOIN dossier ON dossier.id = dossier_id JOIN service ON service.id = service_id WHERE kind = 'returned'`,
    );
    expect(handed.length).toBeGreaterThan(5);
    for (const { code, codes } of handed) expect(JSON.parse(codes)).toEqual([code]);
    expect(count('SELECT count(DISTINCT code) - count(*) FROM dossier')).toBe(0);
  });

  test('DB42 stand beside an audit that holds, of what officers did, and consents of all who are recognised', () => {
    expect(auditFaults(db, makeVault(Buffer.alloc(32, 7)))).toEqual([]);
    expect(count(`SELECT count(*) FROM audit WHERE request = 'ticket:finish'`)).toBe(
      count('SELECT count(*) FROM service'),
    );
    expect(count(`SELECT count(*) FROM audit WHERE request = 'dossier:step'`)).toBe(
      count('SELECT count(*) FROM dossier_step WHERE service_id IS NULL'),
    );
    expect(
      count(
        `SELECT count(*) FROM audit AS one JOIN audit AS next ON next.id = one.id + 1 WHERE next.at < one.at`,
      ),
    ).toBe(0);
    expect(count('SELECT count(*) FROM visitor WHERE id NOT IN (SELECT visitor_id FROM consent)')).toBe(0);
  });
});
