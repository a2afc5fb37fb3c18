import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { SignedGrant } from '../../../shared/contract/requests/reserve.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { FieldId, Millis, TicketId } from '../../../shared/domain/ids.ts';
import type { Given } from '../../../shared/domain/reserve.ts';
import { nextReserved } from '../../../shared/domain/reserve.ts';
import { newRequestId } from '../../../shared/link/requestId.ts';

/** A number that this kiosk gave by itself. */
export type OwnGiven = Given & {
  readonly ticketId: TicketId;
  /** By which grant, by its signature. */
  readonly grant: string;
  readonly legs: readonly FieldId[];
  readonly priority: string | null;
  readonly issuedAt: Millis;
  /** The request to the server that it stands for, if that was asked. */
  readonly instead: string | null;
  readonly handedIn: boolean;
};

/** The office as it was shown last, and how far the server's clock was ahead of this machine's then, ms. */
export type LastSeen = { readonly view: View<'kiosk'>; readonly aheadMs: number };

/** All that the kiosk remembers. */
export type Memory = {
  readonly keeper: string;
  /** Those by which numbers were given that are not handed in, and the newest one, which is the last. */
  readonly grants: readonly SignedGrant[];
  readonly given: readonly OwnGiven[];
  readonly lastSeen: LastSeen | null;
};

/** What is to be kept of a number before it is shown. */
export type ToGive = Pick<OwnGiven, 'fieldId' | 'legs' | 'priority' | 'issuedAt' | 'instead'>;

/** The kiosk's own memory, which outlives a power cut: what was awaited here is on the disk. */
export type ReserveStore = {
  readonly load: () => Promise<Memory>;
  readonly keepGrant: (grant: SignedGrant) => Promise<void>;
  readonly keepLastSeen: (seen: LastSeen) => Promise<void>;
  /** Finds the next number and writes it down, in one step that no other page of this kiosk can come between. */
  readonly give: (grant: SignedGrant, wish: ToGive) => Promise<OwnGiven | null>;
  readonly markHandedIn: (ids: readonly TicketId[]) => Promise<void>;
  /** Removes what `outdated` names. */
  readonly forget: (old: Outdated) => Promise<void>;
};

type Outdated = { readonly tickets: readonly TicketId[]; readonly grants: readonly string[] };

/** What was handed in of other days than that of the newest grant, and the grants that nothing hangs on any more. */
export function outdated({ grants, given }: Memory): Outdated {
  const newest = grants.at(-1);
  const used = new Set([
    newest?.signature,
    ...given.filter((own) => !own.handedIn).map(({ grant }) => grant),
  ]);
  return {
    tickets: given
      .filter(({ day, handedIn }) => handedIn && day !== newest?.day)
      .map(({ ticketId }) => ticketId),
    grants: grants.map(({ signature }) => signature).filter((signature) => !used.has(signature)),
  };
}

type Tables = DBSchema & {
  memory: { key: string; value: string };
  lastSeen: { key: string; value: LastSeen };
  grants: { key: string; value: SignedGrant };
  given: { key: string; value: OwnGiven };
};

// Where a browser keeps nothing, even asking throws.
const open = async (): Promise<IDBPDatabase<Tables>> =>
  openDB<Tables>('luot-reserve', 1, {
    upgrade: (db) => {
      db.createObjectStore('memory');
      db.createObjectStore('lastSeen');
      db.createObjectStore('grants', { keyPath: 'signature' });
      db.createObjectStore('given', { keyPath: 'ticketId' });
    },
  });

/** On the disk before it counts as done; browsers otherwise say so when it is still in memory. */
const strict = { durability: 'strict' } as const;

async function load(db: IDBPDatabase<Tables>): Promise<Memory> {
  const change = db.transaction(['memory', 'grants', 'given', 'lastSeen'], 'readwrite', strict);
  const known = await change.objectStore('memory').get('keeper');
  const keeper = known ?? newRequestId();
  if (known === undefined) await change.objectStore('memory').put(keeper, 'keeper');
  const grants = await change.objectStore('grants').getAll();
  const given = await change.objectStore('given').getAll();
  const lastSeen = (await change.objectStore('lastSeen').get('kiosk')) ?? null;
  await change.done;
  return { keeper, grants: grants.toSorted((a, b) => a.grantedAt - b.grantedAt), given, lastSeen };
}

async function give(db: IDBPDatabase<Tables>, grant: SignedGrant, wish: ToGive): Promise<OwnGiven | null> {
  const change = db.transaction('given', 'readwrite', strict);
  const next = nextReserved(grant, wish.fieldId, await change.store.getAll());
  if (next === null) return null;
  const ticketId = newRequestId() as TicketId;
  const own: OwnGiven = {
    ...wish,
    ...next,
    ticketId,
    day: grant.day,
    grant: grant.signature,
    handedIn: false,
  };
  await change.store.add(own);
  await change.done;
  return own;
}

async function forget(db: IDBPDatabase<Tables>, { tickets, grants }: Outdated): Promise<void> {
  const change = db.transaction(['grants', 'given'], 'readwrite', strict);
  for (const id of tickets) await change.objectStore('given').delete(id);
  for (const signature of grants) await change.objectStore('grants').delete(signature);
  await change.done;
}

/** Opens the memory of this browser; every function throws where a browser keeps nothing. */
export function openReserveStore(): ReserveStore {
  const opened = open();
  return {
    load: async () => load(await opened),
    keepGrant: async (grant) => {
      const change = (await opened).transaction('grants', 'readwrite', strict);
      await change.store.put(grant);
      await change.done;
    },
    keepLastSeen: async (seen) => void (await (await opened).put('lastSeen', seen, 'kiosk')),
    give: async (grant, wish) => give(await opened, grant, wish),
    markHandedIn: async (ids) => {
      const change = (await opened).transaction('given', 'readwrite', strict);
      for (const id of ids) {
        const own = await change.store.get(id);
        if (own !== undefined) await change.store.put({ ...own, handedIn: true });
      }
      await change.done;
    },
    forget: async (old) => forget(await opened, old),
  };
}
