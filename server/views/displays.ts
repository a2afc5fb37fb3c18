import type { View } from '../../shared/contract/views.ts';
import type { CounterId } from '../../shared/domain/ids.ts';
import type { Context } from '../usecases/ports.ts';
import { askedMs, ratedAtCounter, ratingForm } from '../usecases/ratings.ts';
import type { Call } from '../usecases/records.ts';
import type { Floor } from './shared.ts';
import { officeView, publicCall } from './shared.ts';

const recentShown = 8;

/** Those of the chosen ids that are still there; none of them: the choice is as good as not made. */
const chosen = <Id>(ids: readonly Id[], there: readonly { readonly id: Id }[]): readonly Id[] =>
  ids.filter((id) => there.some((one) => one.id === id));

/** For a wall: numbers, counters and waits; nobody's name. @param deviceId null for the one here. */
export function wallView(
  { store, wallMaterial }: Context,
  floor: Floor,
  deviceId: number | null,
): View<'wall'> {
  // It shows its fields and counters only, which may be gone by now.
  const { fieldIds, counterIds, ...setting } = floor.devices().settingOf(deviceId);
  const of = {
    fieldIds: chosen(fieldIds, floor.fields),
    counterIds: chosen(counterIds, floor.counters),
  };
  const has = <Id>(ids: readonly Id[], id: Id): boolean => ids.length === 0 || ids.includes(id);
  const isHere = (call: Call): boolean =>
    has(of.fieldIds, call.fieldId) && has(of.counterIds, call.counterId);
  const { clips, made } = wallMaterial.voice();
  return {
    office: officeView(floor),
    wish: floor.devices().wishOf('wall', deviceId),
    calls: floor.calls.filter(isHere).map(publicCall),
    recent: [...store.tickets.recentCalls(floor.day, recentShown, of)],
    fields: floor.fieldViews.filter(({ id }) => has(of.fieldIds, id)),
    setting,
    voice: { clips: [...clips], made: [...made] },
    media: setting.slides ? [...wallMaterial.media()] : [],
  };
}

/** The question after a service, while nobody is called or served there. */
function ratingView(context: Context, floor: Floor, counterId: CounterId): View<'counter'>['rating'] {
  if (floor.calls.some((open) => open.counterId === counterId)) return null;
  const ticket = ratedAtCounter(context, counterId, askedMs);
  if (ticket === null) return null;
  const { id: ticketId, number, since } = ticket;
  return { ...ratingForm(context), ticketId, number, until: since + askedMs };
}

/** For the display of one counter; null if the counter is gone. */
export function counterView(
  context: Context,
  floor: Floor,
  counterId: CounterId,
  deviceId: number | null,
): View<'counter'> | null {
  const counter = floor.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return null;
  const call = floor.calls.find((open) => open.counterId === counterId);
  const seat = floor.seats.find((taken) => taken.counterId === counterId);
  return {
    office: officeView(floor),
    wish: floor.devices().wishOf('counter', deviceId),
    counter: { id: counter.id, number: counter.number, name: counter.name },
    officerName: seat?.officerName ?? null,
    fields: floor.fields
      .filter(({ id }) => counter.fieldIds.includes(id))
      .map(({ id, name, colour }) => ({ id, name, colour })),
    call: call === undefined ? null : publicCall(call),
    rating: ratingView(context, floor, counterId),
    onBreak: seat !== undefined && seat.onBreak !== null,
  };
}
