import { randomUUID } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { DossierStep } from '../../shared/domain/dossier.ts';
import { codeOf, explained, stateAfter } from '../../shared/domain/dossier.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { dueNow } from './dossierFacts.ts';
import type { DossierId } from './dossierStore.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Procedure } from './records.ts';

type Asked = Pick<ParsedInput<'ticket:finish'>, 'outcome' | 'dossiers' | 'said'>;
type Kind = Extract<DossierStep, 'received' | 'supplement' | 'refused'>;

/** The next code of the office's pattern that no dossier has. */
function newCode({ store, now }: Context): string {
  const year = Number(businessDayOf(now(), store.office.office().timeZone).slice(0, 4));
  const { codePattern } = store.dossiers.setting();
  for (;;) {
    const code = codeOf(codePattern, year, store.dossiers.nextNumber(year)).toUpperCase();
    if (store.dossiers.byCode(code) === null) return code;
  }
}

/** One dossier: begun, or, if its code is known, taken on. What was missing and has come starts the limit anew. */
function take(
  context: Context,
  wished: { readonly code: string | null; readonly procedure: Procedure },
  step: { readonly kind: Kind; readonly text: string | null; readonly serviceId: number },
  ticket: Ticket,
  caller: Caller,
): Result<DossierId, Refused> {
  const { store } = context;
  const { procedure } = wished;
  const known = wished.code === null ? null : store.dossiers.byCode(wished.code);
  if (known !== null && known.procedureKey !== procedure.key)
    return err(refuse('dossierElsewhere', { code: known.code }));
  const state = known === null ? step.kind : stateAfter(known.state, step.kind);
  if (state === null) return err(refuse('dossierState', { code: known?.code ?? '' }));
  const now = context.now();
  const due = step.kind === 'received' || known === null ? dueNow(context, procedure.limit) : known.dueAt;
  const id = known?.id ?? (randomUUID() as string as DossierId);
  if (known === null)
    store.dossiers.add({
      id,
      code: wished.code ?? newCode(context),
      procedureKey: procedure.key,
      visitorId: ticket.visitorId,
      ticketId: ticket.id,
      receivedAt: now,
      dueAt: due,
      state,
    });
  store.dossiers.addStep(id, { ...step, state, dueAt: due }, actorOf(caller), now);
  return ok(id);
}

/** Results of dossiers that are handed over in a service. */
function handOver(context: Context, codes: readonly string[], serviceId: number, caller: Caller): void {
  const { store } = context;
  for (const code of codes) {
    const known = store.dossiers.byCode(code.normalize('NFC').toUpperCase());
    const state = known && stateAfter(known.state, 'returned');
    if (known === null || state === null) continue;
    const step = { kind: 'returned', state, dueAt: known.dueAt, text: null, serviceId } as const;
    store.dossiers.addStep(known.id, step, actorOf(caller), context.now());
  }
}

/**
 * What a service does to dossiers, by its outcome: begins or takes on those named with a procedure, and hands over known
 * ones. Codes that are neither stay with the service alone.
 * @returns those that the visitor gets a paper for.
 */
export function takeDossiers(
  context: Context,
  { outcome, dossiers, said }: Asked,
  serviceId: number,
  ticket: Ticket,
  caller: Caller,
): Result<readonly DossierId[], Refused> {
  const { result: kind, dossierCodes } = outcome;
  if (kind === 'completed' || kind === 'returned') {
    handOver(context, dossierCodes, serviceId, caller);
    return ok([]);
  }
  if (dossiers.length > 0 && said === null && explained.includes(kind))
    return err(refuse('dossierUnexplained'));
  const procedures = new Map(context.store.office.procedures().map((one) => [one.key, one]));
  const taken: DossierId[] = [];
  for (const { code, procedureKey } of dossiers) {
    const procedure = procedures.get(procedureKey);
    if (procedure === undefined) return err(refuse('unknownProcedure'));
    const text = explained.includes(kind) ? said : null;
    const one = take(context, { code, procedure }, { kind, text, serviceId }, ticket, caller);
    if (!one.ok) return one;
    taken.push(one.value);
  }
  return ok(taken);
}
