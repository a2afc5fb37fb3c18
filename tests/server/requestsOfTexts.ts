import { expect } from 'vitest';
import type { textRequests } from '../../shared/contract/requests/texts.ts';
import { newProcedure, newWording, smallTable } from '../factories/catalogue.ts';
import type { Case } from './requestCase.ts';

const veteran = { name: { vi: 'Cựu chiến binh', en: 'Veteran' }, asked: true };
const welcome = { vi: 'Kính chào Ông/Bà', en: 'Welcome' };

/** What the office says in its own words. */
export const textCases: { readonly [N in keyof typeof textRequests]: Case<N> } = {
  'procedure:list': {
    arrange: async (office) => ({
      from: await office.manage(),
      input: {},
      other: null,
      seen: ({ rows }) => {
        expect(rows.length).toBe(48);
        expect(rows[0]).toMatchObject({
          key: 'ct-ban-sao',
          officialCode: '2.000815',
          inUse: true,
          shown: true,
        });
        expect(rows[0]?.fee).toContain('2.000 đ/trang');
        return Promise.resolve();
      },
    }),
  },
  'procedure:save': {
    arrange: async (office) => {
      const [from, officer] = await Promise.all([office.manage(), office.seated('canbo2', 2)]);
      const input = { key: null, revision: 0, setting: newProcedure };
      return {
        from,
        input,
        other: { ...input, setting: { ...newProcedure, fee: '' } },
        seen: async () => {
          const { procedures } = await officer.until((view) =>
            view.procedures.some(({ key }) => key === 'own-1'),
          );
          expect(procedures.find(({ key }) => key === 'own-1')).toMatchObject({
            name: newProcedure.name,
            limit: newProcedure.limit,
          });
        },
      };
    },
  },
  'procedure:setInUse': {
    arrange: async (office) => {
      const [from, officer] = await Promise.all([office.manage(), office.seated('canbo2', 2)]);
      return {
        from,
        input: { key: 'ct-ban-sao', inUse: false },
        other: { key: 'ct-chu-ky', inUse: false },
        seen: async () => {
          await officer.until(({ procedures }) => procedures.every(({ key }) => key !== 'ct-ban-sao'));
        },
      };
    },
  },
  'procedure:check': {
    arrange: async (office) => ({
      from: await office.manage(),
      input: { rows: smallTable, whole: false },
      other: { rows: smallTable, whole: true },
      seen: (output) => {
        expect(output).toMatchObject({
          added: [{ line: 2, name: 'Chứng thực di chúc' }],
          changed: [],
          retired: [],
          unchanged: 0,
          wrong: [],
        });
        return Promise.resolve();
      },
    }),
  },
  'procedure:import': {
    arrange: async (office) => {
      const [from, officer] = await Promise.all([office.manage(), office.seated('canbo2', 2)]);
      const input = { rows: smallTable, whole: false, stamp: from.view().catalogueStamp };
      return {
        from,
        input,
        other: { ...input, whole: true },
        seen: async (output) => {
          expect(output).toEqual({ added: 1, changed: 0, retired: 0 });
          await officer.until(({ procedures }) =>
            procedures.some(({ name }) => name.vi === 'Chứng thực di chúc'),
          );
        },
      };
    },
  },
  'priority:save': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from,
        input: { code: null, setting: veteran },
        other: { code: null, setting: { ...veteran, asked: false } },
        seen: async () => {
          const { priorityClasses } = await kiosk.until((view) => view.priorityClasses.length === 8);
          expect(priorityClasses.at(-1)).toEqual({ code: 'OWN8', name: veteran.name });
        },
      };
    },
  },
  'priority:remove': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from,
        input: { code: 'PREGNANT' },
        other: { code: 'DISABLED' },
        seen: async () => {
          await kiosk.until((view) => view.priorityClasses.every(({ code }) => code !== 'PREGNANT'));
        },
      };
    },
  },
  'priority:order': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      const codes = from
        .view()
        .priorityClasses.map(({ code }) => code)
        .toReversed();
      return {
        from,
        input: { codes },
        other: { codes: codes.toReversed() },
        seen: async () => {
          await kiosk.until((view) => view.priorityClasses[0]?.code === codes[0]);
        },
      };
    },
  },
  'text:set': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from,
        input: { text: { key: 'kioskWelcome', wording: welcome } },
        other: { text: { key: 'kioskThanks', wording: welcome } },
        seen: async () => {
          const { texts } = await kiosk.until((view) => view.texts.kioskWelcome !== null);
          expect(texts.kioskWelcome).toEqual(welcome);
        },
      };
    },
  },
  'consent:versions': {
    arrange: async (office) => ({
      from: await office.manage(),
      input: {},
      other: null,
      seen: ({ versions }) => {
        expect(versions).toMatchObject([{ version: '3', madeAt: null, agreed: 0, standing: 0 }]);
        return Promise.resolve();
      },
    }),
  },
  'consent:reword': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from,
        input: { replaces: '3', wording: newWording },
        other: { replaces: '2', wording: newWording },
        seen: async () => {
          const { consent } = await kiosk.until((view) => view.consent.version === '3.1');
          expect(consent).toEqual({ version: '3.1', ...newWording });
        },
      };
    },
  },
};
