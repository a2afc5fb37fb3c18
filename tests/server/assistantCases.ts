import { expect } from 'vitest';
import type { Case } from './requestCase.ts';
import { pairedDevice } from './requestCase.ts';
import { pictureOf, withPrinter } from './screens.ts';

type Requests =
  'assistant:mark' | 'field:catalogue' | 'field:choose' | 'counter:arrange' | 'printer:test' | 'device:sound';

/** How a new office is made ready. */
export const assistantCases: { readonly [N in Requests]: Case<N> } = {
  'assistant:mark': {
    arrange: async (office) => {
      const [from, second] = await Promise.all([office.manage(), office.manage()]);
      return {
        from,
        input: { step: 'hours', outcome: 'skipped' },
        other: { step: 'hours', outcome: 'done' },
        seen: async () => {
          const { assistant } = await second.until((view) => view.assistant.length === 1);
          expect(assistant).toEqual([{ step: 'hours', outcome: 'skipped' }]);
        },
      };
    },
  },
  'field:catalogue': {
    arrange: async (office) => {
      const from = await office.manage();
      const { fields } = from.view();
      return {
        from,
        input: {},
        other: null,
        seen: (output) => {
          expect(output.fields.map(({ fieldId }) => fieldId)).toEqual(fields.map(({ id }) => id));
          expect(output.fields[0]).toMatchObject({ code: 'CHUNGTHUC', setting: { prefix: 'A' }, demand: 19 });
          return Promise.resolve();
        },
      };
    },
  },
  'field:choose': {
    arrange: async (office) => {
      const [from, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from,
        input: { codes: ['HOTICH', 'DATDAI'] },
        other: { codes: ['HOTICH'] },
        seen: async () => {
          const { fields } = await kiosk.until((view) => view.fields.length === 2);
          expect(fields.map(({ prefix }) => prefix)).toEqual(['B', 'C']);
        },
      };
    },
  },
  'counter:arrange': {
    arrange: async (office) => {
      const [from, officer] = await Promise.all([office.manage(), office.officer()]);
      const counters = [
        { number: 1, fieldIds: [1, 2] },
        { number: 9, fieldIds: [3] },
      ];
      return {
        from,
        input: { counters },
        other: { counters: counters.slice(1) },
        seen: async () => {
          const view = await officer.until((now) => now.counters.length === 2);
          expect(view.counters.map(({ number, fieldIds }) => ({ number, fieldIds }))).toEqual(counters);
        },
      };
    },
  },
  'printer:test': {
    arrange: async (office) => {
      const { manage, printer } = await withPrinter(office);
      return {
        from: manage,
        input: { deviceId: null, picture: pictureOf(12, 0x5a) },
        other: { deviceId: null, picture: pictureOf(12, 0xa5) },
        seen: async () => {
          await expect.poll(() => printer.jobs().length, { timeout: 10_000 }).toBe(1);
        },
      };
    },
  },
  'device:sound': {
    arrange: async (office) => {
      const manage = await office.manage();
      const { client, deviceId } = await pairedDevice(office, manage, 'wall');
      return {
        from: manage,
        input: { deviceId },
        other: { deviceId: 77 },
        seen: async () => {
          await client.until(({ wish }) => wish.sounds === 1);
        },
      };
    },
  },
};
