import { expect } from 'vitest';
import { today } from '../factories/ids.ts';
import { issue } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

/** Reading reports. */
export const reportCases: { readonly 'report:read': Case<'report:read'> } = {
  'report:read': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      await issue(kiosk, 1);
      return {
        from: manage,
        input: { from: today, to: today },
        other: { from: '2026-11-01', to: today },
        seen: async ({ figures, hours }) => {
          expect(figures).toMatchObject({ issued: 1, open: 1, served: 0 });
          // A Monday at nine.
          expect(hours).toEqual([{ weekday: 0, hour: 9, issued: 1, waitMeanMs: null }]);
        },
      };
    },
  },
};
