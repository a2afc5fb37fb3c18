import type { FaultKind, Health } from '../../../shared/contract/health.ts';
import type { Link } from '../../../shared/link/link.ts';
import type { Camera } from '../flow/types.ts';
import type { Bridge } from '../../bridge.ts';

/** What the page counts itself. */
export type OwnFaults = Pick<Health['faults'], 'camera' | 'worker'>;

/** A visit's side of it, while the server knows this kiosk. */
export type Sources = {
  readonly link: Pick<Link<'kiosk'>, 'state' | 'send'>;
  /** Whether nobody is in the middle of something. */
  readonly isIdle: () => boolean;
  readonly faults: () => OwnFaults;
  readonly camera: () => Health['camera'];
};

/** Tells the shell that the page is alive, and the server how the machine fares. */
export type Machine = {
  /** @returns the function that ends it. */
  readonly follow: (sources: Sources) => () => void;
};

/** What is not the page's own to tell. */
type Vitals = Omit<Health, 'threads' | 'camera'>;

const healthNames = { ready: 'on', starting: 'starting', none: 'off' } as const;
/** What the server is told of the journey's camera. */
export const healthOf = ({ kind }: Camera): Health['camera'] => healthNames[kind];

const beatMs = 60_000;
/** Unless something has happened, the server hears of it this seldom. */
const tellMs = 5 * 60_000;

const noFaults: Record<FaultKind, number> = {
  page: 0,
  graphics: 0,
  hung: 0,
  window: 0,
  helper: 0,
  server: 0,
  camera: 0,
  worker: 0,
};

/** How an ordinary browser fares: it cannot tell. */
const inBrowser = (): Vitals => ({
  version: null,
  upMs: Math.round(performance.now()),
  faults: noFaults,
  diskFreeBytes: null,
  temperatureC: null,
});

/**
 * Starts the beat: once a minute as long as the page lives, whatever is on it, so that a shell notices a page that has
 * stopped.
 * @param shell null in an ordinary browser.
 */
export function startMachine(shell: Pick<Bridge, 'health'> | null): Machine {
  let sources: Sources | null = null;
  let told: { readonly at: number; readonly what: string } | null = null;

  const tell = (to: Sources, vitals: Vitals): void => {
    if (to.link.state().kind !== 'live') return;
    const faults = { ...vitals.faults, ...to.faults() };
    const camera = to.camera();
    const [at, now] = [performance.now(), JSON.stringify([faults, camera])];
    if (told !== null && at - told.at < tellMs && told.what === now) return;
    told = { at, what: now };
    const health = { ...vitals, faults, threads: window.crossOriginIsolated, camera };
    // Unanswered, it is said again in minutes.
    void to.link.send('device:health', { health });
  };
  const beat = async (): Promise<void> => {
    const to = sources;
    const vitals = (await shell?.health({ idle: to?.isIdle() ?? true })) ?? inBrowser();
    // The visit may have ended while the shell was asked.
    if (to !== null && to === sources) tell(to, vitals);
  };
  // A shell that cannot answer has its own watchdog.
  setInterval(() => void beat().catch(() => undefined), beatMs);
  return {
    follow: (next) => {
      sources = next;
      return () => {
        if (sources === next) sources = null;
      };
    },
  };
}
