import { weekdayOf } from '../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Proxy } from '../faults/proxy.ts';
import type { Machine } from './machine.ts';
import { manageDay } from './manager.ts';
import { timeZone } from './night.ts';
import type { Seat } from './officers.ts';
import { workDay } from './officers.ts';
import { week } from './prepare.ts';
import { arrivals, hangUp, visit } from './visitors.ts';
import type { Day, World } from './world.ts';
import { between, minute } from './world.ts';

/** Who works in the office. */
export type Staff = { readonly seats: readonly Seat[]; readonly manager: Machine['manager'] };

const health = {
  version: null,
  faults: { page: 0, graphics: 0, hung: 0, window: 0, helper: 0, server: 0, camera: 0, worker: 0 },
  diskFreeBytes: 50_000_000_000,
  temperatureC: 45,
  threads: true,
  camera: 'on',
} as const;

export const isOpenOn = (date: BusinessDay): boolean => (week[weekdayOf(date)] ?? []).length > 0;

function newDay(world: World, date: BusinessDay): Day {
  const [span] = week[weekdayOf(date)] ?? [];
  if (span === undefined) throw new Error(`the office is closed on ${date}`);
  return {
    world,
    opens: momentOf(date, span.fromMinute, timeZone),
    closes: momentOf(date, span.toMinute, timeZone),
    gone: new Set(),
    seen: new Set(),
    phones: new Map(),
    mostPhones: 0,
    expected: [],
  };
}

/** What goes on beside the visits: kiosks say how they fare, and every line breaks. */
async function disturb({ world, opens, closes }: Day, line: Proxy): Promise<void> {
  while (world.agenda.now() < closes) {
    await world.agenda.pause(between(world, 20 * minute, 60 * minute));
    const upMs = Math.max(0, world.agenda.now() - opens);
    for (const kiosk of world.kiosks) await kiosk.ask('device:health', { health: { ...health, upMs } });
    line.cut();
  }
}

/**
 * Plays one day from before the first visitor to after the last officer.
 * @param line by which screens reach the server.
 * @returns how many phones were open at most.
 */
export async function playDay(
  world: World,
  date: BusinessDay,
  { seats, manager }: Staff,
  { line, visitors }: { readonly line: Proxy; readonly visitors: number },
): Promise<number> {
  const { agenda } = world;
  const day = newDay(world, date);
  await agenda.run(async () => {
    agenda.begin(() => manageDay(day, manager));
    agenda.begin(() => disturb(day, line));
    // One after the other, since many tries from one address at once look like guessing.
    for (const [i, seat] of seats.entries())
      agenda.begin(() => workDay(day, seat, day.opens - 15 * minute + i * minute));
    for (const at of arrivals(day, visitors)) agenda.begin(() => visit(day, at));
  });
  for (const ticketId of day.phones.keys()) hangUp(day, ticketId);
  return day.mostPhones;
}
