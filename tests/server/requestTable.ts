import { expect } from 'vitest';
import type { RequestName } from '../../shared/contract/requests.ts';
import { postTo } from '../factories/clients.ts';
import { enrol, fieldOf, issue, plainFinish, shotsOf, sightOf } from '../factories/staffedOffice.ts';
import { faceBetween } from '../factories/visitors.ts';
import { assistantCases } from './assistantCases.ts';
import { keepingCases } from './keepingCases.ts';
import { officeCases } from './officeCases.ts';
import type { Case } from './requestCase.ts';
import { cardCases } from './requestsOfCards.ts';
import { danBietCases } from './requestsOfDanBiet.ts';
import { pairedDevice, withCall, withService } from './requestCase.ts';
import { dossierCases } from './requestsOfDossiers.ts';
import { dataCases } from './requestsOfData.ts';
import { deskCases } from './requestsOfDesks.ts';
import { floorCases } from './requestsOfFloor.ts';
import { privacyCases } from './requestsOfPrivacy.ts';
import { integrationCases } from './requestsOfIntegration.ts';
import { remoteCases } from './remoteCases.ts';
import { reportCases } from './requestsOfReports.ts';
import { reserveCases } from './requestsOfReserves.ts';
import { screenCases } from './requestsOfScreens.ts';
import { textCases } from './requestsOfTexts.ts';
import { ticketCases } from './requestsOfTickets.ts';
import { visitorCases } from './requestsOfVisitors.ts';
import { setUpCases } from './setUpCases.ts';

