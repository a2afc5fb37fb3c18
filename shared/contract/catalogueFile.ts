import { z } from 'zod';

const limit = z.object({
  value: z.int().nullable(),
  unit: z.enum(['immediate', 'same_day', 'working_day', 'working_hour', 'day', 'unknown']),
  sameDayCutoff: z.string().nullable(),
});
export type CatalogueLimit = z.infer<typeof limit>;

/** A catalogue as a file: the form of the one that the product comes with, so far as it is about procedures. */
export const catalogueFile = z.object({
  fields: z.array(
    z.object({
      nameVi: z.string(),
      procedures: z.array(
        z.object({
          key: z.string(),
          officialCode: z.string().nullable(),
          nameVi: z.string(),
          nameEn: z.string(),
          limit,
          fee: z.object({ textVi: z.string() }),
          papersVi: z.array(z.string()),
          shown: z.boolean().optional(),
          inUse: z.boolean().optional(),
        }),
      ),
    }),
  ),
});
