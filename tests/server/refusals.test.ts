import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RefusalCode } from '../../shared/contract/problems.ts';
import { refusalCodes } from '../../shared/contract/problems.ts';
import { problemWords } from '../../shared/i18n/problems.ts';
import { postTo } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import {
  closeAll,
  enrol,
  noLegs,
  plainFinish,
  shotsOf,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered, busyDesk, queueRefusals } from './refusing.ts';
import { nhung } from '../factories/cards.ts';
import { consentOf, registerCard } from '../factories/cardVisitors.ts';
import { keepingRefusals } from './keepingRefusals.ts';
import { officeRefusals } from './officeRefusals.ts';
import { integrationRefusals } from './integrationRefusals.ts';
import { privacyRefusals } from './privacyRefusals.ts';
import { setUpRefusals } from './setUpRefusals.ts';
import { visitorRefusals } from './visitorRefusals.ts';
import { dossierRefusals } from './dossierRefusals.ts';
import { screenRefusals } from './screenRefusals.ts';
import { textRefusals } from './textRefusals.ts';
import { storageRefusals } from './storageRefusals.ts';

// The server looks at its clock every second; here it does not, or whoever's session ends may be cut off before they ask.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

const wrongLogin = (office: StaffedOffice) =>
  postTo(office.url(), '/api/login', { login: 'canbo1', password: 'sai' });

