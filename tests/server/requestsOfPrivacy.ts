import { expect } from 'vitest';
import type { RequestName } from '../../shared/contract/requests.ts';
import { enrol, sightOf } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

/** What staff do with what is kept of people. */
export const privacyCases: { readonly [N in Extract<RequestName, 'visitor:erase'>]: Case<N> } = {
  'visitor:erase': {
    arrange: async (office) => {
      const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
      await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
      const [visitor] = office.rows()['visitor'] as { id: string }[];
      return {
        from: manage,
        input: { visitorId: visitor?.id ?? '' },
        other: { visitorId: crypto.randomUUID() },
        seen: async () => {
          await manage.until(({ faces }) => faces.visitors === 0 && faces.templates === 0);
          expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toEqual({ kind: 'unknown' });
        },
      };
    },
  },
};
