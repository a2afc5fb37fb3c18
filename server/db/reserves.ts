import type { BusinessDay, Millis, TicketId } from '../../shared/domain/ids.ts';
import type { Lane } from '../../shared/domain/reserve.ts';
import type { LaneHolder, ReserveStore } from '../usecases/reserveStore.ts';
import { restoreRequest } from './auditCheck.ts';
import type { Db } from './open.ts';

type Kept = ReturnType<ReserveStore['kept']>[number];

/** Lanes of kiosks, and numbers that were handed in too late or wrongly. */
export function reserveStore(db: Db): ReserveStore {
  const lanesOn = db.prepare<[BusinessDay], LaneHolder>(
    'SELECT business_day AS day, lane, keeper FROM reserve WHERE business_day = ? ORDER BY lane',
  );
  const setAside = db.prepare<LaneHolder>(
    'INSERT OR IGNORE INTO reserve (business_day, lane, keeper) VALUES ($day, $lane, $keeper)',
  );
  const lastLane = db
    .prepare<[string], Lane>('SELECT lane FROM reserve WHERE keeper = ? ORDER BY business_day DESC LIMIT 1')
    .pluck();
  const restored = db
    .prepare<[Millis], 0 | 1>(
      `SELECT EXISTS (SELECT 1 FROM audit WHERE at >= ? AND request = '${restoreRequest}')`,
    )
    .pluck();
  const keep = db.prepare(`
    INSERT INTO reserve_kept (ticket_id, number, business_day, field_id, issued_at, handed_in_at, device_id, why)
    VALUES ($ticketId, $number, $day, $fieldId, $issuedAt, $handedInAt, $deviceId, $why)`);
  const isKept = db
    .prepare<[TicketId], 0 | 1>('SELECT EXISTS (SELECT 1 FROM reserve_kept WHERE ticket_id = ?)')
    .pluck();
  const countKept = db.prepare<[], number>('SELECT count(*) FROM reserve_kept').pluck();
  const kept = db.prepare<[number], Kept>(`
    SELECT ticket_id AS ticketId, number, business_day AS day, field_id AS fieldId, issued_at AS issuedAt,
           handed_in_at AS handedInAt, device.name AS kiosk, why
    FROM reserve_kept LEFT JOIN device ON device.id = device_id
    ORDER BY handed_in_at DESC, issued_at DESC LIMIT ?`);
  const forgetLanes = db.prepare<[BusinessDay]>('DELETE FROM reserve WHERE business_day < ?');
  const forgetKept = db.prepare<[Millis]>('DELETE FROM reserve_kept WHERE handed_in_at < ?');
  return {
    lanesOn: (day) => lanesOn.all(day),
    setAside: (holder) => void setAside.run(holder),
    lastLane: (keeper) => lastLane.get(keeper) ?? null,
    wasRestoredSince: (time) => restored.get(time) === 1,
    keep: (number) => void keep.run(number),
    isKept: (id) => isKept.get(id) === 1,
    countKept: () => countKept.get() ?? 0,
    kept: (limit) => kept.all(limit),
    forgetBefore: (day, time) => {
      forgetLanes.run(day);
      forgetKept.run(time);
    },
  };
}
