import type { Faults } from '../../shared/contract/health.ts';
import type { Watch } from '../../shared/domain/watchdog.ts';
import type { Calls } from '../bridge.ts';
import { diskFreeBytes, temperatureC } from './machine.ts';

type Vitals = Awaited<ReturnType<Calls['health']>>;

/** What the watchdog has counted, as the office counts it. Camera and worker are the page's to count. */
export function faultsOf(counts: Watch['counts'], serverEnds: number): Faults {
  const sum = (...kinds: readonly (keyof Watch['counts'])[]): number =>
    kinds.reduce((all, kind) => all + (counts[kind] ?? 0), 0);
  // A page that was ended because it hung is not told twice.
  const page = sum('pageGone', 'notLoaded', 'preloadFailed') - sum('hung');
  return {
    page: Math.max(0, page),
    graphics: sum('graphicsGone'),
    hung: sum('hung', 'silent'),
    window: sum('closed'),
    helper: sum('helperGone'),
    server: serverEnds,
    camera: 0,
    worker: 0,
  };
}

type Sources = {
  readonly version: string;
  readonly folder: string;
  readonly counts: Watch['counts'];
  readonly serverEnds: number;
};

/** How the machine fares. @param folder on the disk whose room is told. */
export const vitalsOf = ({ version, folder, counts, serverEnds }: Sources): Vitals => ({
  version,
  upMs: Math.round(performance.now()),
  faults: faultsOf(counts, serverEnds),
  diskFreeBytes: diskFreeBytes(folder),
  temperatureC: temperatureC(),
});
