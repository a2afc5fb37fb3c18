import { z } from 'zod';
import type { DanBietNow, DanBietProcedures } from '../../../shared/contract/danBiet.ts';
import { danBietNow, danBietOff, danBietProcedures } from '../../../shared/contract/danBiet.ts';
import { danBietPaths } from '../../../shared/contract/danBietPaths.ts';

// The pages' policy forbids making code from text, which zod would try, and be reported for, to parse faster.
z.config({ jitless: true });

/** What the page shows; `off`: a manager has switched it off. */
export type Figures =
  { readonly now: DanBietNow; readonly procedures: DanBietProcedures } | { readonly off: true };

const patienceMs = 10_000;
const isOff = (answer: unknown): answer is z.infer<typeof danBietOff> => danBietOff.safeParse(answer).success;

async function read(path: string): Promise<unknown> {
  const response = await fetch(path, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  return response.json();
}

/** Fetches everything; what has not changed comes out of the browser's own store. Rejects if it cannot be had. */
export async function fetchFigures(): Promise<Figures> {
  const [now, procedures] = await Promise.all([read(danBietPaths.now), read(danBietPaths.procedures)]);
  if (isOff(now) || isOff(procedures)) return { off: true };
  return { now: danBietNow.parse(now), procedures: danBietProcedures.parse(procedures) };
}
