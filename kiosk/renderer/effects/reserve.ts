import type { OwnTicket, SignedGrant } from '../../../shared/contract/requests/reserve.ts';
import type { View } from '../../../shared/contract/views.ts';
import { businessDayOf } from '../../../shared/domain/calendar.ts';
import type { FieldId, Millis } from '../../../shared/domain/ids.ts';
import { leftIn } from '../../../shared/domain/reserve.ts';
import type { Link } from '../../../shared/link/link.ts';
import type { Reserve as Left, Wish } from '../flow/types.ts';
import { makeHandIn } from './handIn.ts';
import type { Memory, OwnGiven, ReserveStore } from './reserveStore.ts';

/** Numbers that this kiosk gives by itself while the server is away. */
export type Reserve = {
  /**
   * Gives a number of a field, and has it on the disk before it is known.
   * @param instead the request by which the server was asked for it before, in vain.
   * @returns null if there is none.
   */
  readonly give: (
    wish: Pick<Extract<Wish, { kind: 'field' }>, 'fieldId' | 'legs' | 'priority'>,
    instead: string | null,
  ) => Promise<OwnTicket | null>;
  /** Told at once, and whenever it has changed. @returns the function that ends it. */
  readonly subscribe: (listener: (left: Left) => void) => () => void;
  /** The office as it was shown last, also before this machine was switched on; null: it never was. */
  readonly view: () => View<'kiosk'> | null;
  /** ms since 1970 by the server's clock, as well as it is known. */
  readonly now: () => Millis;
  readonly close: () => void;
};

/** How often it is looked whether the hour has changed what may be given, ms. */
const lookMs = 15_000;
/** The clocks of two machines drift apart by less than this between two looks, ms. */
const driftMs = 500;

type Line = Pick<Link<'kiosk'>, 'state' | 'subscribe' | 'send' | 'now'>;

const viewOf = ({ state }: Pick<Line, 'state'>): View<'kiosk'> | null => {
  const line = state();
  return line.kind === 'live' || line.kind === 'cut' ? (line.view?.data ?? null) : null;
};

/** What of a view is worth keeping: who waits where changes all the time, and is old at once. */
const lasting = (view: View<'kiosk'>): View<'kiosk'> => ({
  ...view,
  fields: view.fields.map((field) => ({ ...field, waiting: 0, wait: null })),
});

/** ms since 1970 by the server's clock; before the server was heard, by what is known of its clock since last time. */
function makeClock(link: Line, aheadMs: () => number): () => Millis {
  const [started, mark] = [Date.now(), performance.now()];
  return () =>
    viewOf(link) === null ? Math.round(started + aheadMs() + performance.now() - mark) : link.now();
}

/** How many numbers of each field may be given now: in the office's hours, of today's reserve, within the quotas. */
function leftOf(
  { grants, given }: Memory,
  view: View<'kiosk'> | null,
  now: Millis,
): { readonly grant: SignedGrant; readonly left: Left } | null {
  const { opening } = view ?? {};
  if (view === null || opening?.kind !== 'open' || (opening.until !== null && opening.until <= now))
    return null;
  const today = businessDayOf(now, view.office.timeZone);
  const grant = grants.findLast(({ day }) => day === today);
  if (grant === undefined) return null;
  // What was handed in, the view has counted.
  const counted = (id: FieldId): number =>
    given.filter(({ day, fieldId, handedIn }) => day === today && fieldId === id && !handedIn).length;
  const left = new Map(
    view.fields.map(({ id, left: quota }) => {
      const own = leftIn(grant, id, given);
      return [id, quota === null ? own : Math.max(0, Math.min(own, quota - counted(id)))];
    }),
  );
  return { grant, left };
}

const ticketOf = ({ ticketId, number, fieldId, legs, issuedAt }: OwnGiven): OwnTicket => ({
  ticketId,
  number,
  fieldId,
  legs: [...legs],
  issuedAt,
  trackUrl: null,
});

const same = (a: Left, b: Left): boolean =>
  a.size === b.size && [...a].every(([fieldId, left]) => b.get(fieldId) === left);

/** Starts keeping a reserve over this link. A browser that keeps nothing has none. */
export function startReserve(link: Line, store: ReserveStore): Reserve {
  const listeners = new Set<(left: Left) => void>();
  let memory: Memory | null = null;
  let told: Left = new Map();
  const now = makeClock(link, () => memory?.lastSeen?.aheadMs ?? 0);
  const view = (): View<'kiosk'> | null => viewOf(link) ?? memory?.lastSeen?.view ?? null;

  const tell = (): void => {
    const left = (memory && leftOf(memory, view(), now())?.left) ?? new Map<FieldId, number>();
    if (same(left, told)) return;
    told = left;
    for (const listener of listeners) listener(left);
  };
  const remember = (change: (memory: Memory) => Memory): void => {
    if (memory !== null) memory = change(memory);
    tell();
  };
  const handIn = makeHandIn(link.send, store, () => memory, remember);

  const keepLastSeen = (): void => {
    const line = link.state();
    if (memory === null || line.kind !== 'live') return;
    const seen = { view: lasting(line.view.data), aheadMs: link.now() - Date.now() };
    const { lastSeen } = memory;
    const isKnown =
      lastSeen !== null &&
      Math.abs(seen.aheadMs - lastSeen.aheadMs) < driftMs &&
      JSON.stringify(seen.view) === JSON.stringify(lastSeen.view);
    if (isKnown) return;
    memory = { ...memory, lastSeen: seen };
    store.keepLastSeen(seen).catch(() => undefined);
  };
  const follow = (): void => {
    const line = link.state();
    keepLastSeen();
    if (line.kind === 'live') void handIn(line.view);
    tell();
  };
  const unfollow = link.subscribe(follow);
  const look = setInterval(follow, lookMs);
  store.load().then(
    (loaded) => {
      memory = loaded;
      follow();
    },
    // Nothing is given that is not kept: the kiosk goes on as one without a reserve.
    () => undefined,
  );

  return {
    async give({ fieldId, legs, priority }, instead) {
      const may = memory && leftOf(memory, view(), now());
      if (may === null || (may.left.get(fieldId) ?? 0) === 0) return null;
      // Never before the last one, whatever a clock did while the machine was off.
      const last = Math.max(
        may.grant.grantedAt,
        ...(memory?.given ?? []).map(({ issuedAt }) => issuedAt + 1),
      );
      const issuedAt = Math.max(now(), last);
      try {
        const own = await store.give(may.grant, { fieldId, legs, priority, issuedAt, instead });
        if (own === null) return null;
        remember((known) => ({ ...known, given: [...known.given, own] }));
        follow();
        return ticketOf(own);
      } catch {
        // Not on the disk, so it was not given.
        return null;
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      listener(told);
      return () => listeners.delete(listener);
    },
    view,
    now,
    close: () => {
      clearInterval(look);
      unfollow();
      listeners.clear();
    },
  };
}
