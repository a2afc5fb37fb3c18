import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { deskRequests } from '../../shared/contract/requests/desk.ts';
import type { Caller, Context } from './ports.ts';
import type { UseCases } from './table.ts';

/** The officer behind a request; requests of officers never come from anyone else, so anything else is a bug. */
export function officerOf(caller: Caller): Extract<Caller, { kind: 'officer' }> {
  if (caller.kind !== 'officer') throw new Error(`${caller.screen} cannot act as an officer`);
  return caller;
}

/** Managers and admins. */
export const isManager = (caller: Caller): boolean => caller.kind === 'officer' && caller.role !== 'officer';

/** The counter this officer works at, with the ticket it has. */
export function deskOf(
  { store }: Context,
  caller: Caller,
): Result<{ desk: Desk; ticket: Ticket | null }, Refused> {
  const desk = store.desks.ofOfficer(officerOf(caller).officerId);
  if (desk === null) return err(refuse('noDesk'));
  return ok({ desk, ticket: store.tickets.atCounter(desk.counterId) });
}

/** The counter this officer works at, if nobody is at it. */
export function freeDesk(context: Context, caller: Caller): Result<Desk, Refused> {
  const at = deskOf(context, caller);
  if (!at.ok) return at;
  const { desk, ticket } = at.value;
  return ticket === null ? ok(desk) : err(refuse('deskBusy', { number: ticket.number }));
}

/** Whom a request about a desk is about: whoever asks, or the officer whom a manager names. */
function officerNamed(
  { store }: Context,
  { officerId }: ParsedInput<'desk:leave'>,
  caller: Caller,
): Result<OfficerId, Refused> {
  const own = officerOf(caller).officerId;
  if (officerId === null || officerId === own) return ok(own);
  if (!isManager(caller)) return err(refuse('notAllowed'));
  return store.officers.find(officerId) === null ? err(refuse('unknownOfficer')) : ok(officerId);
}

/**
 * Sits down at a counter, leaving the one before. Refused while a visitor is held at either of them by somebody, or
 * while another officer with an open console sits there.
 */
function takeDesk(
  context: Context,
  input: ParsedInput<'desk:take'>,
  caller: Caller,
): Result<RequestOutput<'desk:take'>, Refused> {
  const { store } = context;
  const named = officerNamed(context, input, caller);
  if (!named.ok) return named;
  const officerId = named.value;
  const { counterId } = input;
  const counter = store.office.counters().find(({ id }) => id === counterId);
  if (counter === undefined) return err(refuse('unknownCounter'));
  const current = store.desks.ofOfficer(officerId);
  if (current?.counterId === counterId) return ok({});
  const held = current === null ? null : store.tickets.atCounter(current.counterId);
  if (held !== null) return err(refuse('visitorHeld', { number: held.number }));
  const sitting = store.desks.officerAt(counterId);
  // Somebody who went home without leaving the counter does not block it, unless a visitor is still in their care.
  if (sitting !== null && (context.isOnline(sitting.id) || store.tickets.atCounter(counterId) !== null))
    return err(refuse('counterTaken', { counterNumber: counter.number }));
  store.desks.take({ counterId, officerId }, context.now());
  return ok({});
}

/** Gets up from the counter. Refused while a visitor is held there. */
function leaveDesk(
  context: Context,
  input: ParsedInput<'desk:leave'>,
  caller: Caller,
): Result<RequestOutput<'desk:leave'>, Refused> {
  const named = officerNamed(context, input, caller);
  if (!named.ok) return named;
  const { store } = context;
  const desk = store.desks.ofOfficer(named.value);
  if (desk === null) return ok({});
  const held = store.tickets.atCounter(desk.counterId);
  if (held !== null) return err(refuse('visitorHeld', { number: held.number }));
  store.desks.leave(desk.officerId);
  return ok({});
}

/** Calls nobody for a while. Whoever is at the desk is served to the end. */
function takeBreak(
  context: Context,
  { until }: ParsedInput<'desk:break'>,
  caller: Caller,
): Result<RequestOutput<'desk:break'>, Refused> {
  const { store } = context;
  const at = deskOf(context, caller);
  if (!at.ok) return at;
  const { officerId } = at.value.desk;
  const since = store.desks.breakOf(officerId)?.since ?? context.now();
  store.desks.setBreak(officerId, { since, until });
  return ok({});
}

/** Is back at work. */
function endBreak(
  context: Context,
  _input: ParsedInput<'desk:resume'>,
  caller: Caller,
): Result<RequestOutput<'desk:resume'>, Refused> {
  const at = deskOf(context, caller);
  if (!at.ok) return at;
  context.store.desks.setBreak(at.value.desk.officerId, null);
  return ok({});
}

/** Every request about who sits where. */
export const deskUseCases: UseCases<keyof typeof deskRequests> = {
  'desk:take': takeDesk,
  'desk:leave': leaveDesk,
  'desk:break': takeBreak,
  'desk:resume': endBreak,
};
