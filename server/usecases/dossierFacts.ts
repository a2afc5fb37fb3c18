import type { RequestOutput } from '../../shared/contract/requests.ts';
import type { DossierNamed } from '../../shared/contract/views/dossier.ts';
import { isOpen } from '../../shared/domain/dossier.ts';
import type { Limit } from '../../shared/domain/dueDate.ts';
import { dueAt } from '../../shared/domain/dueDate.ts';
import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Clock, Dossier, DossierId } from './dossierStore.ts';
import { ownTokenOf, readOwnToken } from './ownToken.ts';
import type { Context } from './ports.ts';
import type { Bilingual, Procedure } from './records.ts';

type Recognised = Extract<RequestOutput<'visitor:identify'>, { kind: 'recognised' }>;

/** What a visitor who comes for a result takes a number for, in the catalogue. */
const pickUpProcedure = 'tk-nhan-kq';
const dossiersGreeted = 3;
const soonDays = 2;

/** When something received now will be due. Null: no limit is known. */
export function dueNow({ store, now }: Pick<Context, 'store' | 'now'>, limit: Limit | null): Millis | null {
  return limit && dueAt(limit, now(), store.office.hours(), store.office.office().timeZone);
}

/** By which lists are made: now, and the end of the second working day from now. */
export const clockOf = (context: Pick<Context, 'store' | 'now'>): Clock => ({
  now: context.now(),
  soon: dueNow(context, { kind: 'workingDays', n: soonDays }) ?? context.now(),
});

/** The catalogue by key. */
export const proceduresByKey = ({ store }: Pick<Context, 'store'>): ReadonlyMap<string, Procedure> =>
  new Map(store.office.everyProcedure().map((procedure) => [procedure.key, procedure]));

/** A dossier as lists and papers name it; one whose procedure is no longer in the catalogue by that's key. */
export function namedDossier(
  { id, code, procedureKey, receivedAt, dueAt: due, state }: Dossier,
  nameOf: (key: string) => Bilingual | undefined,
): DossierNamed {
  return {
    id,
    code,
    procedure: nameOf(procedureKey) ?? { vi: procedureKey, en: procedureKey },
    receivedAt,
    dueAt: due,
    state,
  };
}

/** What a kiosk tells a recognised visitor of their dossiers: no more than the code, the state and the day. */
export function dossiersToGreet(
  { store }: Pick<Context, 'store'>,
  visitorId: VisitorId,
): Pick<Recognised, 'dossiers' | 'pickUpFieldId'> {
  const open = store.dossiers.ofVisitor(visitorId, dossiersGreeted).filter(({ state }) => isOpen(state));
  const ready = open.find(({ state }) => state === 'ready');
  const procedures = ready && store.office.everyProcedure();
  const field = procedures?.find(({ key }) => key === pickUpProcedure) ??
    procedures?.find(({ key }) => key === ready?.procedureKey) ?? { fieldId: null };
  return {
    dossiers: open.map(({ code, state, dueAt: due }) => ({ code, state, dueAt: due })),
    pickUpFieldId: field.fieldId,
  };
}

/** The address of the page that tells a dossier's state. */
export const dossierUrlOf = (
  { vault, publicUrl }: Pick<Context, 'vault' | 'publicUrl'>,
  id: DossierId,
): string => `${publicUrl()}/d/${ownTokenOf(vault, 'dossier', id)}`;

/** The dossier whose own token this is; null if it is none. */
export function dossierOfToken(
  { vault, store }: Pick<Context, 'vault' | 'store'>,
  token: string,
): Dossier | null {
  const read = readOwnToken(vault, 'dossier', token);
  return read?.genuine === true ? store.dossiers.find(read.id as DossierId) : null;
}
