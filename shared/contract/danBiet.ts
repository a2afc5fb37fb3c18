import { z } from 'zod';
import { hours } from './settings.ts';
import { bilingual, businessDay, colour, fieldId, waitRange } from './schemas.ts';
import { office, opening } from './views/parts.ts';

/**
 * The page "Dân biết", which anybody may read: how busy the office is, and what it asks for. It is fetched by plain HTTP,
 * the same answer for everybody, and holds nothing of any visitor or officer.
 */

const count = z.int().nonnegative();
const hour = z.int().min(0).max(23);
/** 0 is Monday. */
const weekday = z.int().min(0).max(6);

/** How the office is now. */
export const danBietNow = z.strictObject({
  office,
  opening,
  today: businessDay,
  hours: hours.pick({ week: true, specialDays: true }),
  /** What somebody who takes a number now would wait. */
  fields: z.array(
    z.strictObject({
      id: fieldId,
      name: bilingual,
      colour,
      waiting: count,
      wait: waitRange.nullable(),
    }),
  ),
  load: z.strictObject({
    weekday,
    /** In which hour it is. */
    hour,
    /** Numbers taken today by hour, and how many it usually is on this weekday; null: too few days to tell. */
    hours: z.array(z.strictObject({ hour, taken: count, usual: count.nullable() })),
  }),
  /** When there usually are fewest, emptiest first; none while there are too few days to tell. */
  quietest: z.array(z.strictObject({ weekday, hour })),
  /** Of the last `days` whole days; null while too few have rated for nobody to be recognised. */
  satisfaction: z.strictObject({ days: count, rated: count, percent: z.int().min(0).max(100) }).nullable(),
});
export type DanBietNow = z.infer<typeof danBietNow>;

const limit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('immediate') }),
  z.strictObject({ kind: z.literal('sameDay'), cutoffMinute: count }),
  z.strictObject({ kind: z.enum(['workingDays', 'workingHours', 'days']), n: count }),
]);

/** What the office does, and what to have ready for it. */
export const danBietProcedures = z.strictObject({
  fields: z.array(
    z.strictObject({
      id: fieldId,
      name: bilingual,
      procedures: z.array(
        z.strictObject({
          key: z.string(),
          name: bilingual,
          /** Null: nobody knows. */
          limit: limit.nullable(),
          /** As the office words it, in Vietnamese; null: nobody knows. */
          fee: z.string().nullable(),
          papers: z.array(z.string()),
        }),
      ),
    }),
  ),
});
export type DanBietProcedures = z.infer<typeof danBietProcedures>;

/** Either answer while a manager has switched the page off. */
export const danBietOff = z.strictObject({ off: z.literal(true) });
