import type { CounterId, OfficerId } from '../../shared/domain/ids.ts';
import type { Desk } from '../../shared/domain/ticket.ts';
import type { DeskStore } from '../usecases/queueStore.ts';
import type { Break } from '../usecases/records.ts';
import type { Db } from './open.ts';

type DeskRow = {
  counter_id: number;
  officer_id: number;
  name: string;
  taken_at: number;
  break_since: number | null;
  break_until: number | null;
};

const deskOf = (row: DeskRow): Desk => ({
  counterId: row.counter_id as CounterId,
  officerId: row.officer_id as OfficerId,
});

const breakOf = (row: DeskRow | undefined): Break | null =>
  row === undefined || row.break_since === null ? null : { since: row.break_since, until: row.break_until };

/** Who sits at which counter. */
export function deskStore(db: Db): DeskStore {
  const select = `
    SELECT counter_id, officer_id, name, taken_at, break_since, break_until
    FROM desk JOIN officer ON officer.id = officer_id`;
  const all = db.prepare<[], DeskRow>(select);
  const ofOfficer = db.prepare<[OfficerId], DeskRow>(`${select} WHERE officer_id = ?`);
  const atCounter = db.prepare<[CounterId], DeskRow>(`${select} WHERE counter_id = ?`);
  const take = db.prepare('REPLACE INTO desk (counter_id, officer_id, taken_at) VALUES (?, ?, ?)');
  const leave = db.prepare('DELETE FROM desk WHERE officer_id = ?');
  const setBreak = db.prepare('UPDATE desk SET break_since = ?, break_until = ? WHERE officer_id = ?');
  return {
    all: () =>
      all.all().map((row) => ({
        ...deskOf(row),
        officerName: row.name,
        takenAt: row.taken_at,
        onBreak: breakOf(row),
      })),
    ofOfficer: (officerId) => {
      const row = ofOfficer.get(officerId);
      return row === undefined ? null : deskOf(row);
    },
    officerAt: (counterId) => {
      const row = atCounter.get(counterId);
      return row === undefined ? null : { id: row.officer_id as OfficerId, name: row.name };
    },
    take: ({ counterId, officerId }, now) => void take.run(counterId, officerId, now),
    leave: (officerId) => void leave.run(officerId),
    setBreak: (officerId, onBreak) =>
      void setBreak.run(onBreak?.since ?? null, onBreak?.until ?? null, officerId),
    breakOf: (officerId) => breakOf(ofOfficer.get(officerId)),
  };
}
