import type { RefusalCode } from '../../shared/contract/problems.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';
import { askQueue } from './requestsOfIntegration.ts';

/** A problem of the API as the socket would have answered it. */
async function saidTo(office: StaffedOffice, key: string): Promise<unknown> {
  const { code, facts } = (await (await askQueue(office, key)).json()) as { code: string; facts?: object };
  return { kind: 'refused', code, ...(facts === undefined ? {} : { detail: facts }) };
}

/** How refusals about other systems come about. */
export const integrationRefusals = {
  badApiKey: (office) => saidTo(office, 'luot_00000000_xxx'),
  scopeMissing: async (office) => {
    const key = { name: 'Giám sát', scopes: ['metrics' as const], expiresAt: null };
    return saidTo(office, (await (await office.manage()).do('apiKey:make', key)).key);
  },
  tooManyRequests: async (office) => {
    for (let i = 0; i < 60; i++) await askQueue(office, 'sai');
    return saidTo(office, 'sai');
  },
  unknownApiKey: async (office) => answered((await office.manage()).send('apiKey:revoke', { keyId: 9 })),
  unknownWebhook: async (office) => answered((await office.manage()).send('webhook:test', { webhookId: 9 })),
  unknownDelivery: async (office) =>
    answered((await office.manage()).send('delivery:resend', { deliveryId: 9 })),
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
