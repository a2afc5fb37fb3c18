import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import type { keepingRequests } from '../../shared/contract/requests/keeping.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { changesTo, comparedDigest, configurationFile, readConfiguration } from './configurationFile.ts';
import type { ConfigurationTables } from './configurationStore.ts';
import { isConfigurationSound } from './configurationRules.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import { setUpUseCases } from './setUp.ts';
import type { UseCases } from './table.ts';

type Done = Result<Record<string, never>, Refused>;

/** How long a backup made before an import counts as made right before it. */
const freshMs = 10 * 60_000;

/** What of the present office a file does not have, taken away under the same rules as by hand. */
function takeAway(context: TransactionContext, tables: ConfigurationTables, caller: Caller): Done {
  const { store } = context;
  const requestId = '';
  const has = (table: string, column: string, value: string | number): boolean =>
    tables[table]?.some((row) => row[column] === value) ?? true;
  const isSelf = (id: number): boolean => caller.kind === 'officer' && caller.officerId === id;
  const gone = [
    ...store.office
      .fields()
      .filter(({ code }) => !has('field', 'code', code))
      .map(
        ({ id }) =>
          () =>
            setUpUseCases['field:remove'](context, { requestId, fieldId: id }, caller),
      ),
    ...store.office
      .counters()
      .filter(({ number }) => !has('counter', 'number', number))
      .map(
        ({ id }) =>
          () =>
            setUpUseCases['counter:remove'](context, { requestId, counterId: id }, caller),
      ),
    ...store.officers
      .all()
      // Whoever imports stays able to.
      .filter(({ id, login }) => !has('officer', 'login', login) && !isSelf(id))
      .map(
        ({ id }) =>
          () =>
            setUpUseCases['officer:remove'](context, { requestId, officerId: id }, caller),
      ),
  ];
  for (const remove of gone) {
    const done = remove();
    if (!done.ok) return done;
  }
  return ok({});
}

/** Nobody gets by a file what they could not set by hand: only administrators make any, and nobody changes themselves. */
function mayGiveRoles({ store }: Context, tables: ConfigurationTables, caller: Caller): Done {
  const officers = new Map(store.officers.all().map((officer) => [officer.login, officer]));
  for (const { login, role } of tables['officer'] ?? []) {
    const known = officers.get(String(login));
    if (known?.role === role) continue;
    if (caller.kind !== 'officer') return err(refuse('notAllowed'));
    if (known?.id === caller.officerId) return err(refuse('ownAccount'));
    if (caller.role !== 'admin' && (role === 'admin' || known?.role === 'admin'))
      return err(refuse('notAllowed'));
  }
  return ok({});
}

function importConfiguration(
  context: TransactionContext,
  { text, digest }: ParsedInput<'configuration:import'>,
  caller: Caller,
): Done {
  const { store, backups, printers, now, afterCommit } = context;
  const { lastAt, trouble } = backups.state();
  if (lastAt === null || trouble !== null || Math.abs(now() - lastAt) > freshMs)
    return err(refuse('backupFirst'));
  const file = readConfiguration(text, store.configuration);
  if (!file.ok) return file;
  if (comparedDigest(store.configuration.read(), text) !== digest) return err(refuse('configurationChanged'));
  const allowed = mayGiveRoles(context, file.value, caller);
  if (!allowed.ok) return allowed;
  const left = takeAway(context, file.value, caller);
  if (!left.ok) return left;
  if (!store.configuration.write(file.value) || !isConfigurationSound(context))
    return err(refuse('configurationInvalid'));
  afterCommit(() => printers.use(store.printers.all()));
  return ok({});
}

type Names = Extract<keyof typeof keepingRequests, `configuration:${string}`>;

/** The office's settings as one file: everything that managers set up, nothing about anybody. */
export const configurationUseCases: UseCases<Names> = {
  'configuration:export': ({ store }) => ok({ text: configurationFile(store.configuration) }),
  'configuration:compare': ({ store }, { text }) => {
    const file = readConfiguration(text, store.configuration);
    if (!file.ok) return file;
    const present = store.configuration.read();
    return ok({
      changes: changesTo(store.configuration, present, file.value),
      digest: comparedDigest(present, text),
    });
  },
  'configuration:import': importConfiguration,
};
