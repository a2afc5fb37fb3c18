import { dayMs } from '../../shared/domain/localTime.ts';
import { erasePeople, forgetFaces } from './erase.ts';
import type { Context, TransactionContext } from './ports.ts';

/** What other systems were told, and the lists they sent, is of use while somebody may ask what became of it. */
const integrationDays = 30;

/**
 * Forgets what was kept for its whole time: visitors and faces nobody has seen for so long, what was written, what came
 * of recognising, the oldest of the audit. In one transaction: all of it or nothing; the audit keeps how many, not who.
 */
export function purge(context: Context): void {
  const { store } = context;
  const now = context.now();
  const effects: (() => void)[] = [];
  const inside: TransactionContext = { ...context, afterCommit: (effect) => effects.push(effect) };
  store.transaction(() => {
    const { retention } = store;
    const periods = retention.periods();
    const visitors = new Set(retention.visitorsLastSeenBefore(now - periods.visitorsDays * dayMs));
    if (visitors.size > 0) erasePeople(inside, visitors);
    const faces = new Set(retention.forgetFacesLastSeenBefore(now - periods.templatesDays * dayMs));
    if (faces.size > 0) inside.afterCommit(() => forgetFaces(inside, faces));
    const forgotten = {
      visitors: visitors.size,
      faces: faces.size,
      texts: retention.forgetTextsBefore(now - periods.textsDays * dayMs),
      recognitions: retention.forgetRecognitionsBefore(now - periods.recognitionsDays * dayMs),
      audit: store.audit.forgetBefore(now - periods.auditDays * dayMs),
    };
    store.webhooks.forgetBefore(now - integrationDays * dayMs);
    store.drop.forgetBefore(now - integrationDays * dayMs);
    if (Object.values(forgotten).some((count) => count > 0))
      store.audit.add('system', 'retention', forgotten, now);
    // Also of what nobody counts: the pages of a night's work make it longer than a day does.
    inside.afterCommit(() => store.erasure.emptyLog());
  });
  for (const effect of effects) effect();
}
