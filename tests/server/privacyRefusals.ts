import type { RefusalCode } from '../../shared/contract/problems.ts';
import { dayOf, facts, withRequest } from './privacyOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';

/** How refusals about personal data come about. */
export const privacyRefusals = {
  unknownPerson: async (office) =>
    answered(
      (await office.manage()).send('dataRequest:add', {
        kind: 'see',
        channel: 'desk',
        receivedOn: dayOf(office),
        personRef: 'x'.repeat(40),
        correction: null,
        note: null,
      }),
    ),
  unknownDataRequest: async (office) =>
    answered((await office.manage()).send('dataRequest:acknowledge', { dataRequestId: 77 })),
  dataRequestClosed: async (office) => {
    const { manage, dataRequestId } = await withRequest(office, 'see');
    await manage.do('dataRequest:carryOut', { dataRequestId });
    return answered(manage.send('dataRequest:refuse', { dataRequestId, reason: 'Đã trả lời' }));
  },
  unknownBreach: async (office) =>
    answered((await office.manage()).send('breach:change', { breachId: 77, facts, step: null })),
  breachClosed: async (office) => {
    const manage = await office.manage();
    await manage.do('breach:add', { noticedAt: office.clock.now, facts });
    await manage.do('breach:change', { breachId: 1, facts, step: 'closed' });
    return answered(manage.send('breach:change', { breachId: 1, facts, step: 'reported' }));
  },
  notYet: async (office) =>
    answered((await office.manage()).send('breach:add', { noticedAt: office.clock.now + 1, facts })),
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
