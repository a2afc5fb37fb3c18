import type { Wish } from '../../shared/contract/views/parts.ts';
import type { WishStore } from '../usecases/deviceWishes.ts';
import type { Db } from './open.ts';

type Row = { locked: 0 | 1; reloads: number; sounds: number };

const wishOf = ({ locked, ...counts }: Row): Wish => ({ locked: locked === 1, ...counts });

/** What managers want of screens from afar. */
export function wishStore(db: Db): WishStore {
  const find = db.prepare<[number], Row>(
    'SELECT locked, reloads, sounds FROM device_wish WHERE device_id = ?',
  );
  const all = db.prepare<[], Row & { device_id: number }>(
    'SELECT device_id, locked, reloads, sounds FROM device_wish',
  );
  const lock = db.prepare(`
    INSERT INTO device_wish (device_id, locked) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET locked = excluded.locked`);
  const reload = db.prepare(`
    INSERT INTO device_wish (device_id, reloads) VALUES (?, 1)
    ON CONFLICT DO UPDATE SET reloads = reloads + 1`);
  const sound = db.prepare(`
    INSERT INTO device_wish (device_id, sounds) VALUES (?, 1)
    ON CONFLICT DO UPDATE SET sounds = sounds + 1`);
  return {
    of: (deviceId) => wishOf(find.get(deviceId) ?? { locked: 0, reloads: 0, sounds: 0 }),
    all: () => new Map(all.all().map(({ device_id, ...row }) => [device_id, wishOf(row)])),
    setLocked: (deviceId, locked) => void lock.run(deviceId, locked ? 1 : 0),
    addSound: (deviceId) => void sound.run(deviceId),
    addReload: (deviceId) => void reload.run(deviceId),
  };
}
