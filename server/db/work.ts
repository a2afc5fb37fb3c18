import type { WorkStore } from '../usecases/queueStore.ts';
import type { Db } from './open.ts';

/** Which fields counters and officers serve. */
export function workStore(db: Db): WorkStore {
  const setMayPick = db.prepare('UPDATE officer SET may_pick = ? WHERE id = ?');
  const forgetOfficer = db.prepare('DELETE FROM officer_field WHERE officer_id = ?');
  const addToOfficer = db.prepare('REPLACE INTO officer_field (officer_id, field_id, rank) VALUES (?, ?, ?)');
  const forgetCounter = db.prepare('DELETE FROM counter_field WHERE counter_id = ?');
  const addToCounter = db.prepare('INSERT INTO counter_field (counter_id, field_id) VALUES (?, ?)');
  return {
    setOfficer: (id, { fields, mayPick }) => {
      setMayPick.run(mayPick ? 1 : 0, id);
      forgetOfficer.run(id);
      for (const { fieldId, rank } of fields) addToOfficer.run(id, fieldId, rank);
    },
    setCounter: (id, fieldIds) => {
      forgetCounter.run(id);
      for (const fieldId of fieldIds) addToCounter.run(id, fieldId);
    },
  };
}
