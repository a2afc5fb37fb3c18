import Database from 'better-sqlite3';
import { vi } from 'vitest';
import type { RefusalCode } from '../../shared/contract/problems.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { noLegs } from '../factories/staffedOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';

/** Lets the next transaction end as if the disk had said this. */
export function failNext(code: string): void {
  const spy = vi.spyOn(Database.prototype, 'transaction').mockImplementation(() => {
    spy.mockRestore();
    const immediate = (): never => {
      throw new Database.SqliteError('the disk', code);
    };
    return { immediate } as never;
  });
}

/** Somebody takes a number when the disk says this. */
const refusedBy = (code: string) => async (office: StaffedOffice) => {
  const kiosk = await office.kiosk();
  failNext(code);
  const wish = { fieldId: 1, legs: noLegs, visitorRef: null, priority: null, channel: 'touch' } as const;
  return answered(kiosk.send('ticket:issue', wish));
};

/** How refusals about the server's disk come about. */
export const storageRefusals = {
  diskFull: refusedBy('SQLITE_FULL'),
  notStored: refusedBy('SQLITE_IOERR_WRITE'),
  storageDamaged: refusedBy('SQLITE_CORRUPT'),
} satisfies Partial<Record<RefusalCode, Refusing>>;
