import type { floorRequests } from '../../shared/contract/requests/floor.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';
import { todayOf } from './serveTicketMove.ts';
import { putFirst } from './serveTicketPlace.ts';
import type { UseCases } from './table.ts';

const lineShown = 100;

/**
 * Since when somebody waits: from the number or the time of the appointment on; after a service, in another field or
 * before a break, since that one was over.
 */
export function waitsSince({ store }: Pick<Context, 'store'>, ticket: Ticket): Millis {
  if (store.tickets.servedMs(ticket.id) > 0) return ticket.since;
  return Math.max(ticket.issuedAt, ticket.appointmentAt ?? 0);
}

function lineOf(
  context: Context,
  { fieldId }: ParsedInput<'floor:line'>,
): Result<RequestOutput<'floor:line'>, Refused> {
  const { store } = context;
  if (!store.office.fields().some(({ id }) => id === fieldId)) return err(refuse('unknownField'));
  const waiting = store.tickets.line(todayOf(context), fieldId);
  return ok({
    line: waiting.slice(0, lineShown).map((ticket) => ({
      id: ticket.id,
      number: ticket.number,
      since: waitsSince(context, ticket),
      priority: ticket.priority,
      appointmentAt: ticket.appointmentAt,
    })),
  });
}

/** What managers do from the live floor. */
export const floorUseCases: UseCases<keyof typeof floorRequests> = {
  'floor:line': lineOf,
  'ticket:putFirst': putFirst,
  'floor:setLimits': ({ store }, { limits }) => {
    store.office.setFloorLimits(limits);
    return ok({});
  },
};
