import { expect } from 'vitest';
import type { ticketRequests } from '../../shared/contract/requests/ticket.ts';
import { fieldOf, issue, plainFinish } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';
import { withCall, withService } from './requestCase.ts';

type Names = Exclude<
  keyof typeof ticketRequests,
  `ticket:${'issue' | 'add' | 'callNext' | 'recall' | 'start' | 'miss' | 'finish'}`
>;

/** What becomes of a number beside the ordinary way. */
export const ticketCases: { readonly [N in Names]: Case<N> } = {
  'ticket:call': {
    arrange: async (office) => {
      const { officer, display, ticketId, number, other } = await withService(office);
      await officer.do('ticket:park', { ticketId });
      await display.until(({ call }) => call === null);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ call }) => call?.number === number && call.state === 'called');
        },
      };
    },
  },
  'ticket:return': {
    arrange: async (office) => {
      const { officer, display, kiosk, ticketId, other } = await withCall(office);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ call }) => call === null);
          await kiosk.until(({ fields }) => fields.some(({ waiting }) => waiting === 1));
        },
      };
    },
  },
  'ticket:park': {
    arrange: async (office) => {
      const { officer, display, ticketId, other } = await withService(office);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ call }) => call === null);
          await officer.until(({ parked }) => parked[0]?.id === ticketId && parked[0].counterNumber === 1);
        },
      };
    },
  },
  'ticket:resume': {
    arrange: async (office) => {
      const { officer, display, ticketId, other } = await withService(office);
      await officer.do('ticket:park', { ticketId });
      await display.until(({ call }) => call === null);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ call }) => call?.state === 'serving');
        },
      };
    },
  },
  'ticket:transfer': {
    arrange: async (office) => {
      const { officer, ticketId, other } = await withCall(office);
      const second = await office.seated('canbo2', 2);
      const to = {
        fieldId: fieldOf(second, 2),
        target: { kind: 'counter', counterId: 2 },
        place: 'kept',
      } as const;
      return {
        from: officer,
        input: { ticketId, ...to },
        other: { ...other, ...to },
        seen: async () => {
          await second.until(({ line }) => line[0]?.id === ticketId);
        },
      };
    },
  },
  'ticket:undoFinish': {
    arrange: async (office) => {
      const { officer, display, ticketId, other } = await withService(office);
      await officer.do('ticket:finish', { ticketId, ...plainFinish });
      await officer.until(({ desk }) => desk?.undo?.ticketId === ticketId);
      await display.until(({ call }) => call === null);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ call }) => call?.state === 'serving');
          await officer.until(({ desk }) => desk?.undo === null);
          expect(office.rows()['service']).toEqual([]);
        },
      };
    },
  },
  'ticket:cancel': {
    arrange: async (office) => {
      const { officer, display, ticketId, other } = await withCall(office);
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ call }) => call === null);
          await officer.until(({ ended }) => ended[0]?.state === 'cancelled');
        },
      };
    },
  },
  'ticket:reactivate': {
    arrange: async (office) => {
      const { officer, kiosk, ticketId, other } = await withCall(office);
      await officer.do('ticket:cancel', { ticketId });
      return {
        from: officer,
        input: { ticketId },
        other,
        seen: async () => {
          await kiosk.until(({ fields }) => fields.some(({ waiting }) => waiting === 1));
        },
      };
    },
  },
  'ticket:setPriority': {
    arrange: async (office) => {
      const { officer, ticketId, other } = await withCall(office);
      const manager = await office.officer('quanly');
      const change = { priority: 'PREGNANT', reason: 'Có giấy xác nhận' };
      return {
        from: officer,
        input: { ticketId, ...change },
        other: { ...other, ...change },
        seen: async () => {
          const { elsewhere } = await manager.until((view) => view.elsewhere[0]?.priority !== null);
          expect(elsewhere[0]?.priority).toEqual({ code: 'PREGNANT', confirmed: true });
        },
      };
    },
  },
  'ticket:setLegs': {
    arrange: async (office) => {
      const { officer, ticketId, other } = await withCall(office);
      const second = await office.officer('canbo1');
      return {
        from: officer,
        input: { ticketId, legs: [1, 2] },
        other: { ...other, legs: [1, 2] },
        seen: async () => {
          await second.until(({ desk }) => desk?.ticket?.legs.join() === '1,2');
        },
      };
    },
  },
  'ticket:note': {
    arrange: async (office) => {
      const { officer, ticketId, other } = await withCall(office);
      const second = await office.officer('canbo1');
      const text = 'Thiếu bản sao giấy khai sinh';
      return {
        from: officer,
        input: { ticketId, text },
        other: { ...other, text },
        seen: async () => {
          await second.until(({ desk }) => desk?.ticket?.notes[0]?.text === text);
        },
      };
    },
  },
  'ticket:reprint': {
    arrange: async (office) => {
      const { officer, kiosk, other } = await withCall(office);
      const waits = await issue(kiosk, fieldOf(officer, 1));
      return {
        from: officer,
        input: { ticketId: waits.ticketId },
        other,
        seen: async (output) => {
          // The paper that was printed first; how long the wait will be has changed by now.
          const { wait: _then, ...facts } = waits;
          expect(output).toMatchObject(facts);
          expect(office.rows()['audit']?.at(-1)).toMatchObject({ request: 'ticket:reprint' });
        },
      };
    },
  },
};
