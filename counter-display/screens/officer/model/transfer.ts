import type { RequestInput } from '../../../../shared/contract/requests.ts';
import type { OfficerView } from './desk.ts';

type Target = RequestInput<'ticket:transfer'>['target'];
export type TargetKind = Target['kind'];

/** What is chosen in the transfer dialog. A counter or officer not chosen yet is null. */
export type Transfer = {
  readonly fieldId: number;
  readonly kind: TargetKind;
  readonly counterId: number | null;
  readonly officerId: number | null;
  readonly place: 'kept' | 'end';
};

/** Where a transfer to this field can go: the counters that serve it, and the officers who could take it there. */
export function targetsOf(fieldId: number, view: OfficerView): Pick<OfficerView, 'counters' | 'colleagues'> {
  const counters = view.counters.filter(({ fieldIds }) => fieldIds.some((id) => id === fieldId));
  // Somebody at no counter yet may sit down at one of the field's.
  const colleagues = view.colleagues.filter(
    ({ counterNumber }) => counterNumber === null || counters.some(({ number }) => number === counterNumber),
  );
  return { counters, colleagues };
}

/** Another field is chosen: a counter or officer who does not serve it is no longer. */
export function toField(transfer: Transfer, fieldId: number, view: OfficerView): Transfer {
  const { counters, colleagues } = targetsOf(fieldId, view);
  return {
    ...transfer,
    fieldId,
    counterId: counters.some(({ id }) => id === transfer.counterId) ? transfer.counterId : null,
    officerId: colleagues.some(({ id }) => id === transfer.officerId) ? transfer.officerId : null,
  };
}

/** What has to be known before a ticket is sent where nobody may call it. */
export function warningOf(transfer: Transfer, view: OfficerView): 'nobodyServes' | 'targetAway' | null {
  const { counters, colleagues } = targetsOf(transfer.fieldId, view);
  const counter = counters.find(({ id }) => id === transfer.counterId);
  const colleague = colleagues.find(({ id }) => id === transfer.officerId);
  if (transfer.kind === 'counter' && counter !== undefined && counter.officerName === null)
    return 'targetAway';
  if (transfer.kind === 'officer' && colleague !== undefined && colleague.counterNumber === null)
    return 'targetAway';
  return counters.some(({ officerName }) => officerName !== null) ? null : 'nobodyServes';
}

/** The target to send, or null while the choice is not complete. */
export function targetOf({ kind, counterId, officerId }: Transfer): Target | null {
  if (kind === 'anyone') return { kind };
  if (kind === 'counter') return counterId === null ? null : { kind, counterId };
  return officerId === null ? null : { kind, officerId };
}
