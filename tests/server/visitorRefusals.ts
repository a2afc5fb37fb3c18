import type { RefusalCode } from '../../shared/contract/problems.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';
import { withQuestion, withService } from './requestCase.ts';

const satisfied = { level: 4, reasons: [], remark: null };

/** How refusals of what visitors say come about. */
export const visitorRefusals = {
  alreadyRated: async (office) => {
    const { display, ticketId } = await withQuestion(office);
    await display.do('rating:skip', { ticketId });
    return answered(display.send('rating:give', { ticketId, ...satisfied }));
  },
  notRateable: async (office) => {
    const { display, ticketId } = await withService(office);
    return answered(display.send('rating:give', { ticketId, ...satisfied }));
  },
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
