import type { View } from '../../../shared/contract/views.ts';
import type { CounterId, FieldId, OfficerId } from '../../../shared/domain/ids.ts';
import { counters, fields, ticketIdOf } from './views.ts';

type FloorView = View<'manage'>['floor'];
type Counter = FloorView['counters'][number];

/** Monday, 23 November 2026, 09:00 in Hà Nội. */
export const nineOClock = Date.UTC(2026, 10, 23, 2, 0);
const minute = 60_000;
const usual = { longMs: 15 * minute, veryLongMs: 27 * minute };
const usualCall = { longMs: 150_000, veryLongMs: 240_000 };

const names = ['Nguyễn Văn Bình', 'Lê Thị Minh Châu', 'Trần Thu Hà', 'Phạm Quốc Dũng'];

/** The state of each counter, in order; those after the last are closed. */
function states(now: number): readonly Partial<Counter>[] {
  const ticket = (
    sequence: number,
    number: string,
    field: number,
    more: Partial<Counter['ticket'] & object>,
  ) => ({
    id: ticketIdOf(sequence),
    number,
    fieldId: field as FieldId,
    state: 'serving' as const,
    since: now - 6 * minute,
    usual,
    ...more,
  });
  return [
    { ticket: ticket(12, 'A012', 1, {}), servedToday: 11 },
    { ticket: ticket(7, 'B007', 2, { since: now - 14 * minute }), servedToday: 8 },
    {
      ticket: ticket(4, 'C004', 3, { state: 'called', since: now - 3 * minute, usual: usualCall }),
      servedToday: 5,
    },
    { onBreak: { since: now - 9 * minute, until: now + 6 * minute }, servedToday: 9 },
  ];
}

function counter(index: number, now: number): Counter {
  const { id, fieldIds } = counters[index] ?? { id: (index + 1) as CounterId, fieldIds: [] };
  const name = names[index];
  return {
    id,
    officer: name === undefined ? null : { id: (index + 1) as OfficerId, name, online: true },
    goneSince: null,
    onBreak: null,
    fieldIds,
    servedToday: 0,
    ticket: null,
    ...states(now)[index],
  };
}

/** A busy morning: four of six counters open, one field without a counter, land a bit late. */
export function floorView(now = nineOClock, more: Partial<FloorView> = {}): FloorView {
  const end = (fit: 'fits' | 'tight' | 'late', likely: number, surely: number) => ({
    fit,
    at: { likely: now + likely * minute, surely: now + surely * minute },
  });
  const lines: Readonly<Record<number, Partial<FloorView['fields'][number]>>> = {
    1: { waiting: 12, longestSince: now - 26 * minute, end: end('fits', 95, 110) },
    2: { waiting: 4, longestSince: now - 12 * minute, end: end('fits', 50, 62) },
    3: {
      waiting: 23,
      longestSince: now - 41 * minute,
      end: end('late', 185, 214),
      help: { counters: 1, surely: true },
    },
    5: {
      waiting: 2,
      longestSince: now - 8 * minute,
      openCounters: 0,
      wait: null,
      end: { fit: 'never', at: null },
    },
  };
  return {
    limits: { longLine: 10, veryLongLine: 20, longWaitMs: 30 * minute, veryLongWaitMs: 60 * minute },
    usualCall,
    counters: counters.map((_, index) => counter(index, now)),
    fields: fields.map(({ id }) => ({
      id,
      waiting: 0,
      longestSince: null,
      wait: { p50Ms: 8 * minute, p90Ms: 15 * minute },
      openCounters: 1,
      end: null,
      help: null,
      ...lines[id],
    })),
    closesAt: now + 150 * minute,
    end: end('late', 185, 214),
    troubles: [],
    ...more,
  };
}
