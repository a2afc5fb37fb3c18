import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { reserveRequests, SignedGrant } from '../../shared/contract/requests/reserve.ts';
import type { Client } from '../factories/clients.ts';
import { fieldOf } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

/** The numbers set aside for a new memory of a kiosk. @throws if there are none. */
export async function takenBy(kiosk: Client<'kiosk'>, keeper: string = randomUUID()): Promise<SignedGrant> {
  const { grant } = await kiosk.do('reserve:take', { keeper, held: null });
  if (grant === null) throw new Error('no numbers were set aside');
  return grant;
}

/** A number as a kiosk hands it in. */
export const givenAt = (issuedAt: number, fieldId: number, sequence: number) => ({
  ticketId: randomUUID() as string,
  fieldId,
  sequence,
  legs: [] as number[],
  priority: null,
  issuedAt,
  instead: null as string | null,
});

/** Numbers that kiosks give by themselves. */
export const reserveCases: { readonly [N in keyof typeof reserveRequests]: Case<N> } = {
  'reserve:take': {
    arrange: async (office) => {
      const [kiosk, second] = await Promise.all([office.kiosk(), office.kiosk()]);
      const keeper = randomUUID();
      return {
        from: kiosk,
        input: { keeper, held: null },
        other: { keeper: randomUUID(), held: null },
        seen: async ({ grant }) => {
          expect(grant).toMatchObject({ lane: 1, keeper, deviceId: null });
          expect((await takenBy(second, keeper)).lane).toBe(1);
          expect((await takenBy(second)).lane).toBe(2);
        },
      };
    },
  },
  'reserve:handIn': {
    arrange: async (office) => {
      const [kiosk, officer] = await Promise.all([office.kiosk(), office.seated('canbo1', 1)]);
      const fieldId = fieldOf(officer, 1);
      const grant = await takenBy(kiosk);
      return {
        from: kiosk,
        input: { grant, tickets: [givenAt(office.clock.now, fieldId, 900)] },
        other: { grant, tickets: [givenAt(office.clock.now, fieldId, 901)] },
        seen: async ({ taken, kept }) => {
          expect([taken.length, kept.length]).toEqual([1, 0]);
          await officer.until(
            ({ line }) => line[0]?.id === taken[0] && line[0]?.number.endsWith('900') === true,
          );
        },
      };
    },
  },
  'reserve:kept': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      const grant = await takenBy(kiosk);
      await kiosk.do('reserve:handIn', { grant, tickets: [givenAt(office.clock.now, 1, 5)] });
      return {
        from: manage,
        input: {},
        other: null,
        seen: async ({ kept }) => {
          expect(kept).toMatchObject([{ number: '005', why: 'notGiven', kiosk: null }]);
          await manage.until(({ keptNumbers }) => keptNumbers === 1);
        },
      };
    },
  },
};
