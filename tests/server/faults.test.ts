import { expect, test } from 'vitest';
import { powerCut } from '../faults/power.fault.ts';

// What `npm run faults` tries ten thousand times.

test('FT1 cut from power, the server has all that it acknowledged, and half of nothing', async () => {
  expect(await powerCut.happen('short')).toContain('FULL');
}, 60_000);
