import { expect } from 'vitest';
import type { privacyRequests } from '../../shared/contract/requests/privacy.ts';
import { sightOf } from '../factories/staffedOffice.ts';
import {
  birthDate,
  dayOf,
  facts,
  nhung,
  personRefOf,
  proven,
  registered,
  requestIn,
  withRequest,
} from './privacyOffice.ts';
import type { Case } from './requestCase.ts';

const newWording = `UPDATE consent_text SET current = 0;
  INSERT INTO consent_text SELECT '9', title_vi, title_en, body_vi, body_en, 1, NULL FROM consent_text`;

/** What visitors do about their own data. */
const mineCases: {
  readonly [N in Extract<keyof typeof privacyRequests, `mine:${string}` | `visitor:${string}`>]: Case<N>;
} = {
  'mine:prove': {
    arrange: async (office) => {
      const { kiosk, visitorRef } = await registered(office);
      return {
        from: kiosk,
        input: { visitorRef, birthDate },
        other: { visitorRef, birthDate: '1981-09-02' },
        seen: async (output) => {
          const mineRef = output.kind === 'proven' ? output.mineRef : '';
          expect(await (await office.kiosk()).do('mine:show', { mineRef })).toMatchObject({ name: nhung });
        },
      };
    },
  },
  'mine:show': {
    arrange: async (office) => {
      const { kiosk, mineRef } = await proven(office);
      return {
        from: kiosk,
        input: { mineRef },
        other: null,
        seen: (output) => {
          expect(output).toMatchObject({ name: nhung, birthYear: 1980, visitCount: 0, visits: [] });
          expect(output.templates).toEqual([{ modelId: 'test-set', madeAt: office.clock.now }]);
          expect(output.consents).toMatchObject([{ current: true, withdrawnAt: null, language: 'vi' }]);
          return Promise.resolve();
        },
      };
    },
  },
  'mine:correct': {
    arrange: async (office) => {
      const [{ kiosk, mineRef }, second] = [await proven(office), await office.kiosk()];
      return {
        from: kiosk,
        input: { mineRef, name: 'Nguyễn Thị Hồng', birthDate: '1979-01-31' },
        other: { mineRef, name: null, birthDate },
        seen: async (output) => {
          expect(output).toEqual({ kind: 'corrected' });
          const kept = await second.do('mine:show', { mineRef });
          expect(kept).toMatchObject({ name: 'Nguyễn Thị Hồng', birthYear: 1979 });
        },
      };
    },
  },
  'mine:withdraw': {
    arrange: async (office) => {
      const [{ kiosk, mineRef }, manage] = [await proven(office), await office.manage()];
      return {
        from: kiosk,
        input: { mineRef },
        other: { mineRef: 'x'.repeat(40) },
        seen: async () => {
          await manage.until(({ faces, privacy }) => faces.templates === 0 && privacy.record.withdrawn === 1);
        },
      };
    },
  },
  'mine:erase': {
    arrange: async (office) => {
      const [{ kiosk, mineRef }, manage] = [await proven(office), await office.manage()];
      return {
        from: kiosk,
        input: { mineRef },
        other: { mineRef: 'x'.repeat(40) },
        seen: async () => {
          await manage.until(({ faces }) => faces.visitors === 0 && faces.templates === 0);
        },
      };
    },
  },
  'visitor:answerConsent': {
    arrange: async (office) => {
      const { kiosk } = await registered(office);
      kiosk.close();
      await office.edit(newWording);
      const again = await office.kiosk();
      const known = await again.do('visitor:identify', sightOf(1, 7, 2));
      const visitorRef = known.kind === 'recognised' ? known.visitorRef : '';
      const consent = { version: '9', language: 'vi' } as const;
      return {
        from: again,
        input: { visitorRef, agrees: true, consent },
        other: { visitorRef, agrees: false, consent },
        seen: async () => {
          expect(await again.do('visitor:identify', sightOf(1, 7, 2))).toMatchObject({ asksConsent: false });
        },
      };
    },
  },
};

