import { expect } from 'vitest';
import type { FieldSetting } from '../../shared/contract/settings.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

type Requests =
  | 'office:setName'
  | 'field:save'
  | 'field:remove'
  | 'field:order'
  | 'counter:save'
  | 'counter:remove'
  | 'officer:add'
  | 'officer:save'
  | 'officer:remove';

/** A field that the catalogue does not have. */
export const newField: FieldSetting = {
  prefix: 'P',
  name: { vi: 'Hộ chiếu', en: 'Passports' },
  description: { vi: 'Cấp mới, cấp đổi', en: 'First issue, renewal' },
  icon: 'id',
  colour: '#0369A1',
  serviceMs: 600_000,
};

/** The id by which the manager's page knows an officer. */
export async function officerIdOf(office: StaffedOffice, login: string): Promise<number> {
  const { officers } = (await office.manage()).view();
  return officers.find((officer) => officer.login === login)?.id ?? 0;
}

/** What an office is made of. */
export const setUpCases: { readonly [N in Requests]: Case<N> } = {
  'office:setName': {
    arrange: async (office) => {
      const [from, wall] = await Promise.all([office.manage(), office.wall()]);
      const name = { vi: 'UBND phường Kiến Hưng', en: 'Kien Hung ward' };
      return {
        from,
        input: { name, timeZone: 'Asia/Bangkok' },
        other: { name, timeZone: 'Asia/Ho_Chi_Minh' },
        seen: async () => {
          const view = await wall.until((now) => now.office.name.vi === name.vi);
          expect(view.office).toEqual({ name, timeZone: 'Asia/Bangkok' });
        },
      };
    },
  },
  'field:save': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from,
        input: { fieldId: null, setting: newField },
        other: { fieldId: null, setting: { ...newField, prefix: 'Q' } },
        seen: async () => {
          const { fields } = await kiosk.until((view) => view.fields.some(({ prefix }) => prefix === 'P'));
          expect(fields.at(-1)).toMatchObject({ name: newField.name, icon: 'id', colour: '#0369A1' });
        },
      };
    },
  },
  'field:remove': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from,
        input: { fieldId: 9 },
        other: { fieldId: 8 },
        seen: async () => {
          await kiosk.until(({ fields }) => fields.every(({ id }) => id !== 9));
        },
      };
    },
  },
  'field:order': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      const fieldIds = from
        .view()
        .fields.map(({ id }) => id)
        .toReversed();
      return {
        from,
        input: { fieldIds },
        other: { fieldIds: fieldIds.toReversed() },
        seen: async () => {
          await kiosk.until(({ fields }) => fields[0]?.id === fieldIds[0]);
          expect(kiosk.view().fields.map(({ id }) => id)).toEqual(fieldIds);
        },
      };
    },
  },
  'counter:save': {
    arrange: async (office) => {
      const [from, officer] = await Promise.all([office.manage(), office.officer()]);
      const name = { vi: 'Quầy 7', en: 'Counter 7' };
      return {
        from,
        input: { counterId: null, number: 7, name },
        other: { counterId: null, number: 8, name },
        seen: async () => {
          await officer.until(({ counters }) => counters.some(({ number }) => number === 7));
        },
      };
    },
  },
  'counter:remove': {
    arrange: async (office) => {
      const [from, officer] = await Promise.all([office.manage(), office.officer()]);
      const [first, second] = from.view().counters;
      return {
        from,
        input: { counterId: first?.id ?? 0 },
        other: { counterId: second?.id ?? 0 },
        seen: async () => {
          await officer.until(({ counters }) => counters.every(({ number }) => number !== 1));
        },
      };
    },
  },
  'officer:add': {
    arrange: async (office) => {
      const [from, second] = await Promise.all([office.manage(), office.manage()]);
      return {
        from,
        input: { login: 'canbo4', name: 'Hoàng Thị Dung', role: 'officer' },
        other: { login: 'canbo5', name: 'Hoàng Thị Dung', role: 'officer' },
        seen: async () => {
          const { officers } = await second.until((view) => view.officers.length === 5);
          expect(officers.at(-1)).toMatchObject({
            login: 'canbo4',
            name: 'Hoàng Thị Dung',
            role: 'officer',
            hasPassword: false,
            fields: [],
          });
        },
      };
    },
  },
  'officer:save': {
    arrange: async (office) => {
      const [from, officer] = await Promise.all([office.manage(), office.officer('canbo1')]);
      const officerId = await officerIdOf(office, 'canbo1');
      return {
        from,
        input: { officerId, name: 'Trần Văn Anh', role: 'manager' },
        other: { officerId, name: 'Trần Văn Anh', role: 'officer' },
        seen: async () => {
          await officer.until(({ me }) => me.name === 'Trần Văn Anh' && me.role === 'manager');
        },
      };
    },
  },
  'officer:remove': {
    arrange: async (office) => {
      const [from, second] = await Promise.all([office.manage(), office.manage()]);
      return {
        from,
        input: { officerId: await officerIdOf(office, 'canbo3') },
        other: { officerId: await officerIdOf(office, 'canbo2') },
        seen: async () => {
          await second.until(({ officers }) => officers.every(({ login }) => login !== 'canbo3'));
        },
      };
    },
  },
};
