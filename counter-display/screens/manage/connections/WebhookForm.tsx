import { Checkbox, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { eventTypes } from '../../../../shared/contract/events.ts';
import { requests } from '../../../../shared/contract/requests.ts';
import type { WebhookRow } from '../../../../shared/contract/requests/integration.ts';
import { eventWords } from '../../../../shared/i18n/api.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { ConnectionPart } from './useConnections.ts';

type Props = ConnectionPart & {
  /** Null: a new one. */
  readonly webhook: WebhookRow | null;
  readonly onSaved: (secret: string | null) => Promise<void>;
  readonly onClose: () => void;
};

const { url: urlSchema } = requests['webhook:save'].input.shape;

/** Where messages go, and of what. */
export function WebhookForm({ webhook, onSaved, ...part }: Props): ReactNode {
  const { request, language } = part;
  const words = connectionsWords[language];
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<WebhookRow['events']>(webhook?.events ?? []);
  const [on, setOn] = useState(webhook?.on ?? true);
  const isUrl = urlSchema.safeParse(url.trim()).success;
  const save = async (): Promise<void> => {
    const setting = { webhookId: webhook?.id ?? null, url: url.trim(), events, on };
    const saved = await request.send('webhook:save', setting);
    if (saved !== null) await onSaved(saved.secret);
  };
  return (
    <FormDialog
      {...part}
      title={webhook === null ? words.addWebhook : words.changeWebhook}
      size="lg"
      isWhole={isUrl && events.length > 0}
      onSave={save}
    >
      <TextInput
        size="md"
        label={words.webhookUrl}
        description={words.webhookUrlHelp}
        placeholder="https://"
        value={url}
        error={url.trim() !== '' && !isUrl ? words.wrongUrl : null}
        maxLength={400}
        spellCheck={false}
        data-autofocus
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={words.webhookEvents}
        value={events}
        onChange={(chosen) => setEvents(eventTypes.filter((type) => chosen.includes(type)))}
      >
        <div className="connections-choices">
          {eventTypes.map((type) => (
            <Checkbox key={type} value={type} label={eventWords[language][type]} description={type} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch label={words.webhookOn} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
    </FormDialog>
  );
}
