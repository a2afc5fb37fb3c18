import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { reserveRequests } from '../../shared/contract/requests/reserve.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Lane } from '../../shared/domain/reserve.ts';
import { lanes } from '../../shared/domain/reserve.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { handIn } from './handIn.ts';
import type { Caller, Context } from './ports.ts';
import { isGenuine, kioskOf, signed } from './reserveGrant.ts';
import type { UseCases } from './table.ts';

/** More than anybody looks through. */
const keptAtMost = 200;

/**
 * The lane of a kiosk's memory today. A lane is nobody else's on its day for ever: on a day on which an older backup
 * was put back it is not known which were set aside before that, so no new one is until the next day.
 */
function laneOf({ store }: Context, day: BusinessDay, keeper: string): Lane | null {
  const { reserves, office } = store;
  const taken = reserves.lanesOn(day);
  const own = taken.find((holder) => holder.keeper === keeper);
  if (own !== undefined) return own.lane;
  if (reserves.wasRestoredSince(momentOf(day, 0, office.office().timeZone))) return null;
  const free = lanes.filter((lane) => taken.every((holder) => holder.lane !== lane));
  const last = reserves.lastLane(keeper);
  // The same as yesterday where that can be: who reads the numbers knows the kiosk by it.
  const lane = last !== null && free.includes(last) ? last : free[0];
  if (lane === undefined) return null;
  reserves.setAside({ day, lane, keeper });
  return lane;
}

/** Sets numbers aside for a kiosk, for every field there is, until the end of the day. */
function takeReserve(
  context: Context,
  { keeper, held }: ParsedInput<'reserve:take'>,
  caller: Caller,
): Result<RequestOutput<'reserve:take'>, Refused> {
  const { store, vault, now } = context;
  const day = businessDayOf(now(), store.office.office().timeZone);
  if (held?.day === day && held.keeper === keeper && isGenuine(vault, held))
    store.reserves.setAside({ day, lane: held.lane, keeper });
  const lane = laneOf(context, day, keeper);
  if (lane === null) return ok({ grant: null });
  const fields = store.office.fields().map(({ id, prefix }) => ({ fieldId: id, prefix }));
  const grant = { day, lane, keeper, deviceId: kioskOf(caller), grantedAt: now(), fields };
  return ok({ grant: signed(vault, grant) });
}

function showKept({ store }: Context): Result<RequestOutput<'reserve:kept'>, Refused> {
  return ok({ kept: [...store.reserves.kept(keptAtMost)] });
}

/** What kiosks give by themselves while the server is away. */
export const reserveUseCases: UseCases<keyof typeof reserveRequests> = {
  'reserve:take': takeReserve,
  'reserve:handIn': handIn,
  'reserve:kept': showKept,
};
