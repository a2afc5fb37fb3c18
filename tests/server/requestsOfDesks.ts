import type { deskRequests } from '../../shared/contract/requests/desk.ts';
import { minutes } from '../factories/ids.ts';
import { fieldOf } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

type Names = keyof typeof deskRequests | 'counter:setFields' | 'officer:setWork';

/** Who sits where, and who serves what. */
export const deskCases: { readonly [N in Names]: Case<N> } = {
  'desk:take': {
    arrange: async (office) => {
      const [officer, display] = await Promise.all([office.officer('canbo1'), office.counter(2)]);
      const idOf = (wanted: number) =>
        officer.view().counters.find(({ number }) => number === wanted)?.id ?? 0;
      return {
        from: officer,
        input: { counterId: idOf(2), officerId: null },
        other: { counterId: idOf(3), officerId: null },
        seen: async () => {
          await display.until(({ officerName }) => officerName === officer.view().me.name);
        },
      };
    },
  },
  'desk:leave': {
    arrange: async (office) => {
      const officer = await office.seated('canbo1', 2);
      const display = await office.counter(2);
      return {
        from: officer,
        input: { officerId: null },
        other: { officerId: officer.view().me.id },
        seen: async () => {
          await display.until(({ officerName }) => officerName === null);
        },
      };
    },
  },
  'desk:break': {
    arrange: async (office) => {
      const [officer, display] = [await office.seated('canbo1', 1), await office.counter(1)];
      const until = office.clock.now + minutes(10);
      return {
        from: officer,
        input: { until },
        other: { until: null },
        seen: async () => {
          await display.until(({ onBreak }) => onBreak);
          await officer.until(({ desk }) => desk?.onBreak?.until === until);
        },
      };
    },
  },
  'desk:resume': {
    arrange: async (office) => {
      const [officer, display] = [await office.seated('canbo1', 1), await office.counter(1)];
      await officer.do('desk:break', { until: null });
      await display.until(({ onBreak }) => onBreak);
      return {
        from: officer,
        input: {},
        other: null,
        seen: async () => {
          await display.until(({ onBreak }) => !onBreak);
        },
      };
    },
  },
  'counter:setFields': {
    arrange: async (office) => {
      const [manage, officer] = [await office.manage(), await office.seated('canbo1', 1)];
      return {
        from: manage,
        input: { counterId: 1, fieldIds: [2, 1] },
        other: { counterId: 1, fieldIds: [3] },
        seen: async () => {
          await officer.until(({ desk }) => desk?.fieldIds.toSorted().join() === '1,2');
        },
      };
    },
  },
  'officer:setWork': {
    arrange: async (office) => {
      const [manage, officer] = [await office.manage(), await office.seated('canbo1', 4)];
      const officerId = officer.view().me.id;
      const fields = [{ fieldId: fieldOf(officer, 4), rank: 2 }];
      return {
        from: manage,
        input: { officerId, fields, mayPick: true },
        other: { officerId, fields: [], mayPick: false },
        seen: async () => {
          await officer.until(({ me, desk }) => me.mayPick && desk?.fieldIds.length === 1);
        },
      };
    },
  },
};
