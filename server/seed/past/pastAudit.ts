import type { RequestName } from '../../../shared/contract/requests.ts';
import type { Millis } from '../../../shared/domain/ids.ts';

import type { Actor } from '../../usecases/records.ts';
import type { AuditEntry, AuditStore } from '../../usecases/queueStore.ts';

/** What the audit would have kept of the past; written by the day, since each writing seals the audit's end. */
export class PastAudit {
  readonly #store: AuditStore;
  #noted: AuditEntry[] = [];

  constructor(store: AuditStore) {
    this.#store = store;
  }

  /** @param detail what the contract names as fit to be kept of the request. */
  note(by: Actor, request: RequestName, detail: AuditEntry['detail'], at: Millis): void {
    this.#noted.push({ by, request, detail, at });
  }

  /** Writes what was noted, by time. */
  write(): void {
    this.#store.addAll(this.#noted.toSorted((one, other) => one.at - other.at));
    this.#noted = [];
  }
}
