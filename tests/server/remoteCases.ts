import { expect } from 'vitest';
import { issue } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';
import { pairedDevice } from './requestCase.ts';
import { pictureOf, withPrinter } from './screens.ts';

type Requests = 'device:heeds' | 'device:lock' | 'device:reload' | 'device:reprint';

/** What is asked of screens from afar. */
export const remoteCases: { readonly [N in Requests]: Case<N> } = {
  'device:heeds': {
    arrange: async (office) => {
      const [from, manage] = await Promise.all([office.kiosk(), office.manage()]);
      await manage.do('device:reload', { deviceId: null });
      return {
        from,
        input: { heeds: { locked: false, reloads: 1 } },
        other: { heeds: { locked: true, reloads: 1 } },
        seen: async () => {
          await manage.until(({ ownRemote }) => ownRemote.asked.reloads === 1 && ownRemote.reloadDone);
        },
      };
    },
  },
  'device:lock': {
    arrange: async (office) => {
      const manage = await office.manage();
      const { client, deviceId } = await pairedDevice(office, manage, 'kiosk');
      const own = await office.kiosk();
      return {
        from: manage,
        input: { deviceId, locked: true },
        other: { deviceId, locked: false },
        seen: async () => {
          await client.until(({ wish }) => wish.locked);
          const { devices } = await manage.until((view) => view.devices[0]?.remote.asked.locked === true);
          expect(devices[0]?.remote.lockDone).toBe(false);
          expect(own.view().wish.locked).toBe(false);
        },
      };
    },
  },
  'device:reload': {
    arrange: async (office) => {
      const manage = await office.manage();
      const { client, deviceId } = await pairedDevice(office, manage, 'wall');
      return {
        from: manage,
        input: { deviceId },
        other: { deviceId: 77 },
        seen: async () => {
          await client.until(({ wish }) => wish.reloads === 1);
          await client.do('device:heeds', { heeds: { locked: false, reloads: 1 } });
          await manage.until((view) => view.devices[0]?.remote.reloadDone === true);
        },
      };
    },
  },
  'device:reprint': {
    arrange: async (office) => {
      const { manage, kiosk, printer } = await withPrinter(office);
      const { ticketId } = await issue(kiosk, 1);
      await kiosk.do('paper:print', { ticketId, picture: pictureOf(12, 0x5a) });
      await expect.poll(() => printer.jobs().length, { timeout: 10_000 }).toBe(1);
      await manage.until(({ ownRemote }) => ownRemote.canReprint);
      return {
        from: manage,
        input: { deviceId: null },
        other: { deviceId: 77 },
        seen: async ({ printing }) => {
          expect(printing).toBe(true);
          await expect.poll(() => printer.jobs().length, { timeout: 10_000 }).toBe(2);
          const [first, second] = printer.jobs();
          expect(second).toEqual(first);
        },
      };
    },
  },
};