/** What the office does about the data of others. */
const officeCases: {
  readonly [N in Exclude<keyof typeof privacyRequests, keyof typeof mineCases>]: Case<N>;
} = {
  'person:find': {
    arrange: async (office) => {
      await registered(office);
      return {
        from: await office.manage(),
        input: { by: { kind: 'name', name: 'hong nhung', birthYear: 1980 }, why: 'mistake' },
        other: null,
        seen: (output) => {
          expect(output).toMatchObject({ people: [{ name: nhung, birthYear: 1980 }], more: 0 });
          return Promise.resolve();
        },
      };
    },
  },
  'dataRequest:add': {
    arrange: async (office) => {
      await registered(office);
      const manage = await office.manage();
      const input = {
        kind: 'correct',
        channel: 'post',
        receivedOn: dayOf(office),
        personRef: await personRefOf(manage),
        correction: { name: 'Nguyễn Thị Hồng', birthDate: null },
        note: 'Thư đến ngày hôm nay',
      } as const;
      return {
        from: manage,
        input,
        other: { ...input, note: null },
        seen: async ({ dataRequestId }) => {
          const { privacy } = await manage.until((view) => view.privacy.requests.length === 1);
          expect(privacy.requests).toMatchObject([
            { id: dataRequestId, note: input.note, person: { maskedName: 'Nguyễn T. H. N***' } },
          ]);
        },
      };
    },
  },
  'dataRequest:acknowledge': {
    arrange: async (office) => {
      const { manage, dataRequestId } = await withRequest(office, 'see');
      return {
        from: manage,
        input: { dataRequestId },
        other: { dataRequestId: 77 },
        seen: async () => {
          await manage.until(({ privacy }) => privacy.requests[0]?.acknowledgedAt === office.clock.now);
        },
      };
    },
  },
  'dataRequest:carryOut': {
    arrange: async (office) => {
      const { manage, dataRequestId } = await withRequest(office, 'erase');
      return {
        from: manage,
        input: { dataRequestId },
        other: { dataRequestId: 77 },
        seen: async () => {
          await manage.until(
            ({ privacy, faces }) => privacy.requests[0]?.outcome === 'done' && faces.visitors === 0,
          );
          expect(requestIn(manage, dataRequestId)).toMatchObject({ person: null, note: null });
        },
      };
    },
  },
  'dataRequest:refuse': {
    arrange: async (office) => {
      const { manage, dataRequestId } = await withRequest(office, 'see');
      return {
        from: manage,
        input: { dataRequestId, reason: 'Không chứng minh được là chủ thể dữ liệu' },
        other: { dataRequestId, reason: 'Khác' },
        seen: async () => {
          await manage.until(({ privacy }) => privacy.requests[0]?.outcome === 'refused');
          expect(requestIn(manage, dataRequestId)?.refusal).toMatch(/^Không chứng minh/u);
        },
      };
    },
  },
  'dataRequest:sheet': {
    arrange: async (office) => {
      const { manage, dataRequestId } = await withRequest(office, 'see');
      return {
        from: manage,
        input: { dataRequestId },
        other: null,
        seen: (output) => {
          expect(output).toMatchObject({ name: nhung, requests: [{ kind: 'see', closedAt: null }] });
          return Promise.resolve();
        },
      };
    },
  },
  'breach:add': {
    arrange: async (office) => {
      const manage = await office.manage();
      const noticedAt = office.clock.now - 3_600_000;
      return {
        from: manage,
        input: { noticedAt, facts },
        other: { noticedAt, facts: { ...facts, people: null } },
        seen: async () => {
          const { privacy } = await manage.until((view) => view.privacy.breaches.length === 1);
          expect(privacy.breaches).toMatchObject([{ facts, reportBy: noticedAt + 72 * 3_600_000 }]);
        },
      };
    },
  },
  'breach:change': {
    arrange: async (office) => {
      const manage = await office.manage();
      await manage.do('breach:add', { noticedAt: office.clock.now, facts });
      const { privacy } = await manage.until((view) => view.privacy.breaches.length === 1);
      const breachId = privacy.breaches[0]?.id ?? 0;
      return {
        from: manage,
        input: { breachId, facts: { ...facts, people: 30 }, step: 'reported' },
        other: { breachId, facts, step: 'closed' },
        seen: async () => {
          const view = await manage.until((next) => next.privacy.breaches[0]?.facts.people === 30);
          expect(view.privacy.breaches[0]?.reportedAt).toBe(office.clock.now);
        },
      };
    },
  },
};

/** Every request about personal data. */
export const dataCases = { ...mineCases, ...officeCases };
