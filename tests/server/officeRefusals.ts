import type { RefusalCode } from '../../shared/contract/problems.ts';
import { usualWeek } from '../factories/hours.ts';
import { minutes, opening } from '../factories/ids.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { enrol, issue } from '../factories/staffedOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';

const plain = { legs: [], visitorRef: null, priority: null, channel: 'touch' as const };
const take = async (office: StaffedOffice, fieldId = 1) =>
  answered((await office.kiosk()).send('ticket:issue', { ...plain, fieldId }));

/** An appointment at ten, and who may check in with which code. */
async function withAppointment(office: StaffedOffice) {
  const [manage, kiosk] = [await office.manage(), await office.kiosk()];
  const { code } = await manage.do('appointment:add', { fieldId: 1, at: opening + minutes(120), name: null });
  return { manage, kiosk, by: { kind: 'code', code } as const };
}

/** How refusals about taking numbers and about appointments come about. */
export const officeRefusals = {
  closed: async (office) => {
    const hours = { week: usualWeek, specialDays: [], lastTicketMs: 0 };
    await (await office.manage()).do('office:setHours', { hours });
    office.clock.now = opening - 1;
    return take(office);
  },
  locked: async (office) => {
    const message = { vi: 'Máy tạm dừng.', en: 'Paused.' };
    await (await office.manage()).do('kiosk:lock', { message });
    return take(office);
  },
  quotaReached: async (office) => {
    await (await office.manage()).do('field:setQuota', { fieldId: 1, dailyQuota: 0 });
    return take(office);
  },
  visitorLimit: async (office) => {
    const kiosk = await office.kiosk();
    const { visitorRef } = await enrol(kiosk, 1);
    for (const fieldId of [1, 2]) await issue(kiosk, fieldId, visitorRef);
    return answered(kiosk.send('ticket:issue', { ...plain, fieldId: 3, visitorRef }));
  },
  unknownAppointment: async (office) =>
    answered((await office.manage()).send('appointment:cancel', { appointmentId: 99 })),
  appointmentUsed: async (office) => {
    const { kiosk, by } = await withAppointment(office);
    await kiosk.do('appointment:checkIn', { by });
    return answered(kiosk.send('appointment:checkIn', { by }));
  },
  timePassed: async (office) =>
    answered(
      (await office.officer()).send('appointment:add', {
        fieldId: 1,
        at: opening - minutes(24 * 60),
        name: null,
      }),
    ),
  badCsv: async (office) =>
    answered(
      (await office.manage()).send('appointment:import', { csv: 'ngày,giờ,lĩnh vực\n1/13/2026,8:00,A' }),
    ),
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
