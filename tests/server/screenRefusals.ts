import type { RefusalCode } from '../../shared/contract/problems.ts';
import { postTo } from '../factories/clients.ts';
import { issue } from '../factories/staffedOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';
import { pictureOf } from './screens.ts';

/** How refusals about paper and speech come about. */
export const screenRefusals = {
  noPrinter: async (office) => {
    const kiosk = await office.kiosk();
    const { ticketId } = await issue(kiosk, 1);
    return answered(kiosk.send('paper:print', { ticketId, picture: pictureOf(8, 1) }));
  },
  noVoice: async (office) => {
    const { body } = await postTo(office.url(), '/api/speak', { language: 'vi', text: 'Mời Ông/Bà lấy số' });
    return body;
  },
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
