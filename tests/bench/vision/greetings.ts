/** How long the camera worker takes to collect a run, without the kiosk's screens and server. */
import { openKioskPage } from '../../e2e/vision/kioskPage.ts';
import { load, median, ms, print, table } from './say.ts';

const GREETINGS = 9;

/** From the first frame of a face to the complete run, for each set and number of threads. */
export async function timeRuns(sets: readonly string[], counts: readonly number[]): Promise<void> {
  const rows: string[][] = [];
  for (const set of sets)
    for (const threads of counts) {
      const kiosk = await openKioskPage('nobody', { threads, set });
      const took: number[] = [];
      for (let round = 0; round < GREETINGS; round++) {
        await kiosk.ask('identify', 'nobody');
        await kiosk.camera.show('personA');
        took.push((await kiosk.until('run')).tookMs);
      }
      rows.push([set, `${threads}`, ms(median(took)), ms(Math.max(...took)), ms(kiosk.loadMs)]);
      await kiosk.close();
    }
  print(`\nFirst frame of a face → run of four frames, ms; ${load()}`);
  table(['set', 'threads', 'median', `worst of ${GREETINGS}`, 'loading the networks'], rows);
}
