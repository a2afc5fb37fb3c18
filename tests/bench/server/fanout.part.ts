import { randomUUID } from 'node:crypto';
import type { Stamped } from '../../../shared/contract/views.ts';
import { connect } from '../../factories/clients.ts';
import type { Kind } from '../fanout/screens.ts';
import { kindOf, openBigOffice } from './fanout/bigOffice.ts';
import { median } from './fanout/figures.ts';
import { openSide } from './fanout/sides.ts';
import type { Part } from './part.ts';

const sizes = [
  { screens: 50, rounds: 200 },
  { screens: 500, rounds: 100 },
  { screens: 5_000, rounds: 30 },
];
/** What is shared, and what is each phone's own. */
const alone = { screens: 500, rounds: 100 };
const warmUp = 20;

/** The newest view of one screen of each kind. */
async function samples(): Promise<ReadonlyMap<Kind, Stamped<Kind>>> {
  const office = await openBigOffice(60, 1);
  try {
    const views = new Map<Kind, Stamped<Kind>>();
    for (const kind of ['wall', 'counter', 'track'] as const) {
      const seat = office.seats.find(({ screen }) => screen === kind);
      if (seat === undefined) throw new Error(`there is no ${kind}`);
      const client = await connect(office.url, { screen: kind, token: seat.token });
      views.set(kind, client.stamped());
      client.close();
    }
    return views;
  } finally {
    await office.close();
  }
}

/** Walls are shown the same, and so are displays of one counter; each phone has a view of its own. */
function viewsFor(
  screens: number,
  sample: ReadonlyMap<Kind, Stamped<Kind>>,
  kindAt: (index: number) => Kind,
): string[] {
  const shared = new Map([...sample].map(([kind, view]) => [kind, JSON.stringify(view)]));
  return Array.from({ length: screens }, (_, i) => {
    const kind = kindAt(i);
    const text = shared.get(kind) ?? '';
    return kind === 'track' ? text.replace(/"ticketId":"[^"]+"/u, `"ticketId":"${randomUUID()}"`) : text;
  });
}

async function measureSize(
  { screens, rounds }: (typeof sizes)[number],
  { what, views }: { readonly what: string; readonly views: readonly string[] },
  say: (line: string) => void,
): Promise<void> {
  const sides = [await openSide('product', views), await openSide('bare', views)] as const;
  try {
    const us: [number[], number[]] = [[], []];
    for (let i = -warmUp; i < rounds; i++)
      for (const [index, side] of sides.entries()) {
        const { cpuUs } = await side.send();
        if (i >= 0) us[index]?.push(cpuUs / screens);
      }
    const [ours, theirs] = [median(us[0]), median(us[1])];
    say(
      `${String(screens).padStart(5)} ${what}: ${ours.toFixed(1)} µs a delivery, bare ws ${theirs.toFixed(1)} µs: ` +
        `${(ours / theirs).toFixed(2)} times`,
    );
  } finally {
    for (const side of sides) await side.close();
  }
}

export const part: Part = {
  what: 'Processor time of delivering a view to each of many screens, beside bare ws sending the same bytes',
  run: async (say) => {
    const sample = await samples();
    say(
      [...sample]
        .map(([kind, view]) => `${kind} ${(JSON.stringify(view).length / 1024).toFixed(1)} kB`)
        .join(', '),
    );
    const measureThose = (size: (typeof sizes)[number], what: string, kindAt: (index: number) => Kind) =>
      measureSize(size, { what, views: viewsFor(size.screens, sample, kindAt) }, say);
    for (const size of sizes) await measureThose(size, 'screens', kindOf);
    await measureThose(alone, 'walls', () => 'wall');
    await measureThose(alone, 'phones', () => 'track');
  },
};