/** How each refusal comes about at the border, and with which facts. */
const refusing: { readonly [C in RefusalCode]: Refusing } = {
  badRange: async (office) =>
    answered((await office.manage()).send('report:read', { from: '2026-11-23', to: '2026-11-22' })),
  notAllowed: async (office) => answered((await office.wall()).send('desk:leave', {})),
  badCredentials: async (office) => (await wrongLogin(office)).body,
  tooManyAttempts: async (office) => {
    for (let i = 0; i < 5; i++) await wrongLogin(office);
    return (await wrongLogin(office)).body;
  },
  sessionExpired: async (office) => {
    const officer = await office.officer();
    office.clock.pass(12 * 3600_000);
    return answered(officer.send('desk:leave', {}));
  },
  badPairingCode: async (office) => (await postTo(office.url(), '/api/pair', { code: '1234 5678' })).body,
  unknownField: async (office) =>
    answered(
      (await office.kiosk()).send('ticket:issue', {
        fieldId: 999,
        legs: [],
        visitorRef: null,
        priority: null,
        channel: 'touch',
      }),
    ),
  nobodyWaiting: async (office) => answered((await office.seated('canbo1', 1)).send('ticket:callNext', {})),
  deskBusy: async (office) => answered((await busyDesk(office)).officer.send('ticket:callNext', {})),
  wrongState: async (office) => {
    const { officer, ticketId } = await busyDesk(office);
    return answered(officer.send('ticket:finish', { ticketId, ...plainFinish }));
  },
  otherDesk: async (office) => {
    const { ticketId } = await busyDesk(office);
    return answered((await office.seated('canbo2', 2)).send('ticket:recall', { ticketId }));
  },
  ...queueRefusals,
  noDesk: async (office) => answered((await office.officer()).send('ticket:callNext', {})),
  unknownCounter: async (office) => answered((await office.officer()).send('desk:take', { counterId: 99 })),
  counterTaken: async (office) => {
    const { officer } = await busyDesk(office);
    const here = officer.view().desk?.counterId ?? 0;
    return answered((await office.officer('canbo2')).send('desk:take', { counterId: here }));
  },
  visitorHeld: async (office) => answered((await busyDesk(office)).officer.send('desk:leave', {})),
  facesNotLoaded: async (office) => {
    Object.assign(office.config, { faceLoading: { atOnceMs: 0, turnMs: 0, later: () => undefined } });
    await office.restart();
    return answered((await office.kiosk()).send('visitor:identify', sightOf(1)));
  },
  modelMismatch: async (office) =>
    answered((await office.kiosk()).send('visitor:identify', { ...sightOf(1), modelId: 'another-set' })),
  badEmbeddings: async (office) =>
    answered(
      (await office.kiosk()).send('visitor:identify', {
        previous: null,
        quality: 0.8,
        modelId: 'test-set',
        embeddings: [new Array<number>(64).fill(0)],
      }),
    ),
  visitorRefExpired: async (office) => {
    const kiosk = await office.kiosk();
    const { visitorRef } = await enrol(kiosk, 1);
    office.clock.pass(10 * 60_000 + 1);
    return answered(
      kiosk.send('ticket:issue', { fieldId: 1, legs: [], visitorRef, priority: null, channel: 'usual' }),
    );
  },
  consentOutdated: async (office) =>
    answered(
      (await office.kiosk()).send('visitor:enrol', {
        ...shotsOf(1),
        card: null,
        birthYear: 1980,
        name: null,
        consent: { version: 'của năm ngoái', language: 'vi' },
      }),
    ),
  ...officeRefusals,
  ...setUpRefusals,
  ...visitorRefusals,
  ...privacyRefusals,
  ...integrationRefusals,
  ...storageRefusals,
  ...screenRefusals,
  ...dossierRefusals,
  ...textRefusals,
  ...keepingRefusals,
  tooYoung: async (office) => {
    const kiosk = await office.kiosk();
    const { version } = kiosk.view().consent;
    return answered(
      kiosk.send('visitor:enrol', {
        ...shotsOf(1),
        card: null,
        birthYear: 2010,
        name: null,
        consent: { version, language: 'vi' },
      }),
    );
  },
  questionExpired: async (office) =>
    answered((await office.kiosk()).send('visitor:answer', { questionRef: 'x'.repeat(40), birthYear: 1980 })),
  cardMismatch: async (office) => {
    const kiosk = await office.kiosk();
    await registerCard(kiosk);
    const card = { ...nhung, birthDate: '1990-09-03', saysName: false };
    return answered(kiosk.send('visitor:register', { name: null, card, consent: consentOf(kiosk) }));
  },
  unknownDuplicate: async (office) =>
    answered((await office.manage()).send('visitor:merge', { duplicateId: 99 })),
  unknownOfficer: async (office) =>
    answered(
      (await office.manage()).send('officer:setPassword', { officerId: 99, password: 'mat-khau-dai-du' }),
    ),
  unknownVisitor: async (office) =>
    answered((await office.manage()).send('visitor:erase', { visitorId: randomUUID() })),
  unknownDevice: async (office) => answered((await office.manage()).send('device:remove', { deviceId: 99 })),
  weakPassword: async (office) => {
    const manage = await office.manage();
    const officerId = manage.view().me.id;
    return answered(manage.send('officer:setPassword', { officerId, password: 'ngắn quá!' }));
  },
  requestIdReused: async (office) => {
    const kiosk = await office.kiosk();
    const requestId = randomUUID();
    const ticket = { legs: noLegs, visitorRef: null, priority: null, channel: 'touch', requestId } as const;
    await kiosk.do('ticket:issue', { ...ticket, fieldId: 1 });
    return answered(kiosk.send('ticket:issue', { ...ticket, fieldId: 2 }));
  },
};

describe('refusals', () => {
  test('CT7 every code of the contract is given by something', () => {
    expect(Object.keys(refusing).toSorted()).toEqual(refusalCodes.toSorted());
  });

  test.each(refusalCodes.map((code) => [code, refusing[code]] as const))(
    'CT7 %s is answered, with the facts its words need',
    async (code, how) => {
      const office = await staffedOffice();
      const problem = await how(office);
      expect(problem).toMatchObject({ kind: 'refused', code });
      const { detail = {} } = problem as { detail?: object };
      for (const words of [problemWords.vi[code], problemWords.en[code]])
        for (const [, fact = ''] of words.matchAll(/\{(\w+)\}/gu))
          expect(Object.keys(detail)).toContain(fact);
    },
  );
});
