import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';
import type { UseCases } from './table.ts';

/** How many numbers of a field are given in a day; those given already count. */
function setQuota(
  { store }: Context,
  { fieldId, dailyQuota }: ParsedInput<'field:setQuota'>,
): Result<RequestOutput<'field:setQuota'>, Refused> {
  if (!store.office.fields().some(({ id }) => id === fieldId)) return err(refuse('unknownField'));
  store.office.setQuota(fieldId, dailyQuota);
  return ok({});
}

/** What a manager sets about giving numbers; it holds from the next number on. */
export const settingUseCases: UseCases<
  'office:setHours' | 'office:setRules' | 'office:setRetention' | 'field:setQuota' | 'kiosk:lock'
> = {
  'office:setHours': ({ store }, { hours }) => {
    store.office.setHours(hours);
    return ok({});
  },
  'office:setRules': ({ store }, { rules }) => {
    store.office.setRules(rules);
    return ok({});
  },
  'office:setRetention': ({ store }, { retention }) => {
    store.retention.setPeriods(retention);
    return ok({});
  },
  'field:setQuota': setQuota,
  'kiosk:lock': ({ store }, { message }) => {
    store.office.setLock(message);
    return ok({});
  },
};
