import type { PrinterStore } from '../usecases/publicStore.ts';
import type { Db } from './open.ts';

/** Where the kiosks' printers are. */
export function printerStore(db: Db): PrinterStore {
  const all = db.prepare<[], { device_id: number; address: string }>(`
    SELECT * FROM printer
    WHERE device_id = 0 OR device_id IN (SELECT id FROM device WHERE removed_at IS NULL)
    ORDER BY device_id`);
  const set = db.prepare('INSERT OR REPLACE INTO printer (device_id, address) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM printer WHERE device_id = ?');
  return {
    all: () => new Map(all.all().map((row) => [row.device_id, row.address])),
    set: (deviceId, address) => void (address === null ? remove.run(deviceId) : set.run(deviceId, address)),
  };
}
