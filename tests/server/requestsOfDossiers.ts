import { expect } from 'vitest';
import type { dossierRequests } from '../../shared/contract/requests/dossier.ts';
import { withDossier } from '../factories/dossiers.ts';
import type { Case } from './requestCase.ts';

const other = crypto.randomUUID();
const table = [
  ['Mã hồ sơ', 'Thủ tục', 'Ngày nhận'],
  ['C-17', 'dd-cap-doi', '20/11/2026'],
];

/** Dossiers and letters. */
export const dossierCases: { readonly [N in keyof typeof dossierRequests]: Case<N> } = {
  'dossier:find': {
    arrange: async (office) => {
      const { officer, manage, dossierId } = await withDossier(office);
      const input = { which: 'all', query: '0123', limit: 20 } as const;
      return {
        from: officer,
        input,
        other: { ...input, query: 'khác' },
        seen: async ({ rows, total }) => {
          expect(rows).toMatchObject([{ id: dossierId, code: 'H-2026-0123', state: 'received', name: null }]);
          expect(total).toBe(1);
          expect((await manage.do('dossier:find', input)).rows).toEqual(rows);
        },
      };
    },
  },
  'dossier:step': {
    arrange: async (office) => {
      const { officer, manage, dossierId } = await withDossier(office);
      const ready = { kind: 'ready', text: null, dueAt: null } as const;
      return {
        from: officer,
        input: { dossierId, ...ready },
        other: { dossierId: other, ...ready },
        seen: async () => {
          await manage.until(({ dossiers }) => dossiers.figures.ready === 1);
        },
      };
    },
  },
  'dossier:paper': {
    arrange: async (office) => {
      const { officer, manage, paper, dossierId } = await withDossier(office);
      return {
        from: officer,
        input: { dossierId },
        other: { dossierId: other },
        seen: async (output) => {
          expect(output).toEqual(paper);
          const { officerName, ...facts } = await manage.do('dossier:paper', { dossierId });
          expect(paper).toMatchObject(facts);
          expect(officerName).toBe(manage.view().me.name);
        },
      };
    },
  },
  'dossier:import': {
    arrange: async (office) => {
      const [manage, colleague] = await Promise.all([office.manage(), office.manage()]);
      return {
        from: manage,
        input: { rows: table, keep: true },
        other: { rows: table.slice(0, 1), keep: true },
        seen: async (output) => {
          expect(output).toEqual({ added: 1, known: 0 });
          await colleague.until(({ dossiers }) => dossiers.figures.open === 1);
        },
      };
    },
  },
  'dossier:setUp': {
    arrange: async (office) => {
      const [manage, colleague] = await Promise.all([office.manage(), office.manage()]);
      const setting = { ...manage.view().dossiers.setting, place: 'Hà Đông', codePattern: '{year}.{number}' };
      return {
        from: manage,
        input: { setting },
        other: { setting: { ...setting, place: '' } },
        seen: async () => {
          const { dossiers } = await colleague.until((view) => view.dossiers.setting.place !== '');
          expect(dossiers.setting).toEqual(setting);
        },
      };
    },
  },
  'letter:write': {
    arrange: async (office) => {
      const { manage, dossierId } = await withDossier(office);
      const letter = { kind: 'thanks', recipient: 'Đỗ Văn Khôi' } as const;
      return {
        from: manage,
        input: { dossierId, ...letter },
        other: { dossierId: other, ...letter },
        seen: async (output) => {
          expect(output).toMatchObject({ kind: 'thanks', number: 1, title: 'THƯ CẢM ƠN' });
          const next = await manage.do('letter:write', { dossierId, ...letter });
          expect(next.number).toBe(2);
        },
      };
    },
  },
  'letter:word': {
    arrange: async (office) => {
      const [manage, colleague] = await Promise.all([office.manage(), office.manage()]);
      const wording = { title: 'THƯ CẢM ƠN', body: 'Cảm ơn {nguoi_nhan}.' };
      return {
        from: manage,
        input: { kind: 'thanks', wording },
        other: { kind: 'birth', wording },
        seen: async () => {
          await colleague.until(({ dossiers }) =>
            dossiers.templates.some(({ kind, body }) => kind === 'thanks' && body === wording.body),
          );
        },
      };
    },
  },
};
