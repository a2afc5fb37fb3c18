import { randomUUID } from 'node:crypto';
import { openDb } from '../../server/db/open.ts';
import type { Db } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { loadFaces } from '../../server/loadFaces.ts';
import { seedOffice } from '../../server/seed/office.ts';
import { makeDeviceHealth } from '../../server/usecases/deviceHealth.ts';
import { makeFaceMemory } from '../../server/usecases/faceMemory.ts';
import { perform } from '../../server/usecases/perform.ts';
import type { Caller, Context } from '../../server/usecases/ports.ts';
import { makeWrongCodes } from '../../server/usecases/wrongCodes.ts';
import { makeVault } from '../../server/vault.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { requests } from '../../shared/contract/requests.ts';
import type { CounterId, OfficerId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Input } from '../factories/clients.ts';
import { minutes, opening } from '../factories/ids.ts';
import { testSet } from '../factories/server.ts';

/** The sample office without its doors: requests go to the use cases at once, into a database in memory. */
export type BareOffice = {
  readonly db: Db;
  readonly context: Context;
  /** ms; stands still unless moved. */
  readonly clock: { now: number };
  readonly send: <N extends RequestName>(
    caller: Caller,
    name: N,
    input: Input<N>,
  ) => Result<RequestOutput<N>, Refused>;
};

export const kiosk: Caller = { kind: 'device', screen: 'kiosk', deviceId: null, counterId: null };

/** Officers 2 to 4 of the sample office, and its manager 1. */
export const staff = (id: number): Caller => ({
  kind: 'officer',
  screen: 'officer',
  officerId: id as OfficerId,
  role: id === 1 ? 'manager' : 'officer',
  sessionHash: Buffer.alloc(0),
});

/** Opens one whose counters 1 to 3 all serve fields 1 and 2, with officers 2 to 4 there. */
export async function bareOffice(): Promise<BareOffice> {
  const db = openDb(':memory:');
  await seedOffice(db, Buffer.alloc(32));
  db.exec(`
    DELETE FROM counter_field;
    INSERT INTO counter_field SELECT counter.id, field.id FROM counter, field WHERE counter.id <= 3 AND field.id <= 2;`);
  const clock = { now: opening + minutes(60) };
  const vault = makeVault(Buffer.alloc(32, 7));
  const store = sqliteStore(db, vault);
  const context: Context = {
    store,
    vault,
    ...loadFaces(store, testSet),
    previousFaces: null,
    faceMemory: makeFaceMemory(),
    deviceHealth: makeDeviceHealth(),
    wrongCodes: makeWrongCodes(),
    printers: { use: () => undefined, stateOf: () => null, print: () => Promise.resolve() },
    wallMaterial: { voice: () => ({ clips: [], made: [] }), media: () => [] },
    now: () => clock.now,
    isOnline: () => true,
    isConnected: () => true,
    publicUrl: () => 'http://localhost',
  };
  for (const counter of [1, 2, 3])
    store.desks.take({ counterId: counter as CounterId, officerId: (counter + 1) as OfficerId }, clock.now);
  return {
    db,
    context,
    clock,
    send: (caller, name, input) => {
      const parsed = requests[name].input.parse({ requestId: randomUUID(), ...input });
      return perform(context, name, parsed as ParsedInput<typeof name>, caller);
    },
  };
}
