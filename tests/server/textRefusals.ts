import type { RefusalCode } from '../../shared/contract/problems.ts';
import { newProcedure, smallTable } from '../factories/catalogue.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';

/** How refusals about what the office says come about. */
export const textRefusals = {
  procedureChanged: async (office) => {
    const [one, other] = await Promise.all([office.manage(), office.manage()]);
    const edited = { key: 'ct-ban-sao', revision: 1, setting: newProcedure };
    await one.do('procedure:save', edited);
    return answered(other.send('procedure:save', { ...edited, setting: { ...newProcedure, fee: '' } }));
  },
  catalogueChanged: async (office) => {
    const manage = await office.manage();
    const { stamp } = await manage.do('procedure:check', { rows: smallTable, whole: false });
    await manage.do('procedure:setInUse', { key: 'ct-chu-ky', inUse: false });
    return answered(manage.send('procedure:import', { rows: smallTable, whole: false, stamp }));
  },
  priorityInUse: async (office) => {
    const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
    await kiosk.do('ticket:issue', {
      fieldId: 1,
      legs: [],
      visitorRef: null,
      priority: 'DISABLED',
      channel: 'touch',
    });
    return answered(manage.send('priority:remove', { code: 'DISABLED' }));
  },
  prioritiesChanged: async (office) =>
    answered((await office.manage()).send('priority:order', { codes: ['DISABLED'] })),
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
