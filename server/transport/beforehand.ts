import type { RequestName } from '../../shared/contract/requests.ts';
import { requests } from '../../shared/contract/requests.ts';
import { mayCall } from '../usecases/perform.ts';
import type { Context, ScreenCaller } from '../usecases/ports.ts';
import { isStillValid } from './auth.ts';

/**
 * Does what takes long of a request beside everything else, before its turn comes: the use case then finds it done.
 * @param input not parsed yet. What will be turned away needs nothing.
 * @returns null if there is nothing to be done, as with nearly all.
 */
export function beforehand(
  context: Context,
  name: RequestName,
  input: unknown,
  caller: ScreenCaller,
): Promise<void> | null {
  if (name !== 'backup:check' || !mayCall(name, caller) || !isStillValid(context, caller)) return null;
  const { data } = requests[name].input.safeParse(input);
  return data === undefined ? null : context.backups.lookOver(data.name);
}
