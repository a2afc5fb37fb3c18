import { expect, test } from 'vitest';
import { long } from '../long.ts';
import { runRace, sayRace } from '../race/race.ts';

test('EN13 twenty officers, a manager and four kiosks at once: all that was acknowledged is there, once', async () => {
  process.env['LUOT_LOG'] = 'silent';
  const report = await runRace({ seconds: long ? 10 : 5, officers: 20, kiosks: 4, seed: 7 });
  process.stdout.write(`${sayRace(report)}\n`);
  expect(report.faults).toEqual([]);
  // Enough went on for this to mean something.
  for (const name of ['issue', 'callNext', 'start', 'finish'])
    expect([name, report.of.has(`ticket:${name}`)]).toEqual([name, true]);
  expect(report.refused).toBeGreaterThan(20);
  expect(report.reconnects).toBeGreaterThan(0);
}, 60_000);
