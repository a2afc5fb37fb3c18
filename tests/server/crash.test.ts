import { expect, test } from 'vitest';
import { killed } from '../faults/kill.fault.ts';

test('CR1 FT7 killed under load, the server loses nothing it acknowledged, does nothing twice, and displays come back by themselves', async () => {
  process.env['LUOT_LOG'] = 'silent';
  expect(await killed.happen('short')).toContain('2 kills');
}, 120_000);
