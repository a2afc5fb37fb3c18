import { expect } from 'vitest';
import type { Case } from './requestCase.ts';
import { withCall, withQuestion } from './requestCase.ts';

/** What visitors say at a counter display or on their phones. */
export const visitorCases: {
  readonly [N in 'rating:give' | 'rating:skip' | 'track:cancel']: Case<N>;
} = {
  'rating:give': {
    arrange: async (office) => {
      const { display, ticketId, trackUrl } = await withQuestion(office);
      const phone = await office.phone(trackUrl);
      const input = { ticketId, level: 2, reasons: ['TIME'], remark: 'Chờ hơi lâu.' };
      return {
        from: display,
        input,
        other: { ...input, level: 1 },
        seen: async () => {
          await display.until(({ rating }) => rating === null);
          await phone.until(({ state }) => state.kind === 'done' && state.rating === null);
          expect(office.rows()['rating']).toMatchObject([
            { ticket_id: ticketId, level: 2, reasons: '["TIME"]', screen: 'counter', at: office.clock.now },
          ]);
        },
      };
    },
  },
  'rating:skip': {
    arrange: async (office) => {
      const { display, ticketId, other } = await withQuestion(office);
      return {
        from: display,
        input: { ticketId },
        other,
        seen: async () => {
          await display.until(({ rating }) => rating === null);
          expect(office.rows()['rating']).toMatchObject([{ ticket_id: ticketId, level: null }]);
        },
      };
    },
  },
  'track:cancel': {
    arrange: async (office) => {
      const { officer, ticketId, trackUrl } = await withCall(office);
      const phone = await office.phone(trackUrl);
      return {
        from: phone,
        input: {},
        other: null,
        seen: async () => {
          await phone.until(({ state }) => state.kind === 'cancelled');
          const { ended } = await officer.until((view) => view.desk?.ticket === null);
          expect(ended).toMatchObject([{ id: ticketId, state: 'cancelled' }]);
        },
      };
    },
  },
};
