import type { CounterId, FieldId, OfficerId } from '../../shared/domain/ids.ts';
import type { SetUpStore } from '../usecases/setUpStore.ts';
import type { Db } from './open.ts';

const openState = `state IN ('waiting', 'called', 'serving', 'parked', 'missed')`;

type Fields = Pick<SetUpStore, 'addField' | 'setField' | 'orderFields' | 'isFieldInUse' | 'removeField'>;

function fieldSetUp(db: Db): Fields {
  const add = db.prepare<unknown[], number>(`
    INSERT INTO field (code, prefix, name_vi, name_en, description_vi, description_en, icon, colour, service_ms, position)
    SELECT 'OWN' || (ifnull(max(id), 0) + 1), $prefix, $nameVi, $nameEn, $descriptionVi, $descriptionEn, $icon, $colour,
           $serviceMs, ifnull(max(position), 0) + 1
    FROM field`);
  const set = db.prepare(`
    UPDATE field SET prefix = $prefix, name_vi = $nameVi, name_en = $nameEn, description_vi = $descriptionVi,
                     description_en = $descriptionEn, icon = $icon, colour = $colour, service_ms = $serviceMs
    WHERE id = $id`);
  const place = db.prepare('UPDATE field SET position = ? WHERE id = ?');
  const used = db
    .prepare<[{ id: FieldId; day: string; now: number }], 0 | 1>(
      `
    SELECT EXISTS (SELECT 1 FROM ticket WHERE business_day = $day AND (issued_field_id = $id OR field_id = $id))
      OR EXISTS (
        SELECT 1 FROM period JOIN ticket ON ticket.id = ticket_id
        WHERE to_at IS NULL AND ${openState}
          AND (period.field_id = $id OR EXISTS (SELECT 1 FROM json_each(legs) WHERE value = $id))
      )
      OR EXISTS (
        SELECT 1 FROM appointment WHERE field_id = $id AND at >= $now AND ticket_id IS NULL AND cancelled_at IS NULL
      )`,
    )
    .pluck();
  // The letters are free for another field; its own numbers keep theirs.
  const remove = db.prepare(`UPDATE field SET removed_at = ?, prefix = '#' || id WHERE id = ?`);
  const leave = ['counter_field', 'officer_field'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE field_id = ?`),
  );
  type Setting = Parameters<Fields['addField']>[0];
  const columns = ({ prefix, name, description, icon, colour, serviceMs }: Setting) => ({
    prefix,
    nameVi: name.vi,
    nameEn: name.en,
    descriptionVi: description.vi,
    descriptionEn: description.en,
    icon,
    colour,
    serviceMs,
  });
  return {
    addField: (setting) => void add.run(columns(setting)),
    setField: (id, setting) => void set.run({ ...columns(setting), id }),
    orderFields: (ids) => ids.forEach((id, position) => place.run(position, id)),
    isFieldInUse: (id, day, now) => used.get({ id, day, now }) === 1,
    removeField: (id, now) => {
      remove.run(now, id);
      for (const statement of leave) statement.run(id);
    },
  };
}

type Counters = Pick<SetUpStore, 'addCounter' | 'setCounter' | 'isCounterInUse' | 'removeCounter'>;

function counterSetUp(db: Db): Counters {
  // A counter that was taken away and comes back is the same counter again: its number is what people know it by.
  const add = db.prepare(`
    INSERT INTO counter (number, name_vi, name_en) VALUES ($number, $vi, $en)
    ON CONFLICT (number) DO UPDATE SET name_vi = $vi, name_en = $en, removed_at = NULL`);
  const set = db.prepare('UPDATE counter SET number = $number, name_vi = $vi, name_en = $en WHERE id = $id');
  // A number that a removed counter has is free for another.
  const release = db.prepare(
    'UPDATE counter SET number = 1000000 + id WHERE number = ? AND removed_at IS NOT NULL',
  );
  const used = db
    .prepare<[{ id: CounterId }], 0 | 1>(
      `
    SELECT EXISTS (SELECT 1 FROM desk WHERE counter_id = $id)
      OR EXISTS (
        SELECT 1 FROM period JOIN ticket ON ticket.id = ticket_id
        WHERE to_at IS NULL AND ${openState} AND (counter_id = $id OR target_counter_id = $id)
      )`,
    )
    .pluck();
  const remove = db.prepare('UPDATE counter SET removed_at = ? WHERE id = ?');
  const leave = db.prepare('DELETE FROM counter_field WHERE counter_id = ?');
  const removeDisplays = db.prepare(
    'UPDATE device SET removed_at = ? WHERE counter_id = ? AND removed_at IS NULL',
  );
  const forgetInvitations = db.prepare('DELETE FROM invitation WHERE counter_id = ?');
  return {
    addCounter: (number, { vi, en }) => void add.run({ number, vi, en }),
    setCounter: (id, number, { vi, en }) => {
      release.run(number);
      set.run({ id, number, vi, en });
    },
    isCounterInUse: (id) => used.get({ id }) === 1,
    removeCounter: (id, now) => {
      remove.run(now, id);
      leave.run(id);
      removeDisplays.run(now, id);
      forgetInvitations.run(id);
    },
  };
}

type Officers = Pick<
  SetUpStore,
  'isLoginKnown' | 'addOfficer' | 'setOfficer' | 'isOfficerInUse' | 'removeOfficer'
>;

function officerSetUp(db: Db): Officers {
  const known = db.prepare<[string], 0 | 1>('SELECT EXISTS (SELECT 1 FROM officer WHERE login = ?)').pluck();
  const add = db.prepare('INSERT INTO officer (login, name, role) VALUES (?, ?, ?)');
  const set = db.prepare('UPDATE officer SET name = ?, role = ? WHERE id = ?');
  const used = db
    .prepare<[{ id: OfficerId }], 0 | 1>(
      `
    SELECT EXISTS (
      SELECT 1 FROM period JOIN ticket ON ticket.id = ticket_id
      WHERE to_at IS NULL AND ${openState} AND (officer_id = $id OR target_officer_id = $id)
    )`,
    )
    .pluck();
  const remove = db.prepare('UPDATE officer SET removed_at = ?, password_hash = NULL WHERE id = ?');
  const leave = ['desk', 'session', 'officer_field'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE officer_id = ?`),
  );
  return {
    isLoginKnown: (login) => known.get(login) === 1,
    addOfficer: ({ login, name, role }) => void add.run(login, name, role),
    setOfficer: (id, { name, role }) => void set.run(name, role, id),
    isOfficerInUse: (id) => used.get({ id }) === 1,
    removeOfficer: (id, now) => {
      remove.run(now, id);
      for (const statement of leave) statement.run(id);
    },
  };
}

/** What the office is made of. */
export function setUpStore(db: Db): SetUpStore {
  const setName = db.prepare('UPDATE office SET name_vi = ?, name_en = ?, time_zone = ?');
  return {
    setName: ({ vi, en }, timeZone) => void setName.run(vi, en, timeZone),
    ...fieldSetUp(db),
    ...counterSetUp(db),
    ...officerSetUp(db),
  };
}
