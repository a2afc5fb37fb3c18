import type { Db } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { knownFaces } from '../../server/loadFaces.ts';
import { catalogueFields } from '../../server/seed/catalogueFields.ts';
import { readRatingScale } from '../../server/seed/rating.ts';
import { makeDeviceHealth } from '../../server/usecases/deviceHealth.ts';
import { makeHeeded } from '../../server/usecases/deviceWishes.ts';
import { makeFaceMemory } from '../../server/usecases/faceMemory.ts';
import { makeLooks } from '../../server/usecases/looks.ts';
import type { Caller, Context, Vault } from '../../server/usecases/ports.ts';
import { makeServerHealth } from '../../server/usecases/serverHealth.ts';
import { makeWrongCodes } from '../../server/usecases/wrongCodes.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import { allAtOnce, testSet } from './testSet.ts';

const nothing = (): void => undefined;

/** The sample office's manager at the manage screen. */
export const manager: Caller = {
  kind: 'officer',
  screen: 'manage',
  officerId: 1 as OfficerId,
  role: 'manager',
  sessionHash: Buffer.alloc(0),
};

/** What use cases need of the world, over a database and without doors. */
export function contextOver(db: Db, vault: Vault, now: () => number): Context {
  const store = sqliteStore(db, vault);
  const { faces, bring } = knownFaces(store, testSet, () => null);
  bring(allAtOnce, nothing, nothing);
  return {
    store,
    vault,
    ...faces,
    previousFaces: null,
    faceMemory: makeFaceMemory(),
    deviceHealth: makeDeviceHealth(),
    heeded: makeHeeded(),
    serverHealth: makeServerHealth(() => 1e12, null),
    ratingScale: readRatingScale(),
    catalogue: catalogueFields(),
    wrongCodes: makeWrongCodes(),
    looks: makeLooks(),
    printers: {
      use: () => undefined,
      stateOf: () => null,
      since: () => null,
      print: () => Promise.resolve(),
      hasPrinted: () => false,
      printAgain: () => Promise.resolve(),
    },
    backups: {
      list: () => [],
      state: () => ({ lastAt: null, trouble: null, auditIntact: true }),
      make: () => Promise.resolve(true),
      folder: '/backups',
      schema: 1,
      describe: () => ({ name: '', bytes: 0, facts: null }),
      isMaking: () => false,
      lookOver: () => Promise.resolve(),
      isUsable: () => false,
      putBack: () => undefined,
      isPuttingBack: () => false,
      lastPutBack: () => null,
    },
    wallMaterial: { voice: () => ({ clips: [], made: [] }), media: () => [] },
    now,
    isOnline: () => true,
    isConnected: () => true,
    lastThere: () => null,
    publicUrl: () => 'http://localhost',
    dropFolder: '/nowhere/drop',
  };
}
