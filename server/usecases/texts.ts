import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import type { textRequests } from '../../shared/contract/requests/texts.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';
import { procedureUseCases } from './procedures.ts';
import type { UseCases } from './table.ts';

type Done = Result<Record<string, never>, Refused>;
const done: Done = ok({});

const hasPriority = ({ store }: Context, code: string): boolean =>
  store.office.priorityClasses().some((one) => one.code === code);

function savePriority(context: Context, { code, setting }: ParsedInput<'priority:save'>): Done {
  const { texts } = context.store;
  if (code === null) texts.addPriority(setting);
  else if (hasPriority(context, code)) texts.setPriority(code, setting);
  else return err(refuse('unknownPriority'));
  return done;
}

function removePriority(context: Context, { code }: ParsedInput<'priority:remove'>): Done {
  const { store, now } = context;
  if (!hasPriority(context, code)) return err(refuse('unknownPriority'));
  if (store.texts.isPriorityInUse(code)) return err(refuse('priorityInUse'));
  store.texts.removePriority(code, now());
  return done;
}

function orderPriorities({ store }: Context, { codes }: ParsedInput<'priority:order'>): Done {
  const known = store.office.priorityClasses();
  const wanted = new Set(codes);
  // Made from a list that has changed since, the order would lose a class.
  if (
    wanted.size !== codes.length ||
    known.length !== wanted.size ||
    !known.every(({ code }) => wanted.has(code))
  )
    return err(refuse('prioritiesChanged'));
  store.texts.orderPriorities(codes);
  return done;
}

/** The office's own wordings are numbered after the product's: `3`, `3.1`, `3.2`; so none ever has a number of its. */
function versionAfter(version: string): string {
  const [product = version, own = '0'] = version.split('.');
  return `${product}.${Number(own) + 1}`;
}

function rewordConsent({ store, now }: Context, { replaces, wording }: ParsedInput<'consent:reword'>): Done {
  const { version } = store.office.consentText();
  if (version !== replaces) return err(refuse('consentOutdated'));
  store.texts.addConsent(versionAfter(version), wording, now());
  return done;
}

/** What the office says in its own words; every change holds from the next screen on. */
export const textUseCases: UseCases<keyof typeof textRequests> = {
  ...procedureUseCases,
  'priority:save': savePriority,
  'priority:remove': removePriority,
  'priority:order': orderPriorities,
  'text:set': ({ store }, { text: { key, wording } }) => {
    store.texts.set(key, wording);
    return done;
  },
  'consent:versions': ({ store }) => ok({ versions: store.texts.consentVersions() }),
  'consent:reword': rewordConsent,
};
