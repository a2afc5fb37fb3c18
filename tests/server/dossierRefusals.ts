import { randomUUID } from 'node:crypto';
import type { RefusalCode } from '../../shared/contract/problems.ts';
import { marital, withDossier } from '../factories/dossiers.ts';
import type { Refusing } from './refusing.ts';
import { answered, busyDesk } from './refusing.ts';

const ready = { kind: 'ready', text: null, dueAt: null } as const;

/** How refusals about dossiers and letters come about. */
export const dossierRefusals = {
  unknownDossier: async (office) =>
    answered((await office.manage()).send('dossier:paper', { dossierId: randomUUID() })),
  dossierElsewhere: async (office) => {
    await withDossier(office);
    const { officer, ticketId } = await busyDesk(office);
    await officer.do('ticket:start', { ticketId });
    return answered(
      officer.send('ticket:finish', {
        ticketId,
        outcome: { result: 'received', procedures: [], dossierCodes: [] },
        callNext: false,
        dossiers: [{ ...marital, procedureKey: 'ht-khai-sinh' }],
      }),
    );
  },
  dossierState: async (office) => {
    const { manage, dossierId } = await withDossier(office);
    await manage.do('dossier:step', { dossierId, ...ready });
    return answered(manage.send('dossier:step', { dossierId, ...ready }));
  },
  dossierUnexplained: async (office) => {
    const { manage, dossierId } = await withDossier(office);
    return answered(manage.send('dossier:step', { dossierId, ...ready, kind: 'refused' }));
  },
  badDueDate: async (office) => {
    const { manage, dossierId, paper } = await withDossier(office);
    const sooner = { kind: 'extended', text: 'Chờ xác minh', dueAt: paper.dueAt } as const;
    return answered(manage.send('dossier:step', { dossierId, ...sooner }));
  },
  badTable: async (office) =>
    answered((await office.manage()).send('dossier:import', { rows: [['Mã hồ sơ']], keep: false })),
  badPlaceholder: async (office) =>
    answered(
      (await office.manage()).send('letter:word', {
        kind: 'thanks',
        wording: { title: 'THƯ', body: 'Kính gửi {ten}' },
      }),
    ),
  noRecipient: async (office) => {
    const { manage, dossierId } = await withDossier(office);
    return answered(manage.send('letter:write', { dossierId, kind: 'thanks', recipient: null }));
  },
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
