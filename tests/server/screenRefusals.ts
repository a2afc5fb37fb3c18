import type { RefusalCode } from '../../shared/contract/problems.ts';
import { issue } from '../factories/staffedOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';
import { pictureOf } from './screens.ts';

/** How refusals about paper come about. */
export const screenRefusals = {
  noPrinter: async (office) => {
    const kiosk = await office.kiosk();
    const { ticketId } = await issue(kiosk, 1);
    return answered(kiosk.send('paper:print', { ticketId, picture: pictureOf(8, 1) }));
  },
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
