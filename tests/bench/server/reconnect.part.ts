import { openBigOffice } from './fanout/bigOffice.ts';
import { startCrowd } from './fanout/crowd.ts';
import { at, median } from './fanout/figures.ts';
import type { Part } from './part.ts';

const screens = 500;
const kills = 5;

export const part: Part = {
  what: `kill -9 under ${screens} screens: from when the server listens again until the last shows the right view`,
  run: async (say) => {
    const office = await openBigOffice(screens, 1);
    const crowd = startCrowd();
    try {
      await crowd.open(office.url, office.seats);
      const [waits, heldUp]: [number[], number[]] = [[], []];
      for (let i = 0; i < kills; i++) {
        let listens = Infinity;
        const back = await crowd.see({ kind: 'life' }, async () => {
          await office.kill();
          await office.restart();
          listens = performance.timeOrigin + performance.now();
        });
        waits.push(Math.max(0, Math.max(...back) - listens));
        heldUp.push((await office.usage()).heldUpMs);
      }
      say(
        `${kills} kills: the last after p50 ${median(waits).toFixed(0)} ms, at most ${at(waits, 1).toFixed(0)} ms; ` +
          `the event loop was held up for ${median(heldUp).toFixed(0)} ms at the longest, the start included`,
      );
    } finally {
      crowd.close();
      await office.close();
    }
  },
};
