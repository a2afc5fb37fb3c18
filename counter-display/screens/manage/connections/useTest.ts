import { useEffect, useRef } from 'react';
import type { DeliveryRow } from '../../../../shared/contract/requests/integration.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import type { ConnectionPart, Connections } from './useConnections.ts';

/** The newest try of a webhook. */
function lastTest(read: Connections | null, webhookId: number): DeliveryRow | null {
  const tests = read?.deliveries.filter((one) => one.type === 'webhook.test' && one.webhookId === webhookId);
  return tests?.toSorted((one, other) => other.id - one.id)[0] ?? null;
}

/**
 * Tries a webhook, and says what came of it: the server shows every screen its view anew when it knows, and that is when
 * this looks, once for each view.
 */
export function useTest({ view, request, language, reload }: ConnectionPart): (id: number) => Promise<void> {
  const words = connectionsWords[language];
  const waiting = useRef<number | null>(null);
  const looked = useRef(view);
  const { say, send, busy } = request;
  const isFree = busy === null;
  useEffect(() => {
    const webhookId = waiting.current;
    if (webhookId === null || !isFree || looked.current === view) return;
    looked.current = view;
    void reload().then((read) => {
      const last = lastTest(read, webhookId);
      if (last === null) return;
      if (last.state === 'sent') say({ kind: 'note', text: words.testTaken });
      else if (last.why === null) return say({ kind: 'note', text: words.testSent });
      else say({ kind: 'trouble', text: fill(words.testFailed, { why: last.why }) });
      waiting.current = null;
    });
  }, [view, isFree, reload, say, words]);
  return async (webhookId) => {
    waiting.current = webhookId;
    looked.current = view;
    if ((await send('webhook:test', { webhookId })) === null) waiting.current = null;
    else say({ kind: 'note', text: words.testSent });
  };
}
