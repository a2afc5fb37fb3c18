import type { View } from '../../shared/contract/views.ts';
import { openingAt } from '../../shared/domain/hours.ts';
import type { Context } from './ports.ts';

/** Whether kiosks give numbers now: locked by a manager, or by the hours of the office. */
export function openingNow({ store, now }: Context): View<'kiosk'>['opening'] {
  const { lock, timeZone } = store.office.office();
  return lock === null ? openingAt(store.office.hours(), now(), timeZone) : { kind: 'locked', message: lock };
}
