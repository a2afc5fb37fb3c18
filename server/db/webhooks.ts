import type { WebhookRow } from '../../shared/contract/requests/integration.ts';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import type { WebhookSetting, WebhookStore } from '../usecases/integrationStore.ts';
import type { Vault } from '../usecases/ports.ts';
import type { Db } from './open.ts';
import { outbox, outboxWriter } from './outbox.ts';
import { opened } from './visitors.ts';

type Row = {
  id: number;
  url: string;
  events: string;
  is_on: 0 | 1;
  previous_until: number | null;
  due: number;
  dead: number;
  last_sent_at: number | null;
};
type Sealed = { secret_sealed: Buffer; previous_sealed: Buffer | null; previous_until: number | null };

/** Bound to its webhook, so that nobody is sent what another's secret signed. */
export const secretContext = (id: number): string => `secret of webhook ${id}`;

const rowOf = (row: Row): WebhookRow => ({
  id: row.id,
  url: row.url,
  events: JSON.parse(row.events) as WebhookRow['events'],
  on: row.is_on === 1,
  previousUntil: row.previous_until,
  due: row.due,
  dead: row.dead,
  lastSentAt: row.last_sent_at,
});

/** The ends of days that are to be told. */
function dayEnds(db: Db): Pick<WebhookStore, 'daysToClose' | 'closed'> {
  const toClose = db
    .prepare<[BusinessDay], BusinessDay>(
      `SELECT DISTINCT business_day FROM ticket
       WHERE business_day > (SELECT closed_day FROM integration) AND business_day < ? ORDER BY business_day`,
    )
    .pluck();
  const closed = db.prepare('UPDATE integration SET closed_day = ?');
  return { daysToClose: (today) => toClose.all(today), closed: (day) => void closed.run(day) };
}

/** Who is told of what, and what is still to be told. */
export function webhookStore(db: Db, vault: Vault): WebhookStore {
  const all = db.prepare<[], Row>(`
    SELECT id, url, events, is_on, previous_until,
           (SELECT count(*) FROM delivery WHERE webhook_id = webhook.id AND state = 'due') AS due,
           (SELECT count(*) FROM delivery WHERE webhook_id = webhook.id AND state = 'dead') AS dead,
           (SELECT max(try_at) FROM delivery WHERE webhook_id = webhook.id AND state = 'sent') AS last_sent_at
    FROM webhook ORDER BY id`);
  const isThere = db.prepare('SELECT 1 FROM webhook WHERE id = ?');
  const newId = db.prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM webhook').pluck();
  const add = db.prepare(
    'INSERT INTO webhook (id, url, events, is_on, secret_sealed) VALUES ($id, $url, $events, $on, $sealed)',
  );
  const set = db.prepare('UPDATE webhook SET url = $url, events = $events, is_on = $on WHERE id = $id');
  const remove = db.prepare('DELETE FROM webhook WHERE id = ?');
  const rotate = db.prepare(`
    UPDATE webhook SET previous_sealed = secret_sealed, previous_until = ?, secret_sealed = ? WHERE id = ?`);
  const secrets = db.prepare<[number], Sealed>(
    'SELECT secret_sealed, previous_sealed, previous_until FROM webhook WHERE id = ?',
  );
  const sealed = (id: number, secret: string): Buffer =>
    vault.seal('webhook', secretContext(id), Buffer.from(secret, 'utf8'));
  const open = (id: number, value: Buffer): string =>
    opened(vault.open('webhook', secretContext(id), value), 'the secret of a webhook').toString('utf8');
  const valuesOf = ({ url, events, on }: WebhookSetting) => ({
    url,
    events: JSON.stringify(events),
    on: on ? 1 : 0,
  });
  const isGood = (until: Millis | null, now: Millis): boolean => until !== null && now < until;
  return {
    ...outboxWriter(db),
    ...outbox(db),
    ...dayEnds(db),
    all: () => all.all().map(rowOf),
    isThere: (id) => isThere.get(id) !== undefined,
    add: (setting, secret) => {
      const id = newId.get() ?? 1;
      add.run({ id, ...valuesOf(setting), sealed: sealed(id, secret) });
      return id;
    },
    set: (id, setting) => void set.run({ id, ...valuesOf(setting) }),
    remove: (id) => void remove.run(id),
    rotate: (id, secret, until) => void rotate.run(until, sealed(id, secret), id),
    secrets: (id, now) => {
      const row = secrets.get(id);
      if (row === undefined) return [];
      const { previous_sealed: previous, previous_until: until } = row;
      const earlier = previous !== null && isGood(until, now) ? [open(id, previous)] : [];
      return [open(id, row.secret_sealed), ...earlier];
    },
  };
}
