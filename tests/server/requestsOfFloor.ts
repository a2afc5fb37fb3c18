import { expect } from 'vitest';
import type { floorRequests } from '../../shared/contract/requests/floor.ts';
import { fieldOf, issue } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

/** What a manager does from the live floor. */
export const floorCases: { readonly [N in keyof typeof floorRequests]: Case<N> } = {
  'floor:line': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      const { ticketId, number } = await issue(kiosk, 1);
      await issue(kiosk, 2);
      return {
        from: manage,
        input: { fieldId: 1 },
        other: { fieldId: 2 },
        seen: ({ line }) => {
          expect(line).toEqual([
            { id: ticketId, number, since: office.clock.now, priority: null, appointmentAt: null },
          ]);
          return Promise.resolve();
        },
      };
    },
  },
  'ticket:putFirst': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      const officer = await office.seated('canbo1', 1);
      const fieldId = fieldOf(officer, 1);
      await issue(kiosk, fieldId);
      const { ticketId, number } = await issue(kiosk, fieldId);
      const input = { ticketId, reason: 'Người đau yếu' };
      return {
        from: manage,
        input,
        other: { ...input, reason: 'Nhầm lĩnh vực' },
        seen: async () => {
          await officer.until(({ line }) => line[0]?.number === number);
        },
      };
    },
  },
  'floor:setLimits': {
    arrange: async (office) => {
      const [manage, other] = await Promise.all([office.manage(), office.manage()]);
      const limits = { longLine: 3, veryLongLine: 6, longWaitMs: 600_000, veryLongWaitMs: 900_000 };
      return {
        from: manage,
        input: { limits },
        other: { limits: { ...limits, longLine: 4 } },
        seen: async () => {
          await other.until(({ floor }) => floor.limits.longLine === 3);
        },
      };
    },
  },
};
