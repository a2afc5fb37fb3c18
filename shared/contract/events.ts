import { z } from 'zod';
import {
  businessDay,
  dossierCode,
  dossierId,
  dossierState,
  dossierStep,
  fieldId,
  millis,
  ticketId,
} from './schemas.ts';

/**
 * What other systems are told by webhook. Nobody's name, number of a card, note or face: a receiver knows a person only
 * by what it asked for itself.
 */

const count = z.int().nonnegative();

/** A ticket as it is after what happened. */
const ticketEvent = z.strictObject({
  ticketId,
  number: z.string(),
  businessDay,
  fieldId,
  state: z.enum(['waiting', 'called', 'serving', 'parked', 'missed', 'done', 'cancelled', 'expired']),
  /** Where it is or was served; null where no counter has it. */
  counterNumber: z.int().positive().nullable(),
});

/** What happened, and what is said of it. */
export const events = {
  'ticket.issued': ticketEvent,
  'ticket.called': ticketEvent,
  /** Served; also again, after a finish that was taken back. */
  'ticket.started': ticketEvent,
  /** In line again: sent on to another field, or nobody came to the first calls. */
  'ticket.requeued': ticketEvent,
  'ticket.parked': ticketEvent,
  /** Called as often as the office calls, and nobody came. */
  'ticket.noShow': ticketEvent,
  'ticket.served': ticketEvent,
  'ticket.cancelled': ticketEvent,
  /** Open at the end of its day. */
  'ticket.expired': ticketEvent,
  'dossier.changed': z.strictObject({
    dossierId,
    code: dossierCode,
    /** Null: a step was taken back. */
    step: dossierStep.nullable(),
    /** Null: it was begun by mistake, and there is no such dossier any more. */
    state: dossierState.nullable(),
    dueAt: millis.nullable(),
  }),
  'day.closed': z.strictObject({ businessDay, issued: count, served: count, noShow: count }),
  /** A manager pressed the button that tries the webhook. */
  'webhook.test': z.strictObject({ webhookId: z.int().positive() }),
} as const satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof events;
export type EventData<T extends EventType> = z.infer<(typeof events)[T]>;
/** Those that somebody can ask for. */
export const eventTypes = Object.keys(events).filter((type) => type !== 'webhook.test') as Exclude<
  EventType,
  'webhook.test'
>[];

/** The body of a webhook. */
export const eventBody = (type: EventType): z.ZodType =>
  z.strictObject({
    type: z.literal(type),
    /** When it happened, ISO 8601 in UTC. */
    timestamp: z.iso.datetime(),
    data: events[type],
  });
