import { expect } from 'vitest';
import type { Case } from './requestCase.ts';

/** What managers set about the page "Dân biết". */
export const danBietCases: { readonly 'danBiet:set': Case<'danBiet:set'> } = {
  'danBiet:set': {
    arrange: async (office) => {
      const manage = await office.manage();
      return {
        from: manage,
        input: { on: false },
        other: { on: true },
        seen: async () => {
          expect((await manage.until(({ danBiet }) => !danBiet)).danBiet).toBe(false);
        },
      };
    },
  },
};
