import type { SignedGrant } from '../../../shared/contract/requests/reserve.ts';
import { mostHandedIn } from '../../../shared/contract/requests/reserve.ts';
import type { Stamped, View } from '../../../shared/contract/views.ts';
import type { Link } from '../../../shared/link/link.ts';
import type { Memory, OwnGiven, ReserveStore } from './reserveStore.ts';
import { outdated } from './reserveStore.ts';

type Send = Link<'kiosk'>['send'];
type Remember = (change: (memory: Memory) => Memory) => void;

/** After an answer that was no good the server is left alone for so long, ms. */
const pauseMs = 10_000;

/** What the kiosk asks for by its newest grant: another day, other fields or prefixes, and it asks again. */
const wantedBy = ({ businessDay, fields }: View<'kiosk'>): string =>
  JSON.stringify([businessDay, fields.map(({ id, prefix }) => [id, prefix])]);

const asHandedIn = ({ ticketId, fieldId, sequence, legs, priority, issuedAt, instead }: OwnGiven) => ({
  ticketId,
  fieldId,
  sequence,
  legs: [...legs],
  priority,
  issuedAt,
  instead,
});

/** Those of the first grant by which something is not handed in yet, in the order in which they were given. */
function nextBatch({
  grants,
  given,
}: Memory): { readonly grant: SignedGrant; readonly batch: OwnGiven[] } | null {
  for (const grant of grants) {
    const batch = given
      .filter((own) => own.grant === grant.signature && !own.handedIn)
      .toSorted((a, b) => a.issuedAt - b.issuedAt)
      .slice(0, mostHandedIn);
    if (batch.length > 0) return { grant, batch };
  }
  return null;
}

/** Hands in what was given. @returns whether nothing is left to hand in. */
async function handInAll(
  send: Send,
  store: ReserveStore,
  memory: () => Memory | null,
  remember: Remember,
): Promise<boolean> {
  for (;;) {
    const known = memory();
    const next = known && nextBatch(known);
    if (next === null) return true;
    const { grant, batch } = next;
    const reply = await send('reserve:handIn', { grant, tickets: batch.map(asHandedIn) });
    if (!reply.ok) return false;
    // Taken in or kept: the server has it, and it is no more this kiosk's to remember.
    const done = new Set([...reply.value.taken, ...reply.value.kept]);
    await store.markHandedIn([...done]);
    remember(({ given, ...rest }) => ({
      ...rest,
      given: given.map((own) => (done.has(own.ticketId) ? { ...own, handedIn: true } : own)),
    }));
    if (!batch.every(({ ticketId }) => done.has(ticketId))) return false;
  }
}

/** Asks for today's reserve, and puts it on the disk. @returns whether there was an answer. */
async function take(
  send: Send,
  store: ReserveStore,
  memory: () => Memory | null,
  remember: Remember,
): Promise<boolean> {
  const known = memory();
  if (known === null) return false;
  const reply = await send('reserve:take', { keeper: known.keeper, held: known.grants.at(-1) ?? null });
  if (!reply.ok) return false;
  const { grant } = reply.value;
  if (grant === null) return true;
  await store.keepGrant(grant);
  remember((before) => ({ ...before, grants: [...before.grants, grant] }));
  const now = memory();
  if (now === null) return true;
  const old = outdated(now);
  await store.forget(old);
  remember((before) => ({
    ...before,
    grants: before.grants.filter(({ signature }) => !old.grants.includes(signature)),
    given: before.given.filter(({ ticketId }) => !old.tickets.includes(ticketId)),
  }));
  return true;
}

/**
 * @returns what is to be done with every view that comes: hands in what was given, and sees to it that there is a
 *   reserve of today. One at a time; what fails is tried again with a later view.
 */
export function makeHandIn(
  send: Send,
  store: ReserveStore,
  memory: () => Memory | null,
  remember: Remember,
): (view: Stamped<'kiosk'>) => Promise<void> {
  let isBusy = false;
  let notBefore = 0;
  let asked = '';
  return async ({ epoch, data }) => {
    if (isBusy || memory() === null || performance.now() < notBefore) return;
    isBusy = true;
    // Also after every start of the server: it may have an older database since.
    const wanted = `${epoch} ${wantedBy(data)}`;
    try {
      let isDone = await handInAll(send, store, memory, remember);
      if (isDone && wanted !== asked) {
        isDone = await take(send, store, memory, remember);
        if (isDone) asked = wanted;
      }
      if (!isDone) notBefore = performance.now() + pauseMs;
    } catch {
      // The disk: what was handed in may be handed in again.
      notBefore = performance.now() + pauseMs;
    } finally {
      isBusy = false;
    }
  };
}
