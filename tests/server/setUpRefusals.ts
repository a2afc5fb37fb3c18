import type { RefusalCode } from '../../shared/contract/problems.ts';
import { issue } from '../factories/staffedOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered, busyDesk } from './refusing.ts';
import { newField, officerIdOf } from './setUpCases.ts';

const named = { vi: 'Quầy', en: 'Counter' };

/** How refusals about what the office is made of come about. */
export const setUpRefusals = {
  prefixTaken: async (office) =>
    answered(
      (await office.manage()).send('field:save', { fieldId: null, setting: { ...newField, prefix: 'B' } }),
    ),
  numberTaken: async (office) =>
    answered((await office.manage()).send('counter:save', { counterId: null, number: 3, name: named })),
  loginTaken: async (office) =>
    answered(
      (await office.manage()).send('officer:add', { login: 'CanBo1', name: 'Hoàng Dung', role: 'officer' }),
    ),
  fieldInUse: async (office) => {
    await issue(await office.kiosk(), 1);
    return answered((await office.manage()).send('field:remove', { fieldId: 1 }));
  },
  counterInUse: async (office) => {
    const { desk } = (await office.seated('canbo1', 1)).view();
    return answered((await office.manage()).send('counter:remove', { counterId: desk?.counterId ?? 0 }));
  },
  officerInUse: async (office) => {
    await busyDesk(office);
    const officerId = await officerIdOf(office, 'canbo1');
    return answered((await office.manage()).send('officer:remove', { officerId }));
  },
  ownAccount: async (office) => {
    const officerId = await officerIdOf(office, 'quanly');
    return answered((await office.manage()).send('officer:remove', { officerId }));
  },
  fieldsChanged: async (office) =>
    answered((await office.manage()).send('field:order', { fieldIds: [2, 1] })),
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
