import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { freeDesk } from './desks.ts';
import type { Caller, Context } from './ports.ts';
import { done, moveAtDesk, moveWhereverHeld } from './serveTicketMove.ts';

/** The visitor has come to the counter. */
export const start = (
  context: Context,
  input: ParsedInput<'ticket:start'>,
  caller: Caller,
): Result<RequestOutput<'ticket:start'>, Refused> =>
  done(moveAtDesk(context, input, caller, (desk) => ({ kind: 'start', desk })));

/** The call is taken back: the ticket waits in its old place. */
export const takeBack = (
  context: Context,
  input: ParsedInput<'ticket:return'>,
  caller: Caller,
): Result<RequestOutput<'ticket:return'>, Refused> =>
  done(moveWhereverHeld(context, input, caller, (desk) => ({ kind: 'return', desk })));

/** Nobody came: back to the line after a cool-down, or out of it after the last call. */
export function miss(
  context: Context,
  input: ParsedInput<'ticket:miss'>,
  caller: Caller,
): Result<RequestOutput<'ticket:miss'>, Refused> {
  const policy = context.store.office.office().missPolicy;
  const moved = moveWhereverHeld(context, input, caller, (desk) => ({ kind: 'miss', desk, policy }));
  if (!moved.ok) return moved;
  return ok({ state: moved.value.state.kind === 'missed' ? 'missed' : 'waiting' });
}

/** The visitor fetches something; the desk is free for others meanwhile. */
export const park = (
  context: Context,
  input: ParsedInput<'ticket:park'>,
  caller: Caller,
): Result<RequestOutput<'ticket:park'>, Refused> =>
  done(moveWhereverHeld(context, input, caller, (desk) => ({ kind: 'park', desk })));

/** The visitor is back; served on at the counter where the officer sits now. */
export function resume(
  context: Context,
  input: ParsedInput<'ticket:resume'>,
  caller: Caller,
): Result<RequestOutput<'ticket:resume'>, Refused> {
  const free = freeDesk(context, caller);
  if (!free.ok) return free;
  return done(moveAtDesk(context, input, caller, (desk) => ({ kind: 'resume', desk })));
}
