import type { Role } from '../../shared/contract/schemas.ts';
import type { Millis, OfficerId } from '../../shared/domain/ids.ts';
import type { Officer } from '../usecases/records.ts';
import type { OfficerStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

type OfficerRow = {
  id: number;
  login: string;
  name: string;
  role: Role;
  password_hash: string | null;
  may_pick: 0 | 1;
  fields: string;
};

const selectOfficer = `
  SELECT officer.*, (
    SELECT json_group_array(json_object('fieldId', field_id, 'rank', rank) ORDER BY rank, field_id)
    FROM officer_field WHERE officer_id = officer.id
  ) AS fields
  FROM officer`;

const officerOf = (row: OfficerRow | undefined): Officer | null =>
  row === undefined
    ? null
    : {
        id: row.id as OfficerId,
        login: row.login,
        name: row.name,
        role: row.role,
        passwordHash: row.password_hash,
        mayPick: row.may_pick === 1,
        fields: JSON.parse(row.fields) as Officer['fields'],
      };

/** Officers, and the sessions in which they are logged in. */
export function officerStore(db: Db): OfficerStore {
  const all = db.prepare<[], OfficerRow>(`${selectOfficer} WHERE removed_at IS NULL ORDER BY id`);
  const byId = db.prepare<[OfficerId], OfficerRow>(`${selectOfficer} WHERE id = ? AND removed_at IS NULL`);
  const byLogin = db.prepare<[string], OfficerRow>(`${selectOfficer} WHERE login = ? AND removed_at IS NULL`);
  const setHash = db.prepare('UPDATE officer SET password_hash = ? WHERE id = ?');
  const addSession = db.prepare('INSERT INTO session (token_hash, officer_id, expires_at) VALUES (?, ?, ?)');
  const bySession = db.prepare<[Buffer, Millis], OfficerRow>(`
    ${selectOfficer} JOIN session ON officer.id = session.officer_id
    WHERE token_hash = ? AND expires_at > ?`);
  const endSession = db.prepare('DELETE FROM session WHERE token_hash = ?');
  const forgetOver = db.prepare('DELETE FROM session WHERE expires_at <= ?');
  const endSessions = db.prepare('DELETE FROM session WHERE officer_id = ?');
  return {
    all: () => all.all().flatMap((row) => officerOf(row) ?? []),
    find: (id) => officerOf(byId.get(id)),
    byLogin: (login) => officerOf(byLogin.get(login)),
    setPasswordHash: (id, hash) => void setHash.run(hash, id),
    addSession: (tokenHash, officerId, expiresAt) => void addSession.run(tokenHash, officerId, expiresAt),
    sessionOfficer: (tokenHash, now) => officerOf(bySession.get(tokenHash, now)),
    endSession: (tokenHash) => void endSession.run(tokenHash),
    endSessionsOf: (id) => void endSessions.run(id),
    forgetSessionsOver: (now) => void forgetOver.run(now),
  };
}
