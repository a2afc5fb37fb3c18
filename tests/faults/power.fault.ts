import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Effort, Fault } from './fault.ts';
import { expectThat } from './fault.ts';
import type { Cuts } from './power/cuts.ts';
import { cutPower } from './power/cuts.ts';
import { recordedSqlite } from './power/sqlite.ts';
import { recordWork } from './power/work.ts';

/** Rounds of work are long enough for the log to be written back into the database several times. */
const plans: Readonly<
  Record<Effort, { readonly cuts: number; readonly controls: number; readonly rounds: number }>
> = {
  short: { cuts: 120, controls: 20, rounds: 60 },
  long: { cuts: 10_000, controls: 500, rounds: 200 },
  full: { cuts: 50_000, controls: 2_000, rounds: 200 },
};

const say = (name: string, { cuts, lossy, mostLost, broken }: Cuts): string =>
  `${name}: ${cuts} cuts, ${lossy} lost something acknowledged (at most ${mostLost} requests), ${broken} broke the database`;

async function happen(effort: Effort): Promise<string> {
  const { cuts, controls, rounds } = plans[effort];
  const folder = mkdtempSync(join(tmpdir(), 'luot-power-'));
  try {
    const [seed, data] = [20_261_122, join(folder, 'data')];
    const work = await recordWork(data, rounds, seed);
    const sqlite = await recordedSqlite();
    const installed = new Database(':memory:').prepare<[], string>('SELECT sqlite_version()').pluck().get();
    expectThat(
      sqlite.version === installed,
      `recorded is SQLite ${sqlite.version}, the server's is ${installed}`,
    );
    const where = { seed, folder: join(folder, 'left') };
    const ours = await cutPower(sqlite, work, 'ours', { ...where, cuts });
    const normal = await cutPower(sqlite, work, 'NORMAL', { ...where, cuts: controls });
    const off = await cutPower(sqlite, work, 'OFF', { ...where, cuts: controls });
    const happened = [say('ours', ours), say('NORMAL', normal), say('OFF', off)].join('; ');
    expectThat(ours.lossy === 0 && ours.broken === 0, `${happened} (${ours.firstBroken})`);
    // Or the cuts prove nothing.
    expectThat(
      normal.lossy > 0 && normal.broken === 0,
      `the control held out: ${happened} (${normal.firstBroken})`,
    );
    expectThat(off.broken > 0, `nothing was torn: ${happened}`);
    return `${work.steps.length} requests; ${happened}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const powerCut: Fault = {
  name: 'power cut',
  promise: 'what was acknowledged is there, nothing is half there; NORMAL and OFF as controls lose and break',
  happen,
};
