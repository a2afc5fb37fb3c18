import { nextOrdinary } from '../../shared/domain/reserve.ts';
import type { Rows } from '../factories/server.ts';

type TicketRow = {
  id: string;
  number: string;
  business_day: string;
  issued_field_id: number;
  sequence: number;
  channel: string;
  issued_at: number;
};
type PeriodRow = {
  id: number;
  ticket_id: string;
  state: string;
  counter_id: number | null;
  from_at: number;
  to_at: number | null;
};
type ServiceRow = { id: number; ticket_id: string; finished_at: number };

const groupsOf = <T>(rows: readonly T[], key: (row: T) => string): readonly (readonly [string, T[]])[] => [
  ...Map.groupBy(rows, key),
];

function faultsOfNumbers(tickets: readonly TicketRow[]): string[] {
  const faults: string[] = [];
  for (const [day, issued] of groupsOf(
    tickets,
    (row) => `${row.business_day} field ${row.issued_field_id}`,
  )) {
    const [own, reserved] = [false, true].map((isReserved) =>
      issued.filter(({ channel }) => (channel === 'offline') === isReserved).map(({ sequence }) => sequence),
    ) as [number[], number[]];
    let last = 0;
    for (const sequence of own.toSorted((a, b) => a - b)) {
      if (sequence !== nextOrdinary(last)) faults.push(`${day}: ${sequence} after ${last}`);
      last = sequence;
    }
    // What kiosks gave by themselves is of the numbers that the server never gives.
    for (const sequence of reserved)
      if (nextOrdinary(sequence - 1) === sequence) faults.push(`${day}: ${sequence} was not set aside`);
  }
  for (const [number, same] of groupsOf(tickets, (row) => `${row.business_day} ${row.number}`))
    if (same.length > 1) faults.push(`${number}: given ${same.length} times`);
  return faults;
}

function faultsOfStory(ticket: TicketRow, periods: readonly PeriodRow[]): string[] {
  const first = periods[0];
  const faults: string[] = [];
  if (first === undefined) return [`${ticket.number}: no period`];
  if (first.state !== 'waiting' || first.from_at !== ticket.issued_at)
    faults.push(`${ticket.number}: begins wrong`);
  if (periods.filter(({ to_at: to }) => to === null).length !== 1)
    faults.push(`${ticket.number}: open periods`);
  periods.forEach((period, i) => {
    if (period.to_at !== (periods[i + 1]?.from_at ?? null)) faults.push(`${ticket.number}: gap or overlap`);
    if (period.to_at !== null && period.to_at < period.from_at)
      faults.push(`${ticket.number}: time runs back`);
  });
  return faults;
}

/** A service is recorded once for each end of service that was not taken back. */
function faultsOfServices(periods: readonly PeriodRow[], services: readonly ServiceRow[]): string[] {
  const ends = new Set(
    periods
      .filter(({ state, to_at: to }) => state === 'serving' && to !== null)
      .map(({ ticket_id: ticket, to_at: to }) => `${ticket} ${to}`),
  );
  return services
    .filter(({ ticket_id: ticket, finished_at: at }) => !ends.has(`${ticket} ${at}`))
    .map(({ id }) => `service ${id}: nobody was served then`);
}

/** Whoever was ever given a number is in exactly one place, and the places add up to the numbers. */
function faultsOfSum(tickets: readonly TicketRow[], periods: readonly PeriodRow[]): string[] {
  const places = periods.filter(({ to_at: to }) => to === null).map(({ ticket_id: ticket }) => ticket);
  const sum = `${places.length} places of ${new Set(places).size} tickets, ${tickets.length} issued`;
  return places.length === tickets.length && new Set(places).size === tickets.length ? [] : [sum];
}

/**
 * Looks the database over, whatever happened to it: numbers without gap or double, each ticket one story in periods
 * with one open end, places that add up, no counter with two visitors, no service that nobody gave.
 * @returns what is wrong; empty if nothing is.
 */
export function faultsOf(rows: Rows): string[] {
  const tickets = rows['ticket'] as TicketRow[];
  const periods = rows['period'] as PeriodRow[];
  const stories = Map.groupBy(periods, (row) => row.ticket_id);
  const held = periods.filter(
    ({ state, to_at: to }) => to === null && (state === 'called' || state === 'serving'),
  );
  return [
    ...faultsOfNumbers(tickets),
    ...tickets.flatMap((ticket) =>
      faultsOfStory(
        ticket,
        (stories.get(ticket.id) ?? []).toSorted((a, b) => a.id - b.id),
      ),
    ),
    ...faultsOfSum(tickets, periods),
    ...faultsOfServices(periods, rows['service'] as ServiceRow[]),
    ...groupsOf(held, (row) => String(row.counter_id))
      .filter(([, visitors]) => visitors.length > 1)
      .map(([counter]) => `counter ${counter}: two visitors`),
  ];
}

/** Numbers in the order in which they were given. */
export const numbersIn = (rows: Rows): string[] =>
  (rows['ticket'] as TicketRow[]).map(({ number }) => number);

/** The state each ticket is in, by number. */
export function statesIn(rows: Rows): Readonly<Record<string, string>> {
  const open = (rows['period'] as PeriodRow[]).filter(({ to_at: to }) => to === null);
  const states = new Map(open.map((row) => [row.ticket_id, row.state]));
  return Object.fromEntries(
    (rows['ticket'] as TicketRow[]).map(({ id, business_day: day, number }) => [
      `${day} ${number}`,
      states.get(id) ?? 'nowhere',
    ]),
  );
}
