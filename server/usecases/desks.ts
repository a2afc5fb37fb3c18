import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { deskRequests } from '../../shared/contract/requests/desk.ts';
import { notBuilt } from './notBuilt.ts';
import type { Caller, Context } from './ports.ts';
import type { UseCases } from './table.ts';

/** The officer behind a request; requests of officers never come from anyone else, so anything else is a bug. */
export function officerOf(caller: Caller): Extract<Caller, { kind: 'officer' }> {
  if (caller.kind !== 'officer') throw new Error(`${caller.screen} cannot act as an officer`);
  return caller;
}

/** The counter this officer works at, with the ticket it has. */
export function deskOf(
  { store }: Context,
  caller: Caller,
): Result<{ desk: Desk; ticket: Ticket | null }, Refused> {
  const desk = store.desks.ofOfficer(officerOf(caller).officerId);
  if (desk === null) return err(refuse('noDesk'));
  return ok({ desk, ticket: store.tickets.atCounter(desk.counterId) });
}

/**
 * Sits down at a counter, leaving the one before. Refused while a visitor is held at either of them by somebody, or
 * while another officer with an open console sits there.
 */
function takeDesk(
  context: Context,
  { counterId }: ParsedInput<'desk:take'>,
  caller: Caller,
): Result<RequestOutput<'desk:take'>, Refused> {
  const { store } = context;
  const { officerId } = officerOf(caller);
  if (!store.office.counters().some(({ id }) => id === counterId)) return err(refuse('unknownCounter'));
  const current = store.desks.ofOfficer(officerId);
  if (current?.counterId === counterId) return ok({});
  const held = current === null ? null : store.tickets.atCounter(current.counterId);
  if (held !== null) return err(refuse('visitorHeld', { number: held.number }));
  const sitting = store.desks.officerAt(counterId);
  // Somebody who went home without leaving the counter does not block it, unless a visitor is still in their care.
  if (sitting !== null && (context.isOnline(sitting.id) || store.tickets.atCounter(counterId) !== null))
    return err(refuse('counterTaken', { officerName: sitting.name }));
  store.desks.take({ counterId, officerId }, context.now());
  return ok({});
}

/** Gets up from the counter. Refused while a visitor is held there. */
function leaveDesk(
  context: Context,
  _input: ParsedInput<'desk:leave'>,
  caller: Caller,
): Result<RequestOutput<'desk:leave'>, Refused> {
  const at = deskOf(context, caller);
  if (!at.ok) return ok({});
  if (at.value.ticket !== null) return err(refuse('visitorHeld', { number: at.value.ticket.number }));
  context.store.desks.leave(at.value.desk.officerId);
  return ok({});
}

/** Every request about who sits where. */
export const deskUseCases: UseCases<keyof typeof deskRequests> = {
  'desk:take': takeDesk,
  'desk:leave': leaveDesk,
  'desk:break': notBuilt,
  'desk:resume': notBuilt,
};
