import type { Vault } from '../usecases/ports.ts';
import type { RequestStore, Store } from '../usecases/store.ts';
import { appointmentStore } from './appointments.ts';
import { auditStore } from './audit.ts';
import { dayStore } from './days.ts';
import { deskStore } from './desks.ts';
import { deviceStore } from './devices.ts';
import { dossierStore } from './dossiers.ts';
import { letterStore } from './letters.ts';
import { noteStore } from './notes.ts';
import { officeStore } from './office.ts';
import type { Db } from './open.ts';
import { officerStore } from './people.ts';
import { ratingStore } from './ratings.ts';
import { printerStore } from './printers.ts';
import { reportStore } from './reports.ts';
import { serviceStore } from './services.ts';
import { setUpStore } from './setUp.ts';
import { waitStore } from './serviceTimes.ts';
import { ticketStore } from './tickets.ts';
import { templateStore } from './templates.ts';
import { visitorFacts, visitorRecords } from './visitors.ts';
import { wallStore } from './walls.ts';
import { workStore } from './work.ts';

/** Answers already given; sealed, since some hold a masked name. */
function requestStore(db: Db, vault: Vault): RequestStore {
  type Row = { name: string; caller: string; digest: Buffer; answer_sealed: Buffer };
  const find = db.prepare<[string], Row>('SELECT * FROM request WHERE id = ?');
  const add = db.prepare(
    'INSERT INTO request (id, name, caller, digest, answer_sealed, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const forget = db.prepare('DELETE FROM request WHERE at < ?');
  return {
    find: (id) => {
      const row = find.get(id);
      if (row === undefined) return null;
      const answer = vault.open('answer', id, row.answer_sealed);
      if (answer === null) throw new Error('a stored answer cannot be opened');
      return { name: row.name, caller: row.caller, digest: row.digest, answer: answer.toString('utf8') };
    },
    add: (id, { name, caller, digest, answer }, now) =>
      void add.run(id, name, caller, digest, vault.seal('answer', id, Buffer.from(answer, 'utf8')), now),
    forgetBefore: (time) => void forget.run(time),
  };
}

/** Everything the use cases ask of storage, over one open database. */
export function sqliteStore(db: Db, vault: Vault): Store {
  return {
    // Immediate: the write lock is taken at once, so what is read in the transaction is still true when it writes.
    transaction: (work) => db.transaction(work).immediate(),
    office: officeStore(db),
    tickets: ticketStore(db),
    waits: waitStore(db),
    desks: deskStore(db),
    officers: officerStore(db),
    devices: deviceStore(db),
    visitors: { ...visitorFacts(db, vault), ...templateStore(db, vault), ...visitorRecords(db) },
    requests: requestStore(db, vault),
    appointments: appointmentStore(db, vault),
    days: dayStore(db),
    services: serviceStore(db),
    notes: noteStore(db, vault),
    ratings: ratingStore(db, vault),
    audit: auditStore(db),
    work: workStore(db),
    setUp: setUpStore(db),
    walls: wallStore(db),
    printers: printerStore(db),
    reports: reportStore(db),
    dossiers: dossierStore(db, vault),
    letters: letterStore(db),
  };
}
