import type { Calls, Report } from '../bridge.ts';
import { log } from './log.ts';
import type { Door } from './pin.ts';

/** What the maintenance page can do to the kiosk. */
export type Tools = {
  readonly report: () => Report;
  readonly reload: () => void;
  readonly restart: () => void;
  readonly quit: () => void;
  readonly place: (kiosk: number, wall: number | null) => void;
  /** Takes the next certificate that the server shows for its own. */
  readonly trustAnew: () => void;
};

type Wish = Parameters<Calls['maintain']>[0];

function carryOut(wish: Exclude<Wish, { what: 'unlock' }>, tools: Tools): void {
  switch (wish.what) {
    case 'look':
    case 'leave':
      return;
    case 'place':
      return tools.place(wish.kiosk, wish.wall);
    default:
      return tools[wish.what]();
  }
}

/** Answers the maintenance page: nothing is told or done before the PIN, and each step is logged. */
export function makeMaintain(door: Door, tools: Tools, now: () => number): Calls['maintain'] {
  return async (wish) => {
    if (wish.what === 'unlock') {
      const waitMs = door.unlock(wish.pin, now());
      log('maintenance', { what: waitMs === null ? 'opened' : 'wrongPin' });
      return waitMs === null ? { kind: 'open', report: tools.report() } : { kind: 'wrong', waitMs };
    }
    if (wish.what === 'leave') door.shut();
    if (!door.isOpen(now())) return { kind: 'shut' };
    if (wish.what !== 'look') log('maintenance', { what: wish.what });
    carryOut(wish, tools);
    return { kind: 'open', report: tools.report() };
  };
}
