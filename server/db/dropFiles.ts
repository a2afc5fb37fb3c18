import type { DropStore } from '../usecases/integrationStore.ts';
import type { Db } from './open.ts';

/** Lists that were laid into the folder, and what came of them. */
export function dropStore(db: Db): DropStore {
  const isOn = db.prepare<[], 0 | 1>('SELECT drop_on FROM integration').pluck();
  const setOn = db.prepare('UPDATE integration SET drop_on = ?');
  const files = db.prepare<[number], ReturnType<DropStore['files']>[number]>(
    'SELECT id, name, at, outcome, added, what FROM drop_file ORDER BY id DESC LIMIT ?',
  );
  const isImported = db.prepare<[Buffer]>(
    `SELECT 1 FROM drop_file WHERE digest = ? AND outcome = 'imported'`,
  );
  const add = db.prepare(`
    INSERT INTO drop_file (name, digest, at, outcome, added, what)
    VALUES ($name, $digest, $now, $outcome, $added, $what)`);
  const forget = db.prepare('DELETE FROM drop_file WHERE at < ?');
  return {
    isOn: () => isOn.get() === 1,
    setOn: (on) => void setOn.run(on ? 1 : 0),
    files: (limit) => files.all(limit),
    isImported: (digest) => isImported.get(digest) !== undefined,
    add: (file, now) => void add.run({ ...file, now }),
    forgetBefore: (time) => void forget.run(time),
  };
}
