import type { View } from '../../shared/contract/views.ts';
import type { CounterId } from '../../shared/domain/ids.ts';
import type { Context } from '../usecases/ports.ts';
import { askedMs, ratedAtCounter, ratingForm } from '../usecases/ratings.ts';
import type { Floor } from './shared.ts';
import { officeView, publicCall } from './shared.ts';

const recentShown = 8;

/** For the wall: numbers, counters and waits; nobody's name. */
export function wallView({ store }: Context, floor: Floor): View<'wall'> {
  return {
    office: officeView(floor),
    calls: floor.calls.map(publicCall),
    recent: [...store.tickets.recentCalls(floor.day, recentShown)],
    fields: [...floor.fieldViews],
    setting: {
      notice: null,
      speaksVi: true,
      speaksEn: false,
      volumePercent: 100,
      quietFrom: 0,
      quietTo: 0,
      slides: false,
      slideSeconds: 10,
    },
    voice: { clips: [], made: [] },
    media: [],
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
export function counterView(context: Context, floor: Floor, counterId: CounterId): View<'counter'> | null {
  const counter = floor.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return null;
  const call = floor.calls.find((open) => open.counterId === counterId);
  const seat = floor.seats.find((taken) => taken.counterId === counterId);
  return {
    office: officeView(floor),
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
