import { expect } from 'vitest';
import type { RequestName } from '../../shared/contract/requests.ts';
import { enrol, sightOf } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

/** What staff do with what is kept of people. */
export const privacyCases: {
  readonly [N in Extract<RequestName, 'visitor:erase' | 'office:setRetention'>]: Case<N>;
} = {
  'office:setRetention': {
    arrange: async (office) => {
      const [manage, second] = await Promise.all([office.manage(), office.manage()]);
      const retention = { ...manage.view().retention, templatesDays: 180 };
      return {
        from: manage,
        input: { retention },
        other: { retention: { ...retention, templatesDays: 181 } },
        seen: async () => {
          await second.until((view) => view.retention.templatesDays === 180);
        },
      };
    },
  },
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
