import type { Station, Tally } from './screens.ts';
import { notLike, openStation } from './screens.ts';

/** The screens that stand in the office day and night. */
export type Standing = {
  readonly kiosks: readonly Station<'kiosk'>[];
  readonly walls: readonly Station<'wall'>[];
  /** By the numbers of their counters, from 1 on. */
  readonly counters: readonly Station<'counter'>[];
};

const kiosks = 2;
const walls = 4;
const likeWithinMs = 10_000;

/** Opens them at this address. */
export async function openStanding(tally: Tally, url: string, counters: number): Promise<Standing> {
  const several = <T>(many: number, open: (i: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: many }, (_, i) => open(i)));
  return {
    kiosks: await several(kiosks, () => openStation(tally, 'kiosk', { url })),
    walls: await several(walls, () => openStation(tally, 'wall', { url })),
    counters: await several(counters, (i) => openStation(tally, 'counter', { url, counterNumber: i + 1 })),
  };
}

export function closeStanding(standing: Standing): void {
  for (const station of [...standing.kiosks, ...standing.walls, ...standing.counters]) station.close();
}

/** @returns those that show something else than one of their kind that comes anew. */
export async function unlikeFresh(tally: Tally, url: string, standing: Standing): Promise<string[]> {
  const groups: (readonly [readonly Station[], () => Promise<Station>])[] = [
    [standing.kiosks, () => openStation(tally, 'kiosk', { url })],
    [standing.walls, () => openStation(tally, 'wall', { url })],
    ...standing.counters.map(
      (one, i) => [[one], () => openStation(tally, 'counter', { url, counterNumber: i + 1 })] as const,
    ),
  ];
  const unlike: string[] = [];
  for (const [stations, open] of groups) {
    const fresh = await open();
    unlike.push(...(await notLike(stations, fresh, likeWithinMs)));
    fresh.close();
  }
  return unlike;
}
