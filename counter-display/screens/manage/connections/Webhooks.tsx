import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { WebhookRow } from '../../../../shared/contract/requests/integration.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import { RotateSecret } from './RotateSecret.tsx';
import { Secret } from './Secret.tsx';
import type { ConnectionPart } from './useConnections.ts';
import { useTest } from './useTest.ts';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhookLine } from './WebhookLine.tsx';

/** What is open over the list. */
type Open =
  | { readonly kind: 'form'; readonly webhook: WebhookRow | null }
  | { readonly kind: 'rotate' | 'remove'; readonly webhook: WebhookRow }
  | { readonly kind: 'secret'; readonly secret: string };

/** Whom the office tells what happens. */
export function Webhooks(part: ConnectionPart): ReactNode {
  const { data, request, language, disabled, reload } = part;
  const words = connectionsWords[language];
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const test = useTest(part);
  const shown = async (secret: string | null): Promise<void> => {
    setOpen(secret === null ? null : { kind: 'secret', secret });
    await reload();
    if (secret === null) request.say({ kind: 'note', text: words.webhookSaved });
  };
  const remove = async ({ id }: WebhookRow): Promise<void> => {
    if ((await request.send('webhook:remove', { webhookId: id })) === null) return;
    close();
    await reload();
  };
  return (
    <section>
      <div className="manage-title">
        <h2>{words.webhooks}</h2>
        <Button disabled={disabled} onClick={() => setOpen({ kind: 'form', webhook: null })}>
          {words.addWebhook}
        </Button>
      </div>
      <p className="manage-soft">{words.webhooksHelp}</p>
      {data.webhooks.length === 0 ? (
        <p>{words.noWebhooks}</p>
      ) : (
        <ul className="connections-list" aria-label={words.webhooks}>
          {data.webhooks.map((webhook) => (
            <WebhookLine
              key={webhook.id}
              {...part}
              webhook={webhook}
              onTest={() => void test(webhook.id)}
              onOpen={(kind) => setOpen({ kind, webhook })}
            />
          ))}
        </ul>
      )}
      {open?.kind === 'form' && (
        <WebhookForm {...part} webhook={open.webhook} onSaved={shown} onClose={close} />
      )}
      {open?.kind === 'rotate' && (
        <RotateSecret {...part} webhook={open.webhook} onRotated={shown} onClose={close} />
      )}
      {open?.kind === 'remove' && (
        <Confirm
          {...part}
          title={words.removeTitle}
          more={fill(words.removeMore, { url: open.webhook.url })}
          keep={manageWords[language].cancel}
          act={manageWords[language].remove}
          onAct={() => remove(open.webhook)}
          onClose={close}
        />
      )}
      {open?.kind === 'secret' && (
        <Secret
          language={language}
          title={words.secretMade}
          more={words.secretOnce}
          secret={open.secret}
          onClose={close}
        />
      )}
    </section>
  );
}
