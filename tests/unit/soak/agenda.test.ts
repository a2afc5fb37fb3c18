import { expect, test } from 'vitest';
import { openAgenda } from '../../soak/agenda.ts';

test('SK3 the clock of a soak stands while anybody acts, and then goes to when somebody will', async () => {
  const clock: number[] = [];
  const seen: string[] = [];
  const agenda = openAgenda(0, (at) => Promise.resolve(void clock.push(at)));
  const act = (name: string, at: number) => async () => {
    await agenda.until(at);
    seen.push(`${name} ${agenda.now()}`);
    // Somebody who takes a while in the real world holds the clock up.
    await new Promise((resolve) => setTimeout(resolve, name === 'slow' ? 20 : 0));
    seen.push(`${name} ${agenda.now()}`);
    await agenda.pause(10_000);
    seen.push(`${name} ${agenda.now()}`);
  };
  await agenda.run(() => {
    agenda.begin(act('late', 95_000));
    agenda.begin(act('slow', 20_000));
    agenda.begin(act('early', 11_000));
    return Promise.resolve();
  });
  // Times are rounded up to ten seconds, which is how two come to act at once.
  expect(seen).toEqual([
    'early 20000',
    'slow 20000',
    'early 20000',
    'slow 20000',
    'early 30000',
    'slow 30000',
    'late 100000',
    'late 100000',
    'late 110000',
  ]);
  expect(clock).toEqual([20_000, 30_000, 100_000, 110_000]);
});

test('SK3 what somebody throws ends the run, also while others wait', async () => {
  const agenda = openAgenda(0, () => Promise.resolve());
  const run = agenda.run(() => {
    agenda.begin(() => agenda.until(50_000));
    agenda.begin(async () => {
      await agenda.until(10_000);
      throw new Error('lost the ticket');
    });
    return Promise.resolve();
  });
  await expect(run).rejects.toThrow('lost the ticket');
});