/** Every request of the contract. */
export const cases: { readonly [N in RequestName]: Case<N> } = {
  ...officeCases,
  ...setUpCases,
  ...ticketCases,
  ...deskCases,
  ...floorCases,
  ...dossierCases,
  ...visitorCases,
  ...cardCases,
  ...screenCases,
  ...privacyCases,
  ...dataCases,
  ...reportCases,
  ...integrationCases,
  ...textCases,
  ...danBietCases,
  ...reserveCases,
  ...keepingCases,
  ...assistantCases,
  ...remoteCases,
  'visitor:identify': {
    arrange: async (office) => {
      const [kiosk, second] = await Promise.all([office.kiosk(), office.kiosk()]);
      await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
      return {
        from: kiosk,
        input: sightOf(1, 7, 2),
        other: sightOf(2, 0, 1),
        seen: async (output) => {
          expect(output).toMatchObject({
            kind: 'recognised',
            maskedName: 'Nguyễn T. H. N***',
            usualFields: [],
          });
          // The reference means the same visitor to every kiosk.
          if (output.kind === 'recognised')
            await second.do('visitor:deny', { visitorRef: output.visitorRef });
        },
      };
    },
  },
  'visitor:enrol': {
    arrange: async (office) => {
      const [kiosk, second, manage] = await Promise.all([office.kiosk(), office.kiosk(), office.manage()]);
      const consent = { version: kiosk.view().consent.version, language: 'en' } as const;
      return {
        from: kiosk,
        input: { ...shotsOf(5), card: null, name: 'Đỗ Văn Khôi', birthYear: 1980, consent },
        other: { ...shotsOf(5), card: null, name: 'Lê Hoàng', birthYear: 1980, consent },
        seen: async (output) => {
          expect(output.maskedName).toBe('Đỗ V. K***');
          await manage.until(({ faces }) => faces.visitors === 1 && faces.templates === 1);
          expect(await second.do('visitor:identify', sightOf(5, 9, 1))).toMatchObject({ kind: 'recognised' });
        },
      };
    },
  },
  'visitor:answer': {
    arrange: async (office) => {
      const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
      await enrol(kiosk, 3, 'Đỗ Văn Khôi', 1985);
      const unsure = await kiosk.do('visitor:identify', {
        modelId: 'test-set',
        quality: 0.8,
        embeddings: [
          faceBetween([
            [3, 1],
            [99, 1.2],
          ]),
        ],
        previous: null,
      });
      const questionRef = (unsure.kind === 'unsure' && unsure.question?.questionRef) || '';
      return {
        from: kiosk,
        input: { questionRef, birthYear: 1985 },
        other: { questionRef, birthYear: 1986 },
        seen: async (output) => {
          expect(output).toMatchObject({ kind: 'recognised', maskedName: 'Đỗ V. K***' });
          await manage.until(({ faces }) => faces.today.answered === 1 && faces.today.unsure === 1);
        },
      };
    },
  },
  'visitor:unproven': {
    arrange: async (office) => {
      const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
      return {
        from: kiosk,
        input: { why: 'replay' },
        other: { why: 'noTurn' },
        seen: async () => {
          await manage.until(({ faces }) => faces.today.suspected === 1);
        },
      };
    },
  },
  'kiosk:setUp': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      return {
        from: manage,
        input: { population: 'general', dwellMs: 2000 },
        other: { population: 'general', dwellMs: 2001 },
        seen: async () => {
          await kiosk.until(({ dwellMs }) => dwellMs === 2000);
          await manage.until(({ faces }) => faces.population === 'general' && faces.dwellMs === 2000);
        },
      };
    },
  },
  'visitor:deny': {
    arrange: async (office) => {
      const kiosk = await office.kiosk();
      const { visitorRef } = await enrol(kiosk, 3);
      const { visitorRef: other } = await enrol(kiosk, 4);
      return {
        from: kiosk,
        input: { visitorRef },
        other: { visitorRef: other },
        seen: async () => {
          const outcomes = (office.rows()['recognition'] as { outcome: string }[]).map((row) => row.outcome);
          expect(outcomes).toEqual(['enrolled', 'enrolled', 'denied']);
        },
      };
    },
  },
  'ticket:issue': {
    arrange: async (office) => {
      const [kiosk, wall, officer] = await Promise.all([
        office.kiosk(),
        office.wall(),
        office.seated('canbo1', 1),
      ]);
      const fieldId = fieldOf(officer, 1);
      return {
        from: kiosk,
        input: { fieldId, legs: [], visitorRef: null, priority: null, channel: 'touch' },
        other: { fieldId, legs: [], visitorRef: null, priority: null, channel: 'usual' },
        seen: async ({ ticketId, number }) => {
          await officer.until(({ line }) => line.length === 1 && line[0]?.id === ticketId);
          await wall.until(({ fields }) => fields.find(({ id }) => id === fieldId)?.waiting === 1);
          expect(number).toBe(`${wall.view().fields.find(({ id }) => id === fieldId)?.prefix}001`);
        },
      };
    },
  },
  'ticket:callNext': {
    arrange: async (office) => {
      const [kiosk, wall, display, officer] = await Promise.all([
        office.kiosk(),
        office.wall(),
        office.counter(1),
        office.seated('canbo1', 1),
      ]);
      const { number } = await issue(kiosk, fieldOf(officer, 1));
      return {
        from: officer,
        input: {},
        other: null,
        seen: async (output) => {
          expect(output.number).toBe(number);
          await wall.until(({ calls }) => calls[0]?.number === number && calls[0].counterNumber === 1);
          await display.until(({ call }) => call?.number === number && call.state === 'called');
        },
      };
    },
  },
  'ticket:recall': {
    arrange: async (office) => {
      const { officer, display, ticketId, other } = await withCall(office);
      const first = display.view().call?.announcementId ?? 0;
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          const { call } = await display.until((view) => view.call?.announcements === 2);
          expect(call?.announcementId).toBeGreaterThan(first);
        },
      };
    },
  },
  'ticket:start': {
    arrange: async (office) => {
      const { officer, display, ticketId, other } = await withCall(office);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ call }) => call?.state === 'serving');
        },
      };
    },
  },
  'ticket:miss': {
    arrange: async (office) => {
      const { officer, display, kiosk, ticketId, other } = await withCall(office);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async (output) => {
          expect(output.state).toBe('waiting');
          await display.until(({ call }) => call === null);
          await kiosk.until(({ fields }) => fields.some(({ waiting }) => waiting === 1));
        },
      };
    },
  },
  'ticket:finish': {
    arrange: async (office) => {
      const { officer, display, ticketId, number, other } = await withService(office);
      const wall = await office.wall();
      return {
        from: officer,
        input: { ticketId, ...plainFinish },
        other: { ...other, ...plainFinish },
        seen: async () => {
          await display.until(({ call }) => call === null);
          await wall.until(({ recent, calls }) => calls.length === 0 && recent[0]?.number === number);
        },
      };
    },
  },
  'officer:setPassword': {
    arrange: async (office) => {
      const [manage, officer] = await Promise.all([office.manage(), office.officer('canbo2')]);
      const officerId = officer.view().me.id;
      return {
        from: manage,
        input: { officerId, password: 'một mật khẩu mới' },
        other: { officerId, password: 'một mật khẩu khác' },
        seen: async () => {
          // Whoever was logged in with the old one is out.
          await officer.ended();
          const login = { login: 'canbo2', password: 'một mật khẩu mới' };
          expect((await postTo(office.url(), '/api/login', login)).status).toBe(200);
        },
      };
    },
  },
  'device:invite': {
    arrange: async (office) => {
      const manage = await office.manage();
      return {
        from: manage,
        input: { screen: 'wall', name: 'Sảnh', counterId: null },
        other: { screen: 'kiosk', name: 'Sảnh', counterId: null },
        seen: async ({ code, expiresAt }) => {
          expect(expiresAt - office.clock.now).toBe(15 * 60_000);
          const { body } = await postTo(office.url(), '/api/pair', { code });
          expect(body).toMatchObject({ screen: 'wall' });
          await manage.until(({ devices }) => devices[0]?.name === 'Sảnh' && !devices[0].connected);
        },
      };
    },
  },
  'device:remove': {
    arrange: async (office) => {
      const manage = await office.manage();
      const device = await pairedDevice(office, manage, 'wall');
      const { devices } = await manage.until((view) => view.devices[0]?.connected === true);
      return {
        from: manage,
        input: { deviceId: devices[0]?.id ?? 0 },
        other: { deviceId: 77 },
        seen: async () => {
          await device.client.ended();
          await manage.until((view) => view.devices.length === 0);
        },
      };
    },
  },
};
