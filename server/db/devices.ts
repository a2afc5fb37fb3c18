import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { CounterId, Millis } from '../../shared/domain/ids.ts';
import type { Device, Invitation } from '../usecases/records.ts';
import type { DeviceStore } from '../usecases/peopleStore.ts';
import type { Db } from './open.ts';

type InvitationRow = { screen: DeviceScreen; name: string; counter_id: number | null };
type DeviceRow = InvitationRow & { id: number; paired_at: number };

const invitationOf = (row: InvitationRow): Invitation => ({
  screen: row.screen,
  name: row.name,
  counterId: row.counter_id as CounterId | null,
});
const deviceOf = (row: DeviceRow): Device => ({ ...invitationOf(row), id: row.id, pairedAt: row.paired_at });

/** Paired screens, and the invitations by which they are paired. */
export function deviceStore(db: Db): DeviceStore {
  const all = db.prepare<[], DeviceRow>('SELECT * FROM device WHERE removed_at IS NULL ORDER BY id');
  const ids = db.prepare<[], number>('SELECT id FROM device WHERE removed_at IS NULL').pluck();
  const paired = db.prepare<[number]>('SELECT 1 FROM device WHERE id = ? AND removed_at IS NULL');
  const byToken = db.prepare<[Buffer], DeviceRow>(
    'SELECT * FROM device WHERE token_hash = ? AND removed_at IS NULL',
  );
  const add = db.prepare(
    'INSERT INTO device (screen, name, counter_id, token_hash, paired_at) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('UPDATE device SET removed_at = ? WHERE id = ? AND removed_at IS NULL');
  const invite = db.prepare(
    'INSERT INTO invitation (code_hash, screen, name, counter_id, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const redeem = db.prepare<[Buffer], InvitationRow & { expires_at: number }>(
    'DELETE FROM invitation WHERE code_hash = ? RETURNING *',
  );
  const forgetExpired = db.prepare<[Millis]>('DELETE FROM invitation WHERE expires_at <= ?');
  return {
    all: () => all.all().map(deviceOf),
    pairedIds: () => ids.all(),
    isPaired: (id) => paired.get(id) !== undefined,
    byToken: (tokenHash) => {
      const row = byToken.get(tokenHash);
      return row === undefined ? null : deviceOf(row);
    },
    add: (device, tokenHash, now) =>
      void add.run(device.screen, device.name, device.counterId, tokenHash, now),
    remove: (id, now) => remove.run(now, id).changes > 0,
    invite: ({ screen, name, counterId }, codeHash, expiresAt) =>
      void invite.run(codeHash, screen, name, counterId, expiresAt),
    redeem: (codeHash, now) => {
      forgetExpired.run(now);
      const row = redeem.get(codeHash);
      return row === undefined ? null : invitationOf(row);
    },
  };
}
