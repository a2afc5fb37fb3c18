import type { PushSubscription } from '../../shared/contract/schemas.ts';
import type { TicketId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { PushStore } from '../usecases/pushStore.ts';
import type { Db } from './open.ts';
import { opened } from './visitors.ts';

/** Bound to its ticket, so that nobody is told of another's. */
export const pushContext = (ticketId: string): string => `push of ${ticketId}`;
export const pushKeyContext = 'push key';

/** The office's key for push services, and which phones are to be told; both sealed. */
export function pushStore(db: Db, vault: Vault): PushStore {
  const isOn = db.prepare<[], 0 | 1>('SELECT push FROM office WHERE id = 1').pluck();
  const setOn = db.prepare('UPDATE office SET push = ?');
  const key = db.prepare<[], { public_key: string; private_sealed: Buffer }>('SELECT * FROM push_key');
  const setKey = db.prepare('INSERT INTO push_key VALUES (1, ?, ?)');
  const isSubscribed = db
    .prepare<[TicketId], 0 | 1>('SELECT EXISTS (SELECT 1 FROM push_subscription WHERE ticket_id = ?)')
    .pluck();
  const subscribe = db.prepare('INSERT OR REPLACE INTO push_subscription VALUES (?, ?, 0, ?)');
  const unsubscribe = db.prepare('DELETE FROM push_subscription WHERE ticket_id = ?');
  const unsent = db.prepare<[number], { ticket_id: string; subscription_sealed: Buffer; tries: number }>(
    'SELECT * FROM push_subscription WHERE try_at <= ?',
  );
  const tried = db.prepare('UPDATE push_subscription SET tries = ?, try_at = ? WHERE ticket_id = ?');
  return {
    isOn: () => isOn.get() === 1,
    setOn: (on) => void setOn.run(on ? 1 : 0),
    publicKey: () => key.get()?.public_key ?? null,
    key: () => {
      const row = key.get();
      if (row === undefined) throw new Error('the office has no key for push services');
      const plain = opened(
        vault.open('push', pushKeyContext, row.private_sealed),
        'the key for push services',
      );
      return { publicKey: row.public_key, privateKey: plain.toString('utf8') };
    },
    setKey: ({ publicKey, privateKey }) =>
      void setKey.run(publicKey, vault.seal('push', pushKeyContext, Buffer.from(privateKey, 'utf8'))),
    isSubscribed: (ticketId) => isSubscribed.get(ticketId) === 1,
    subscribe: (ticketId, subscription, now) => {
      const plain = Buffer.from(JSON.stringify(subscription), 'utf8');
      subscribe.run(ticketId, vault.seal('push', pushContext(ticketId), plain), now);
    },
    unsubscribe: (ticketId) => void unsubscribe.run(ticketId),
    unsent: (now) =>
      unsent.all(now).map((row) => {
        const sealed = vault.open('push', pushContext(row.ticket_id), row.subscription_sealed);
        return {
          ticketId: row.ticket_id as TicketId,
          subscription: JSON.parse(
            opened(sealed, 'where a phone is reached').toString('utf8'),
          ) as PushSubscription,
          tries: row.tries,
        };
      }),
    tried: (ticketId, tries, tryAt) => void tried.run(tries, tryAt, ticketId),
  };
}
