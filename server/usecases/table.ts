import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { leaveDesk, takeDesk } from './desks.ts';
import { deny, enrol, identify } from './faces.ts';
import { issueTicket } from './issueTicket.ts';
import { inviteDevice, removeDevice, setPassword } from './manage.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { callNext, finish, miss, recall, start } from './serveTicket.ts';

/** Does one request: synchronous, inside the transaction that `perform` opens. */
export type UseCase<N extends RequestName> = (
  context: TransactionContext,
  input: ParsedInput<N>,
  caller: Caller,
) => Result<RequestOutput<N>, Refused>;

/** Every request of the contract has its use case. */
export const useCases: { readonly [N in RequestName]: UseCase<N> } = {
  'visitor:identify': identify,
  'visitor:enrol': enrol,
  'visitor:deny': deny,
  'ticket:issue': issueTicket,
  'desk:take': takeDesk,
  'desk:leave': leaveDesk,
  'ticket:callNext': callNext,
  'ticket:recall': recall,
  'ticket:start': start,
  'ticket:miss': miss,
  'ticket:finish': finish,
  'officer:setPassword': setPassword,
  'device:invite': inviteDevice,
  'device:remove': removeDevice,
};
