import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { assistantRequests } from '../../shared/contract/requests/assistant.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import { bytesOf } from './printPaper.ts';
import { ownMachine } from './publicStore.ts';
import { setUpUseCases } from './setUp.ts';
import type { UseCases } from './table.ts';

type Done = Result<Record<string, never>, Refused>;

function listCatalogue({ store, catalogue }: Context): Result<RequestOutput<'field:catalogue'>, Refused> {
  const offered = store.assistant.offered();
  return ok({
    fields: catalogue.map(({ code, setting, demand }) => ({
      code,
      setting,
      demand,
      fieldId: (offered.get(code) ?? null) as FieldId | null,
    })),
  });
}

function chooseFields(
  context: TransactionContext,
  { requestId, codes }: ParsedInput<'field:choose'>,
  caller: Caller,
): Done {
  const { store, catalogue } = context;
  const wanted = new Set(codes);
  if (codes.some((code) => !catalogue.some((field) => field.code === code)))
    return err(refuse('unknownField'));
  const offered = store.assistant.offered();
  for (const { code } of catalogue) {
    const id = offered.get(code);
    if (id === undefined || wanted.has(code)) continue;
    const gone = setUpUseCases['field:remove'](context, { requestId, fieldId: id as FieldId }, caller);
    if (!gone.ok) return gone;
  }
  for (const { code, setting } of catalogue) {
    if (offered.has(code) || !wanted.has(code)) continue;
    const same = store.office.fields().find(({ prefix }) => prefix === setting.prefix);
    if (same !== undefined) return err(refuse('prefixTaken', { prefix: same.prefix, name: same.name.vi }));
    store.assistant.offer(code, setting);
  }
  return ok({});
}

function arrangeCounters(
  context: TransactionContext,
  { requestId, counters }: ParsedInput<'counter:arrange'>,
  caller: Caller,
): Done {
  const { store } = context;
  const fields = new Set(store.office.fields().map(({ id }) => id));
  if (counters.some(({ fieldIds }) => fieldIds.some((id) => !fields.has(id))))
    return err(refuse('unknownField'));
  const wanted = new Set(counters.map(({ number }) => number));
  for (const { id, number } of store.office.counters()) {
    if (wanted.has(number)) continue;
    const gone = setUpUseCases['counter:remove'](context, { requestId, counterId: id }, caller);
    if (!gone.ok) return gone;
  }
  const known = new Set(store.office.counters().map(({ number }) => number));
  for (const number of wanted)
    if (!known.has(number)) store.setUp.addCounter(number, { vi: `Quầy ${number}`, en: `Counter ${number}` });
  for (const { id, number } of store.office.counters())
    store.work.setCounter(id, new Set(counters.find((one) => one.number === number)?.fieldIds));
  return ok({});
}

function testPrinter(
  { store, printers, afterCommit }: TransactionContext,
  { deviceId, picture }: ParsedInput<'printer:test'>,
): Done {
  const isThere = deviceId === null || store.devices.all().some(({ id }) => id === deviceId);
  if (!isThere) return err(refuse('unknownDevice'));
  const kiosk = deviceId ?? ownMachine;
  if (printers.stateOf(kiosk) === null) return err(refuse('noPrinter'));
  const { width, height, bits } = picture;
  afterCommit(() => {
    // Whether paper came out is told by the printer's state, and by whoever stands before it.
    printers.print(kiosk, { width, height, bits: bytesOf(bits) }).catch(() => undefined);
  });
  return ok({});
}

function soundWall({ store }: Context, { deviceId }: ParsedInput<'device:sound'>): Done {
  const isWall = store.devices.all().some(({ id, screen }) => id === deviceId && screen === 'wall');
  if (!isWall) return err(refuse('unknownDevice'));
  store.wishes.addSound(deviceId);
  return ok({});
}

/** How a new office is made ready, step by step. */
export const assistantUseCases: UseCases<keyof typeof assistantRequests> = {
  'assistant:mark': ({ store }, { step, outcome }) => {
    store.assistant.mark(step, outcome);
    return ok({});
  },
  'field:catalogue': listCatalogue,
  'field:choose': chooseFields,
  'counter:arrange': arrangeCounters,
  'printer:test': testPrinter,
  'device:sound': soundWall,
};
