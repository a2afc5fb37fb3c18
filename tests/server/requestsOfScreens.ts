import { expect } from 'vitest';
import { decodeJob } from '../factories/fakePrinter.ts';
import { fakePush } from '../factories/fakePush.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { issue } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';
import { pairedDevice } from './requestCase.ts';
import { fakePrinter, pictureOf, plainWall, wellKiosk, withPrinter } from './screens.ts';

type Names =
  | 'paper:print'
  | 'wall:setUp'
  | 'printer:setUp'
  | 'office:setPublicUrl'
  | 'office:setPush'
  | 'track:setPush'
  | 'device:health';

/** An office that tells phones, and somebody who holds one. */
async function withPhone(office: StaffedOffice) {
  const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
  await manage.do('office:setPublicUrl', { url: 'https://mot-cua.example.vn' });
  const phone = await office.phone((await issue(kiosk, 1)).trackUrl);
  const offered = () => phone.until(({ state }) => state.kind === 'waiting' && state.push !== null);
  return { manage, phone, offered };
}

/** How walls, printers and the address on paper are set up, and printing. */
export const screenCases: { readonly [N in Names]: Case<N> } = {
  'paper:print': {
    arrange: async (office) => {
      const { kiosk, printer } = await withPrinter(office);
      const { ticketId } = await issue(kiosk, 1);
      return {
        from: kiosk,
        input: { ticketId, picture: pictureOf(12, 0x5a) },
        other: { ticketId, picture: pictureOf(12, 0xa5) },
        seen: async () => {
          await expect.poll(() => printer.jobs().length, { timeout: 10_000 }).toBe(1);
          const [job = new Uint8Array()] = printer.jobs();
          expect(decodeJob(job)).toMatchObject({ picture: { width: 576, height: 12 }, cuts: 1 });
        },
      };
    },
  },
  'wall:setUp': {
    arrange: async (office) => {
      const manage = await office.manage();
      const { client: wall, deviceId } = await pairedDevice(office, manage, 'wall');
      const setting = { ...plainWall, notice: { vi: 'Nghỉ trưa 11 giờ 30', en: 'Lunch at 11:30' } };
      return {
        from: manage,
        input: { deviceId, setting },
        other: { deviceId, setting: plainWall },
        seen: async () => {
          await wall.until((view) => view.setting.notice?.vi === 'Nghỉ trưa 11 giờ 30');
          await manage.until(({ walls }) => walls.some((one) => one.deviceId === deviceId));
        },
      };
    },
  },
  'printer:setUp': {
    arrange: async (office) => {
      const [manage, kiosk, printer] = [await office.manage(), await office.kiosk(), await fakePrinter()];
      return {
        from: manage,
        input: { deviceId: null, address: printer.address },
        other: { deviceId: null, address: 'tcp://127.0.0.1:9' },
        seen: async () => {
          await kiosk.until((view) => view.printer === 'ready');
          await manage.until(({ printers }) => printers[0]?.address === printer.address);
        },
      };
    },
  },
  'device:health': {
    arrange: async (office) => {
      const [manage, own] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from: own,
        input: { health: wellKiosk },
        other: { health: { ...wellKiosk, diskFreeBytes: null } },
        seen: async () => {
          const { client: paired, deviceId } = await pairedDevice(office, manage, 'kiosk');
          const browser = { ...wellKiosk, version: null };
          await paired.do('device:health', { health: browser });
          const { devices, ownKiosk } = await manage.until((view) => view.devices[0]?.health !== null);
          const at = office.clock.now;
          expect(devices).toMatchObject([{ id: deviceId, health: { at, ...browser } }]);
          expect(ownKiosk).toEqual({ at, ...wellKiosk });
        },
      };
    },
  },
  'office:setPush': {
    arrange: async (office) => {
      const { manage, offered } = await withPhone(office);
      return {
        from: manage,
        input: { on: true },
        other: { on: false },
        seen: async () => {
          await offered();
        },
      };
    },
  },
  'track:setPush': {
    arrange: async (office) => {
      const { manage, phone, offered } = await withPhone(office);
      await manage.do('office:setPush', { on: true });
      await offered();
      return {
        from: phone,
        input: { subscription: (await fakePush()).subscription },
        other: { subscription: null },
        seen: async () => {
          await phone.until(({ state }) => state.kind === 'waiting' && state.push?.on === true);
        },
      };
    },
  },
  'office:setPublicUrl': {
    arrange: async (office) => ({
      from: await office.manage(),
      input: { url: 'https://mot-cua.example.vn/' },
      other: { url: null },
      seen: async () => {
        await expect
          .poll(() => office.rows()['office'])
          .toMatchObject([{ public_url: 'https://mot-cua.example.vn' }]);
      },
    }),
  },
};
