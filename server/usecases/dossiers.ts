import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { dossierRequests } from '../../shared/contract/requests/dossier.ts';
import { explained, stateAfter, stepsFrom } from '../../shared/domain/dossier.ts';
import { fold } from '../../shared/domain/fold.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { clockOf, dueNow, namedDossier, proceduresByKey } from './dossierFacts.ts';
import { dossierPaperOf } from './dossierPaper.ts';
import type { Dossier, DossierId } from './dossierStore.ts';
import { importDossiers } from './importDossiers.ts';
import { wordLetter, writeLetter } from './letters.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import type { UseCases } from './table.ts';

/** Longer lists are for tables that leave the house: they name nobody. */
const namesAtMost = 100;
/** Names are sealed, so a search opens them one by one; it looks through so many dossiers. */
const searchedByName = 2_000;

type Find = ParsedInput<'dossier:find'>;

/** Those in whose code or visitor's name the query occurs, whatever the marks. */
function found({ store, ...rest }: Context, { which, query, limit }: Find): readonly Dossier[] {
  const clock = clockOf({ store, ...rest });
  const wanted = fold(query);
  if (wanted === '') return store.dossiers.list(which, clock, limit);
  const byCode = store.dossiers.listByCode(which, query.trim().toUpperCase(), clock, limit, 0);
  const known = new Set(byCode.map(({ id }) => id));
  const byName = store.dossiers.list(which, clock, searchedByName).filter(({ id, visitorId }) => {
    const name = visitorId === null || known.has(id) ? null : store.visitors.find(visitorId)?.name;
    return typeof name === 'string' && fold(name).includes(wanted);
  });
  return [...byCode, ...byName].slice(0, limit);
}

function findDossiers(context: Context, input: Find): Result<RequestOutput<'dossier:find'>, Refused> {
  const { store } = context;
  const dossiers = found(context, input);
  const procedures = proceduresByKey(context);
  const last = store.dossiers.lastSteps(dossiers.map(({ id }) => id));
  const isNamed = input.limit <= namesAtMost;
  return ok({
    rows: dossiers.map((dossier) => ({
      ...namedDossier(dossier, (key) => procedures.get(key)?.name),
      since: last.get(dossier.id)?.at ?? dossier.receivedAt,
      text: isNamed ? (last.get(dossier.id)?.text ?? null) : null,
      name: isNamed && dossier.visitorId ? (store.visitors.find(dossier.visitorId)?.name ?? null) : null,
      steps: [...stepsFrom(dossier.state)],
    })),
    total: store.dossiers.count(input.which, clockOf(context)),
  });
}

/** When it is due after a step: later as agreed, anew when the missing papers came, else as before. */
function dueAfter(
  context: Context,
  { dueAt, procedureKey }: Dossier,
  { kind, dueAt: wanted }: ParsedInput<'dossier:step'>,
): Result<Millis | null, Refused> {
  if (kind === 'received')
    return ok(dueNow(context, proceduresByKey(context).get(procedureKey)?.limit ?? null));
  if (kind !== 'extended') return ok(dueAt);
  if (wanted === null || wanted <= Math.max(dueAt ?? 0, context.now())) return err(refuse('badDueDate'));
  return ok(wanted);
}

/** One change of a dossier, by staff. */
function step(
  context: Context,
  input: ParsedInput<'dossier:step'>,
  caller: Caller,
): Result<RequestOutput<'dossier:step'>, Refused> {
  const { store } = context;
  const id = input.dossierId as DossierId;
  const dossier = store.dossiers.find(id);
  if (dossier === null) return err(refuse('unknownDossier'));
  const state = stateAfter(dossier.state, input.kind);
  if (state === null) return err(refuse('dossierState', { code: dossier.code }));
  if (input.text === null && explained.includes(input.kind)) return err(refuse('dossierUnexplained'));
  const due = dueAfter(context, dossier, input);
  if (!due.ok) return due;
  const { kind, text } = input;
  const taken = { kind, state, text, dueAt: due.value, serviceId: null };
  store.dossiers.addStep(id, taken, actorOf(caller), context.now());
  return ok({});
}

/** Every request about dossiers and letters. */
export const dossierUseCases: UseCases<keyof typeof dossierRequests> = {
  'dossier:find': findDossiers,
  'dossier:step': step,
  'dossier:paper': (context, { dossierId }, caller) =>
    context.store.dossiers.find(dossierId as DossierId) === null
      ? err(refuse('unknownDossier'))
      : ok(dossierPaperOf(context, dossierId as DossierId, caller)),
  'dossier:import': importDossiers,
  'dossier:setUp': ({ store }, { setting }) => {
    store.dossiers.setSetting(setting);
    return ok({});
  },
  'letter:write': writeLetter,
  'letter:word': wordLetter,
};
