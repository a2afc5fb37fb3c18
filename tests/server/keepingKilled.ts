import { randomUUID } from 'node:crypto';
import { openOffice } from '../../server/openOffice.ts';
import { perform } from '../../server/usecases/perform.ts';
import { purge } from '../../server/usecases/purge.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import { contextOver, manager } from '../factories/context.ts';

// Erases one visitor, or forgets what is old, and is gone, as in a power cut: inside the transaction, or before the log
// is emptied.

const [data = '', what = '', where = '', now = '0', visitorId = ''] = process.argv.slice(2);
const { db, vault } = await openOffice({ data, ask: () => Promise.resolve(null), now: () => Number(now) });
const whole = contextOver(db, vault, () => Number(now));
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const context: typeof whole = {
  ...whole,
  store: {
    ...whole.store,
    transaction: (work) => {
      const result = whole.store.transaction(() => {
        const done = work();
        if (where === 'inside') die();
        return done;
      });
      die();
      return result;
    },
  },
};
if (what === 'purge') purge(context);
else
  perform(context, 'visitor:erase', { requestId: randomUUID(), visitorId: visitorId as VisitorId }, manager);
