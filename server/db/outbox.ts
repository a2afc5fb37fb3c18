import { randomUUID } from 'node:crypto';
import type { EventType } from '../../shared/contract/events.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { DueDelivery, WebhookStore } from '../usecases/integrationStore.ts';
import type { Db } from './open.ts';

/** Puts what happened into the outbox; to be called inside the transaction in which it happens. */
export function outboxWriter(db: Db): Pick<WebhookStore, 'isWanted' | 'tell' | 'tellOne'> {
  const wanting = db
    .prepare<[string], number>(
      `SELECT id FROM webhook WHERE is_on = 1 AND EXISTS (SELECT 1 FROM json_each(events) WHERE value = ?)`,
    )
    .pluck();
  const addEvent = db.prepare('INSERT INTO webhook_event (id, type, at, data) VALUES (?, ?, ?, ?)');
  // At once, whatever the clock says: it may have been set back.
  const addDelivery = db.prepare(
    `INSERT INTO delivery (event_id, webhook_id, state, tries, try_at) VALUES (?, ?, 'due', 0, 0)`,
  );
  const put = (webhooks: readonly number[], type: EventType, data: object, now: Millis): void => {
    if (webhooks.length === 0) return;
    const id = randomUUID();
    addEvent.run(id, type, now, JSON.stringify(data));
    for (const webhookId of webhooks) addDelivery.run(id, webhookId);
  };
  return {
    isWanted: (type) => wanting.get(type) !== undefined,
    tell: (type, data, now) => put(wanting.all(type), type, data, now),
    tellOne: (id, type, data, now) => put([id], type, data, now),
  };
}

type Outbox = Pick<
  WebhookStore,
  'due' | 'tried' | 'end' | 'failed' | 'resend' | 'deliveries' | 'figures' | 'forgetBefore'
>;

/** What is still to be sent, and what came of it. */
export function outbox(db: Db): Outbox {
  const joined = 'delivery JOIN webhook_event ON webhook_event.id = event_id';
  const due = db.prepare<[{ now: Millis; busy: string }], DueDelivery>(`
    SELECT delivery.id, webhook_id AS webhookId, url, event_id AS eventId, type, at, data, tries
    FROM webhook JOIN delivery ON delivery.id = (
           SELECT id FROM delivery WHERE webhook_id = webhook.id AND state = 'due' AND try_at <= $now
           ORDER BY try_at, id LIMIT 1)
         JOIN webhook_event ON webhook_event.id = event_id
    WHERE is_on = 1 AND webhook.id NOT IN (SELECT value FROM json_each($busy))`);
  const tried = db.prepare('UPDATE delivery SET tries = ?, try_at = ? WHERE id = ?');
  const end = db.prepare('UPDATE delivery SET state = ?, why = ?, try_at = ? WHERE id = ?');
  const failed = db.prepare('UPDATE delivery SET why = ? WHERE id = ?');
  const resend = db.prepare(
    `UPDATE delivery SET state = 'due', tries = 0, try_at = ? WHERE id = ? AND state = 'dead'`,
  );
  const list = db.prepare<[number], ReturnType<Outbox['deliveries']>[number]>(`
    SELECT delivery.id, webhook_id AS webhookId, type, at, tries, state, max(at, try_at) AS "when", why
    FROM ${joined}
    ORDER BY CASE WHEN state = 'dead' THEN 0 WHEN state = 'due' AND tries > 0 THEN 1 ELSE 2 END, at DESC, delivery.id DESC
    LIMIT ?`);
  const figures = db.prepare<[], ReturnType<Outbox['figures']>>(`
    SELECT count(*) FILTER (WHERE state = 'due') AS due, min(at) FILTER (WHERE state = 'due') AS oldestAt,
           count(*) FILTER (WHERE state = 'dead') AS dead FROM ${joined} WHERE state <> 'sent'`);
  const forget = db.prepare(`DELETE FROM delivery WHERE state <> 'due' AND try_at < ?`);
  const forgetEvents = db.prepare(
    'DELETE FROM webhook_event WHERE NOT EXISTS (SELECT 1 FROM delivery WHERE event_id = webhook_event.id)',
  );
  return {
    due: (now, busy) => due.all({ now, busy: JSON.stringify([...busy]) }),
    tried: (id, tries, tryAt) => void tried.run(tries, tryAt, id),
    end: (id, state, why, now) => void end.run(state, why, now, id),
    failed: (id, why) => void failed.run(why, id),
    resend: (id, now) => resend.run(now, id).changes > 0,
    deliveries: (limit) => list.all(limit),
    figures: () => figures.get() ?? { due: 0, oldestAt: null, dead: 0 },
    forgetBefore: (time) => {
      forget.run(time);
      forgetEvents.run();
    },
  };
}
