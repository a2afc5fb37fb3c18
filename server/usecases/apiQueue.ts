import type { OperationInput, OperationOutput } from '../../shared/contract/api.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { peopleAheadOf } from '../../shared/domain/ahead.ts';
import { holder } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { waitsNow } from './expectedWaits.ts';
import { todayOf } from './newAppointment.ts';
import { openingNow } from './opening.ts';
import type { Context } from './ports.ts';

/** How long the lines are now, and what is called where. */
export function readQueue(context: Context): OperationOutput<'readQueue'> {
  const { store, now } = context;
  const day = todayOf(context);
  const waiting = Map.groupBy(store.tickets.waiting(day), ({ fieldId }) => fieldId);
  const waits = waitsNow(context);
  const calls = new Map(store.tickets.openCalls().map((call) => [call.counterId, call]));
  const staffed = new Set(store.desks.all().map(({ counterId }) => counterId));
  return {
    at: now(),
    businessDay: day,
    opening: openingNow(context),
    fields: store.office.fields().map(({ id, prefix, name }) => ({
      id,
      prefix,
      name,
      waiting: waiting.get(id)?.length ?? 0,
      wait: waits.ofField(id),
    })),
    counters: store.office.counters().map(({ id, number, name, fieldIds }) => {
      const call = calls.get(id);
      return {
        id,
        number,
        name,
        fieldIds: [...fieldIds],
        isStaffed: staffed.has(id),
        ticket: call === undefined ? null : { number: call.number, state: call.state },
      };
    }),
  };
}

/** What there is to take a number for, and what dossiers are about. */
export function readCatalogue({ store }: Context): OperationOutput<'readCatalogue'> {
  const { office } = store;
  const { name, timeZone } = office.office();
  return {
    office: { name, timeZone },
    fields: office.fields().map(({ id, prefix, name: called, description }) => ({
      id,
      prefix,
      name: called,
      description,
    })),
    priorityClasses: office.priorityClasses().map(({ code, name: called }) => ({ code, name: called })),
    procedures: office
      .procedures()
      .map(({ key, fieldId, name: called, limit }) => ({ key, fieldId, name: called, limit })),
  };
}

/** One ticket, without whose it is. */
export function readTicket(
  context: Context,
  { ticketId }: OperationInput<'readTicket'>,
): Result<OperationOutput<'readTicket'>, Refused> {
  const { store, now } = context;
  const ticket = store.tickets.find(ticketId);
  if (ticket === null) return err(refuse('unknownTicket'));
  const { state, number, businessDay, fieldId, since } = ticket;
  const desk = state.kind === 'done' ? state.desk : holder(ticket);
  const counter = store.office.counters().find(({ id }) => id === desk?.counterId);
  const line = store.tickets.line(todayOf(context), fieldId);
  const waits = state.kind === 'waiting';
  return ok({
    ticketId,
    number,
    businessDay,
    fieldId,
    state: state.kind,
    since,
    counterNumber: counter?.number ?? null,
    peopleAhead: waits ? peopleAheadOf(line, ticket, store.office.office(), now()) : null,
    wait: waits ? waitsNow(context).ofTicket(ticketId) : null,
  });
}
