import type { Span } from '../../shared/domain/hours.ts';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import type { OfficeStore } from '../usecases/officeStore.ts';
import type { Db } from './open.ts';

type OpeningRow = { weekday: number; from_minute: number; to_minute: number };
type SpecialRow = { day: string; name_vi: string; name_en: string; spans: string };

const weekdays = [1, 2, 3, 4, 5, 6, 7];

const spanOf = ([fromMinute, toMinute]: readonly [number, number]): Span => ({ fromMinute, toMinute });

/** When the office gives numbers. */
export function hoursStore(db: Db): Pick<OfficeStore, 'hours' | 'setHours'> {
  const office = db.prepare<[], { always_open: 0 | 1; last_ticket_ms: Millis }>(
    'SELECT always_open, last_ticket_ms FROM office',
  );
  const opening = db.prepare<[], OpeningRow>('SELECT * FROM opening ORDER BY weekday, from_minute');
  const special = db.prepare<[], SpecialRow>('SELECT * FROM special_day ORDER BY day');
  const setOffice = db.prepare('UPDATE office SET always_open = ?, last_ticket_ms = ?');
  const addOpening = db.prepare('INSERT INTO opening VALUES (?, ?, ?)');
  const addSpecial = db.prepare('INSERT INTO special_day VALUES (?, ?, ?, ?)');

  return {
    hours: () => {
      const { always_open: always = 1, last_ticket_ms: lastTicketMs = 0 } = office.get() ?? {};
      const rows = always === 1 ? [] : opening.all();
      return {
        week:
          always === 1
            ? null
            : weekdays.map((weekday) =>
                rows
                  .filter((row) => row.weekday === weekday)
                  .map((row) => spanOf([row.from_minute, row.to_minute])),
              ),
        specialDays: special.all().map((row) => ({
          day: row.day as BusinessDay,
          name: { vi: row.name_vi, en: row.name_en },
          spans: (JSON.parse(row.spans) as [number, number][]).map(spanOf),
        })),
        lastTicketMs,
      };
    },
    setHours: ({ week, specialDays, lastTicketMs }) => {
      setOffice.run(week === null ? 1 : 0, lastTicketMs);
      db.exec('DELETE FROM opening; DELETE FROM special_day');
      for (const [i, spans] of (week ?? []).entries())
        for (const { fromMinute, toMinute } of spans) addOpening.run(i + 1, fromMinute, toMinute);
      for (const { day, name, spans } of specialDays) {
        const pairs = spans.map(({ fromMinute, toMinute }) => [fromMinute, toMinute]);
        addSpecial.run(day, name.vi, name.en, JSON.stringify(pairs));
      }
    },
  };
}
