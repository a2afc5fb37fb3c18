import { expect, test } from 'vitest';
import { long } from '../long.ts';
import { runReserve } from './reserveRun.ts';

test.runIf(long)(
  'RN30 a server killed under load and a kiosk whose plug is pulled: every number that was shown is in line once, at its time',
  async () => {
    process.env['LUOT_LOG'] = 'silent';
    const report = await runReserve({ cuts: 1, numbers: 1, officers: 3, seed: 7 });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ cuts: 1, serverKills: 2, kioskKills: 1, offline: 2 });
    expect(report.done).toBeGreaterThan(20);
  },
);
