import type { View } from '../../../shared/contract/views.ts';
import type { BusinessDay, FieldId } from '../../../shared/domain/ids.ts';
import { office, ticketIdOf } from '../displays/views.ts';

export type State = View<'track'>['state'];

/** What the phone of A012, taken for certified copies at nine, is shown. */
export const trackView = (state: State, more: Partial<View<'track'>> = {}): View<'track'> => ({
  office,
  ticketId: ticketIdOf(12),
  number: 'A012',
  businessDay: '2026-11-23' as BusinessDay,
  field: { id: 1 as FieldId, name: { vi: 'Chứng thực', en: 'Certification' }, colour: '#B45309' },
  issuedAt: Date.UTC(2026, 10, 23, 2, 0),
  appointmentAt: null,
  danBiet: true,
  notice: null,
  state,
  ...more,
});

/** Stands in line behind so many. */
export const waitingBehind = (
  peopleAhead: number,
  push: Extract<State, { kind: 'waiting' }>['push'] = null,
): State => ({
  kind: 'waiting',
  peopleAhead,
  wait: { p50Ms: peopleAhead * 240_000, p90Ms: peopleAhead * 400_000 },
  notBefore: null,
  push,
});
