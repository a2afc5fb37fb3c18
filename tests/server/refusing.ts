import { randomUUID } from 'node:crypto';
import type { RefusalCode } from '../../shared/contract/problems.ts';
import type { Answer } from '../../shared/contract/requests.ts';
import { problemOf } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { fieldOf, issue, plainFinish } from '../factories/staffedOffice.ts';

/** Brings a refusal about. @returns the problem that is answered. */
export type Refusing = (office: StaffedOffice) => Promise<unknown>;

export const answered = async (answer: Promise<Answer<unknown>>): Promise<unknown> => problemOf(await answer);

/** An officer at counter 1 with a called visitor. */
export async function busyDesk(office: StaffedOffice) {
  const kiosk = await office.kiosk();
  const officer = await office.seated('canbo1', 1);
  await issue(kiosk, fieldOf(officer, 1));
  const called = await officer.do('ticket:callNext', {});
  return { kiosk, officer, ...called };
}

/** How the commands of the queue are refused. */
export const queueRefusals = {
  unknownTicket: async (office) =>
    answered((await office.seated('canbo1', 1)).send('ticket:recall', { ticketId: randomUUID() })),
  onBreak: async (office) => {
    const officer = await office.seated('canbo1', 1);
    await officer.do('desk:break', { until: null });
    return answered(officer.send('ticket:callNext', {}));
  },
  mayNotPick: async (office) => {
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    await issue(kiosk, fieldOf(officer, 1));
    const { ticketId } = await issue(kiosk, fieldOf(officer, 1));
    return answered(officer.send('ticket:call', { ticketId }));
  },
  keptForOther: async (office) => {
    const { officer, ticketId } = await busyDesk(office);
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:park', { ticketId });
    // Counter 2 does not serve the field.
    return answered((await office.seated('canbo2', 2)).send('ticket:call', { ticketId }));
  },
  coolingDown: async (office) => {
    const { officer, ticketId } = await busyDesk(office);
    await officer.do('ticket:miss', { ticketId });
    return answered(officer.send('ticket:call', { ticketId }));
  },
  tooLate: async (office) => {
    const { officer, ticketId } = await busyDesk(office);
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    office.clock.pass(5_001);
    return answered(officer.send('ticket:undoFinish', { ticketId }));
  },
  unknownProcedure: async (office) => {
    const { officer, ticketId } = await busyDesk(office);
    await officer.do('ticket:start', { ticketId });
    const outcome = { ...plainFinish.outcome, procedures: [{ key: 'khong-co', count: 1 }] };
    return answered(officer.send('ticket:finish', { ticketId, outcome, callNext: false }));
  },
  unknownPriority: async (office) => {
    const { officer, ticketId } = await busyDesk(office);
    return answered(officer.send('ticket:setPriority', { ticketId, priority: 'VIP', reason: 'quen biết' }));
  },
} satisfies { readonly [C in RefusalCode]?: Refusing };
