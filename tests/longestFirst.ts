import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Files that take much longer than their size tells. */
const long = [
  'server/contract',
  'server/contract1',
  'server/contract2',
  'server/contract3',
  'server/crash',
  'server/faults',
  'server/keys',
  'server/tools',
  'server/engine.property',
  'server/together',
  'server/race',
  'launch/launch',
  'screens/access',
  'kiosk/looks',
  'kiosk/proof',
  'kiosk/head',
  'displays/wall',
  'displays/wallDays',
  'displays/assistant',
  'displays/voice',
  'kiosk/touch',
  'e2e/mainJob',
  'e2e/journey',
  'faults/reserve',
  'vision/worker',
  'vision/alive',
];

const isLong = ({ moduleId }: TestSpecification): boolean =>
  long.some((name) => moduleId.endsWith(`/${name}.test.ts`));

/**
 * Begins with the files that take longest, so that no worker has one of them left when the others are done. Vitest
 * knows how long each took last time, but in a fresh copy only how large it is.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
