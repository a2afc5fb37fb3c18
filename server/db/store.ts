import type { Vault } from '../usecases/ports.ts';
import type { Store } from '../usecases/store.ts';
import { apiKeyStore } from './apiKeys.ts';
import { appointmentStore } from './appointments.ts';
import { assistantStore } from './assistant.ts';
import { auditStore } from './audit.ts';
import { breachStore } from './breaches.ts';
import { configurationStore } from './configuration.ts';
import { consentStore } from './consents.ts';
import { danBietStore } from './danBiet.ts';
import { dataRequestStore } from './dataRequests.ts';
import { dayStore } from './days.ts';
import { deskStore } from './desks.ts';
import { deviceStore } from './devices.ts';
import { duplicateStore } from './duplicates.ts';
import { dossierStore } from './dossiers.ts';
import { dropStore } from './dropFiles.ts';
import { letterStore } from './letters.ts';
import { erasureStore } from './erase.ts';
import { keptStore } from './kept.ts';
import { noteStore } from './notes.ts';
import { officeStore } from './office.ts';
import type { Db } from './open.ts';
import { officerStore } from './people.ts';
import { ratingStore } from './ratings.ts';
import { printerStore } from './printers.ts';
import { requestStore } from './requests.ts';
import { reserveStore } from './reserves.ts';
import { retentionStore } from './retention.ts';
import { pushStore } from './pushes.ts';
import { reportStore } from './reports.ts';
import { serviceStore } from './services.ts';
import { setUpStore } from './setUp.ts';
import { textStore } from './texts.ts';
import { waitStore } from './serviceTimes.ts';
import { ticketStore } from './tickets.ts';
import { templateStore } from './templates.ts';
import { troubledTransactions } from './trouble.ts';
import { visitorFacts, visitorRecords } from './visitors.ts';
import { wallStore } from './walls.ts';
import { webhookStore } from './webhooks.ts';
import { wishStore } from './wishes.ts';
import { workStore } from './work.ts';

/**
 * Everything the use cases ask of storage, over one open database.
 * @param beforeWrite see `Log`; nothing where SQLite itself syncs at each commit.
 */
export function sqliteStore(db: Db, vault: Vault, beforeWrite: () => void = () => undefined): Store {
  return {
    ...troubledTransactions(db, beforeWrite),
    office: officeStore(db),
    tickets: ticketStore(db),
    waits: waitStore(db),
    desks: deskStore(db),
    officers: officerStore(db),
    devices: deviceStore(db),
    visitors: { ...visitorFacts(db, vault), ...templateStore(db, vault), ...visitorRecords(db) },
    duplicates: duplicateStore(db),
    requests: requestStore(db, vault),
    appointments: appointmentStore(db, vault),
    days: dayStore(db),
    services: serviceStore(db),
    notes: noteStore(db, vault),
    ratings: ratingStore(db, vault),
    audit: auditStore(db, vault),
    erasure: erasureStore(db, vault),
    retention: retentionStore(db),
    work: workStore(db),
    setUp: setUpStore(db),
    texts: textStore(db),
    walls: wallStore(db),
    printers: printerStore(db),
    reports: reportStore(db),
    danBiet: danBietStore(db),
    dossiers: dossierStore(db, vault),
    letters: letterStore(db),
    pushes: pushStore(db, vault),
    consents: consentStore(db),
    dataRequests: dataRequestStore(db, vault),
    breaches: breachStore(db, vault),
    kept: keptStore(db),
    apiKeys: apiKeyStore(db),
    webhooks: webhookStore(db, vault),
    drop: dropStore(db),
    reserves: reserveStore(db),
    wishes: wishStore(db),
    assistant: assistantStore(db),
    configuration: configurationStore(db),
  };
}
