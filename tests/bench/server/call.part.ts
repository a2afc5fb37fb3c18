import { setTimeout as sleep } from 'node:timers/promises';
import type { BigOffice } from './fanout/bigOffice.ts';
import { openBigOffice } from './fanout/bigOffice.ts';
import { startCrowd } from './fanout/crowd.ts';
import type { Round } from './fanout/figures.ts';
import { at, measure, median } from './fanout/figures.ts';
import type { Part } from './part.ts';
import { openSide } from './fanout/sides.ts';

const sizes = [
  { screens: 50, calls: 60 },
  { screens: 200, calls: 100 },
  { screens: 500, calls: 40 },
  { screens: 5_000, calls: 15 },
];
const warmUp = 4;
/** As officers do: what a call brings about is over before the next. */
const pauseMs = 200;

type Called = Awaited<ReturnType<BigOffice['call']>>;

async function measureSize(
  { screens, calls }: (typeof sizes)[number],
  say: (line: string) => void,
): Promise<void> {
  const office = await openBigOffice(screens, calls + warmUp);
  const crowd = startCrowd();
  const [ours, theirs]: [Round[], Round[]] = [[], []];
  try {
    await crowd.open(office.url, office.seats);
    const bare = await openSide('bare', await crowd.views());
    try {
      for (let call = 1; call <= calls + warmUp; call++) {
        const sight = { kind: 'call', number: office.next(), calls: call } as const;
        const called: Called[] = [];
        const round = await measure(office, () =>
          crowd.see(sight, async () => called.push(await office.call())),
        );
        const bareRound = await bare.send();
        for (const ticket of called) await office.serve(ticket);
        await sleep(pauseMs);
        if (call <= warmUp) continue;
        ours.push(round);
        theirs.push(bareRound);
      }
    } finally {
      await bare.close();
    }
  } finally {
    crowd.close();
    await office.close();
  }
  const last = (rounds: readonly Round[], share: number): string =>
    at(
      rounds.map(({ lastMs }) => lastMs),
      share,
    ).toFixed(1);
  const cpuMs = median(ours.map(({ cpuUs }) => cpuUs)) / 1_000;
  say(
    `${String(screens).padStart(5)} screens: the last has it after p50 ${last(ours, 0.5)} p99 ${last(ours, 0.99)} ms, ` +
      `bare ws p50 ${last(theirs, 0.5)} p99 ${last(theirs, 0.99)} ms; processor time of a call ${cpuMs.toFixed(1)} ms`,
  );
}

export const part: Part = {
  what: 'From a call until the last screen has it, beside bare ws sending the same bytes; all that it costs the server',
  run: async (say) => {
    for (const size of sizes) await measureSize(size, say);
  },
};
