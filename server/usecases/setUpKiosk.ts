import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';

/** Sets whose faces the office expects, and how long a head rests on a choice. */
export function setUpKiosk(
  { store }: Context,
  { population, dwellMs }: ParsedInput<'kiosk:setUp'>,
): Result<RequestOutput<'kiosk:setUp'>, Refused> {
  store.office.setKiosk({ population, dwellMs });
  return ok({});
}
