import { expect, test } from 'vitest';
import { long } from '../long.ts';
import { runSoak } from '../soak/soak.ts';

test.runIf(long)(
  'SK1 two days with a restart between: nothing is logged, screens show what is, and what is kept is right',
  async () => {
    const report = await runSoak({
      days: 2,
      seed: 7,
      visitors: { from: 30, to: 40 },
      officers: 4,
      restartsAfter: [1],
      say: () => undefined,
    });
    expect(report.faults).toEqual([]);
    expect(report.logged).toEqual([]);
    const [first, second] = report.days;
    expect(first?.tickets).toBeGreaterThan(15);
    expect(second?.tickets).toBeGreaterThan(15);
    // The same screens, the same handles.
    expect(second?.night.sockets).toBe(first?.night.sockets);
    expect(second?.night.timers).toBe(first?.night.timers);
    expect(report.told).toBeGreaterThan(100);
  },
  // Half a minute, mostly of nights; a busy machine is not at fault.
  600_000,
);
