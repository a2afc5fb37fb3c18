import { randomUUID } from 'node:crypto';
import { openOffice } from '../../server/openOffice.ts';
import { takeDeliveries } from '../../server/usecases/deliveries.ts';
import { perform } from '../../server/usecases/perform.ts';
import type { Caller } from '../../server/usecases/ports.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import { contextOver } from '../factories/context.ts';

// Gives a number and is gone, as in a power cut: inside the transaction, right after it, or while it tells others.

const [data = '', where = '', now = '0'] = process.argv.slice(2);
const { db, vault } = await openOffice({ data, ask: () => Promise.resolve(null), now: () => Number(now) });
const whole = contextOver(db, vault, () => Number(now));
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const context: typeof whole = {
  ...whole,
  store: {
    ...whole.store,
    transaction: (work) =>
      whole.store.transaction(() => {
        const done = work();
        if (where === 'inside') die();
        return done;
      }),
  },
};
const kiosk: Caller = { kind: 'device', screen: 'kiosk', deviceId: null, counterId: null };
const ticket = {
  fieldId: 1 as FieldId,
  legs: [],
  visitorRef: null,
  priority: null,
  channel: 'touch',
} as const;
perform(context, 'ticket:issue', { requestId: randomUUID(), ...ticket, legs: [] }, kiosk);
if (where === 'sending') takeDeliveries(context, new Set(), () => 0);
die();
