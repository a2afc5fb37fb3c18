import type { View } from '../../shared/contract/views.ts';
import type { End, Help } from '../../shared/domain/estimate/ends.ts';
import { fitOf } from '../../shared/domain/estimate/ends.ts';
import { closingOn } from '../../shared/domain/hours.ts';
import type { FieldId, Millis } from '../../shared/domain/ids.ts';
import { fieldsCalled } from '../../shared/domain/queue.ts';
import { waitsSince } from '../usecases/floor.ts';
import type { Context } from '../usecases/ports.ts';
import type { Counter } from '../usecases/records.ts';
import type { Floor } from './shared.ts';
import { troublesOf } from './troubles.ts';

type FloorView = View<'manage'>['floor'];

function ticketView(
  { store }: Context,
  { waits }: Floor,
  counter: Counter,
): FloorView['counters'][number]['ticket'] {
  const ticket = store.tickets.atCounter(counter.id);
  if (ticket?.state.kind !== 'called' && ticket?.state.kind !== 'serving') return null;
  const { id, number, fieldId, since, state } = ticket;
  const serving = state.kind === 'serving';
  const usual = serving ? waits.usualService(fieldId, state.desk.officerId) : waits.usualCall();
  return { id, number, fieldId, state: state.kind, since, usual };
}

function counterView(context: Context, floor: Floor, counter: Counter): FloorView['counters'][number] {
  const seat = floor.seats.find(({ counterId }) => counterId === counter.id);
  const work = seat === undefined ? [] : (floor.consoles().officers.get(seat.officerId)?.fields ?? []);
  const online = seat !== undefined && context.isOnline(seat.officerId);
  return {
    id: counter.id,
    officer: seat === undefined ? null : { id: seat.officerId, name: seat.officerName, online },
    goneSince: seat === undefined || online ? null : context.lastThere('console', seat.officerId),
    onBreak: seat?.onBreak ?? null,
    fieldIds: [...fieldsCalled(counter.fieldIds, work).keys()],
    servedToday: floor.waits.servedToday(counter.id),
    ticket: ticketView(context, floor, counter),
  };
}

type EndView = FloorView['end'];

/** @param closesAt null: it does not close today, so nothing is late. */
function endView(end: End | null, now: Millis, closesAt: Millis | null): EndView {
  if (end === null) return null;
  const { p50Ms, p90Ms } = end;
  const fit = fitOf(end, closesAt === null ? Number.MAX_SAFE_INTEGER : closesAt - now);
  if (p50Ms === Infinity) return { fit, at: null };
  // One in ten times without end: no later figure is safe than the middle.
  return { fit, at: { likely: now + p50Ms, surely: now + (p90Ms === Infinity ? p50Ms : p90Ms) } };
}

const helpView = (help: Help): FloorView['fields'][number]['help'] => help ?? { counters: 0, surely: false };

function fieldView(
  context: Context,
  floor: Floor,
  fieldId: FieldId,
  open: { readonly counters: number; readonly closesAt: Millis | null },
): FloorView['fields'][number] {
  const now = context.now();
  const { waits } = floor;
  const line = floor.waiting.filter((ticket) => ticket.fieldId === fieldId);
  const since = line.map((ticket) => waitsSince(context, ticket)).filter((from) => from <= now);
  const isServed = open.counters > 0;
  const never: EndView = line.length > 0 ? { fit: 'never', at: null } : null;
  const end = isServed ? endView(waits.endOf([fieldId]), now, open.closesAt) : never;
  const isLate = end?.fit === 'late' || end?.fit === 'tight';
  return {
    id: fieldId,
    waiting: line.length,
    longestSince: since.length === 0 ? null : Math.min(...since),
    wait: isServed ? waits.ofField(fieldId) : null,
    openCounters: open.counters,
    end,
    // After closing nothing helps, and nobody has to be told.
    help:
      isLate && open.closesAt !== null && open.closesAt > now
        ? helpView(waits.help(fieldId, open.closesAt))
        : null,
  };
}

/** The live floor, for managers. */
export function floorView(context: Context, floor: Floor): FloorView {
  const hours = context.store.office.hours();
  const closesAt = closingOn(hours, floor.day, floor.office.timeZone);
  const counters = floor.counters.map((counter) => counterView(context, floor, counter));
  const openFor = (fieldId: FieldId): number =>
    counters.filter(({ officer, fieldIds }) => officer !== null && fieldIds.includes(fieldId)).length;
  const served = floor.fields.map(({ id }) => id).filter((id) => openFor(id) > 0);
  return {
    limits: floor.office.floorLimits,
    usualCall: floor.waits.usualCall(),
    counters,
    fields: floor.fields.map(({ id }) => fieldView(context, floor, id, { counters: openFor(id), closesAt })),
    closesAt,
    end: endView(floor.waits.endOf(served), context.now(), closesAt),
    troubles: troublesOf(context),
  };
}
