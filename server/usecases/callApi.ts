import type { OperationInput, OperationName, OperationOutput } from '../../shared/contract/api.ts';
import type { Operation } from '../../shared/contract/api/operation.ts';
import { operations } from '../../shared/contract/api.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { listAppointments, listDossiers, readAnonymousReport, readFigures, stepDossier } from './apiLists.ts';
import { readCatalogue, readQueue, readTicket } from './apiQueue.ts';
import { issueForOther } from './issueTicket.ts';
import type { Caller, Context, KeyCaller, TransactionContext } from './ports.ts';
import { doOnce } from './perform.ts';
import { useCases } from './table.ts';

type Asked<N extends OperationName> = OperationInput<N> & { readonly requestId: string };
type Run<N extends OperationName> = (
  context: TransactionContext,
  input: Asked<N>,
  caller: Caller,
) => Result<OperationOutput<N>, Refused>;

/** What each call of the HTTP API does. */
const runs: { readonly [N in OperationName]: Run<N> } = {
  readQueue: (context) => ok(readQueue(context)),
  readCatalogue: (context) => ok(readCatalogue(context)),
  issueTicket: issueForOther,
  readTicket,
  listAppointments: (context, input) => ok(listAppointments(context, input)),
  addAppointment: useCases['appointment:add'],
  cancelAppointment: useCases['appointment:cancel'],
  importAppointments: useCases['appointment:import'],
  listDossiers: (context, input) => ok(listDossiers(context, input)),
  stepDossier,
  importDossiers: useCases['dossier:import'],
  readFigures,
  readReport: readAnonymousReport,
};

/**
 * Does one call of another system.
 * @param requestId under which a call that changes something is done once; of one that reads it means nothing.
 * @returns the answer, or a refusal, after which nothing has changed; refused also if the key lacks the scope.
 */
export function callApi<N extends OperationName>(
  context: Context,
  name: N,
  input: OperationInput<N>,
  requestId: string,
  caller: KeyCaller,
): Result<OperationOutput<N>, Refused> {
  const { scope, method, request, audited }: Operation = operations[name];
  if (!caller.scopes.includes(scope)) return err(refuse('scopeMissing', { scope }));
  const run = runs[name] as unknown as Run<N>;
  const act = { name: request ?? `api:${name}`, reads: method === 'GET', audited, run };
  return doOnce(context, act, { requestId, ...input }, caller);
}
