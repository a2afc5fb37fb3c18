import { z } from 'zod';
import { millis } from './schemas.ts';

/**
 * A view as it is pushed. `epoch` names one life of the server, `version` grows with every commit in it; a screen
 * keeps the newest. `at` is the server's clock (ms), by which screens show the time.
 */
export const stamp = z.strictObject({ epoch: z.string(), version: z.int().nonnegative(), at: millis });
