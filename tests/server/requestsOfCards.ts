import { expect } from 'vitest';
import { khoi, nhung } from '../factories/cards.ts';
import { consentOf, enrolWithCard, registerCard, showCard } from '../factories/cardVisitors.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { enrol } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

/** Two registrations of one person: by face, and by a card that came with that face later. */
export async function withDuplicates(office: StaffedOffice) {
  const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
  const { visitorRef } = await enrol(kiosk, 1, 'Nguyễn Hồng Nhung', 1991);
  await registerCard(kiosk);
  await enrolWithCard(kiosk, 1);
  const { duplicates } = await manage.until((view) => view.duplicates.length === 1);
  return { kiosk, manage, duplicateId: duplicates[0]?.id ?? 0, visitorRef };
}

/** What is done with citizen cards, and with registrations that may be one person's. */
export const cardCases: {
  readonly [N in 'visitor:showCard' | 'visitor:register' | 'visitor:merge' | 'visitor:notSame']: Case<N>;
} = {
  'visitor:showCard': {
    arrange: async (office) => {
      const kiosk = await office.kiosk();
      await registerCard(kiosk);
      return {
        from: kiosk,
        input: { card: nhung, questionRef: null },
        other: { card: khoi, questionRef: null },
        seen: async (output) => {
          expect(output).toMatchObject({ kind: 'recognised', maskedName: 'Nguyễn T. H. N***' });
          await Promise.resolve();
        },
      };
    },
  },
  'visitor:register': {
    arrange: async (office) => {
      const [kiosk, second, manage] = await Promise.all([office.kiosk(), office.kiosk(), office.manage()]);
      const consent = consentOf(kiosk);
      const card = { ...khoi, saysName: true };
      return {
        from: kiosk,
        input: { name: 'Đỗ Văn Khôi', card, consent },
        other: { name: 'Đỗ Khôi', card, consent },
        seen: async (output) => {
          expect(output.maskedName).toBe('Đỗ V. K***');
          await manage.until(({ faces }) => faces.visitors === 1 && faces.templates === 0);
          expect(await showCard(second, khoi)).toMatchObject({ kind: 'recognised' });
        },
      };
    },
  },
  'visitor:merge': {
    arrange: async (office) => {
      const { manage, duplicateId } = await withDuplicates(office);
      return {
        from: manage,
        input: { duplicateId },
        other: { duplicateId: duplicateId + 1 },
        seen: async () => {
          await manage.until(({ duplicates, faces }) => duplicates.length === 0 && faces.visitors === 1);
        },
      };
    },
  },
  'visitor:notSame': {
    arrange: async (office) => {
      const { manage, duplicateId } = await withDuplicates(office);
      return {
        from: manage,
        input: { duplicateId },
        other: { duplicateId: duplicateId + 1 },
        seen: async () => {
          await manage.until(({ duplicates, faces }) => duplicates.length === 0 && faces.visitors === 2);
        },
      };
    },
  },
};
