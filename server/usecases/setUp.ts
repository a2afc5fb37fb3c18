import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import type { setUpRequests } from '../../shared/contract/requests/setUp.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context } from './ports.ts';
import type { Officer } from './records.ts';
import type { UseCases } from './table.ts';

type Done = Result<Record<string, never>, Refused>;
const done: Done = ok({});

function saveField({ store }: Context, { fieldId, setting }: ParsedInput<'field:save'>): Done {
  const fields = store.office.fields();
  const same = fields.find(({ id, prefix }) => prefix === setting.prefix && id !== fieldId);
  if (same !== undefined) return err(refuse('prefixTaken', { prefix: same.prefix, name: same.name.vi }));
  if (fieldId === null) store.setUp.addField(setting);
  else if (fields.some(({ id }) => id === fieldId)) store.setUp.setField(fieldId, setting);
  else return err(refuse('unknownField'));
  return done;
}

function removeField({ store, now }: Context, { fieldId }: ParsedInput<'field:remove'>): Done {
  if (!store.office.fields().some(({ id }) => id === fieldId)) return err(refuse('unknownField'));
  const day = businessDayOf(now(), store.office.office().timeZone);
  if (store.setUp.isFieldInUse(fieldId, day, now())) return err(refuse('fieldInUse'));
  store.setUp.removeField(fieldId, now());
  return done;
}

function orderFields({ store }: Context, { fieldIds }: ParsedInput<'field:order'>): Done {
  const known = store.office.fields();
  const wanted = new Set(fieldIds);
  // Made from a list that has changed since, the order would lose a field.
  if (
    wanted.size !== fieldIds.length ||
    known.length !== wanted.size ||
    !known.every(({ id }) => wanted.has(id))
  )
    return err(refuse('fieldsChanged'));
  store.setUp.orderFields(fieldIds);
  return done;
}

function saveCounter({ store }: Context, { counterId, number, name }: ParsedInput<'counter:save'>): Done {
  const counters = store.office.counters();
  if (counters.some((counter) => counter.number === number && counter.id !== counterId))
    return err(refuse('numberTaken', { number }));
  if (counterId === null) store.setUp.addCounter(number, name);
  else if (counters.some(({ id }) => id === counterId)) store.setUp.setCounter(counterId, number, name);
  else return err(refuse('unknownCounter'));
  return done;
}

function removeCounter({ store, now }: Context, { counterId }: ParsedInput<'counter:remove'>): Done {
  if (!store.office.counters().some(({ id }) => id === counterId)) return err(refuse('unknownCounter'));
  if (store.setUp.isCounterInUse(counterId)) return err(refuse('counterInUse'));
  store.setUp.removeCounter(counterId, now());
  return done;
}

/** Administrators are made and changed by administrators only. */
const mayMake = (caller: Caller, role: Officer['role']): boolean =>
  role !== 'admin' || (caller.kind === 'officer' && caller.role === 'admin');
const isSelf = (caller: Caller, id: number): boolean => caller.kind === 'officer' && caller.officerId === id;

function addOfficer({ store }: Context, input: ParsedInput<'officer:add'>, caller: Caller): Done {
  if (!mayMake(caller, input.role)) return err(refuse('notAllowed'));
  if (store.setUp.isLoginKnown(input.login)) return err(refuse('loginTaken', { login: input.login }));
  store.setUp.addOfficer(input);
  return done;
}

function saveOfficer({ store }: Context, input: ParsedInput<'officer:save'>, caller: Caller): Done {
  const officer = store.officers.find(input.officerId);
  if (officer === null) return err(refuse('unknownOfficer'));
  if (officer.role !== input.role) {
    // So that there is always somebody left who can set things right.
    if (isSelf(caller, officer.id)) return err(refuse('ownAccount'));
    if (!mayMake(caller, officer.role) || !mayMake(caller, input.role)) return err(refuse('notAllowed'));
  }
  store.setUp.setOfficer(officer.id, input);
  return done;
}

function removeOfficer({ store, now }: Context, input: ParsedInput<'officer:remove'>, caller: Caller): Done {
  const officer = store.officers.find(input.officerId);
  if (officer === null) return err(refuse('unknownOfficer'));
  if (isSelf(caller, officer.id)) return err(refuse('ownAccount'));
  if (!mayMake(caller, officer.role)) return err(refuse('notAllowed'));
  if (store.setUp.isOfficerInUse(officer.id)) return err(refuse('officerInUse'));
  store.setUp.removeOfficer(officer.id, now());
  return done;
}

/** What the office is made of; every change holds from the next number or call on. */
export const setUpUseCases: UseCases<keyof typeof setUpRequests> = {
  'office:setName': ({ store }, { name, timeZone }) => {
    store.setUp.setName(name, timeZone);
    return done;
  },
  'field:save': saveField,
  'field:remove': removeField,
  'field:order': orderFields,
  'counter:save': saveCounter,
  'counter:remove': removeCounter,
  'officer:add': addOfficer,
  'officer:save': saveOfficer,
  'officer:remove': removeOfficer,
};
