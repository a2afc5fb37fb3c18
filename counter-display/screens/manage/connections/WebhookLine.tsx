import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WebhookRow } from '../../../../shared/contract/requests/integration.ts';
import { eventWords } from '../../../../shared/i18n/api.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { ConnectionPart } from './useConnections.ts';

type Props = ConnectionPart & {
  readonly webhook: WebhookRow;
  readonly onTest: () => void;
  readonly onOpen: (what: 'form' | 'rotate' | 'remove') => void;
};

/** One receiver: what it is told, how that fares, and what can be done with it. */
export function WebhookLine({ webhook, view, language, disabled, now, onTest, onOpen }: Props): ReactNode {
  const words = connectionsWords[language];
  const { timeZone } = view.office;
  const { url, on, due, dead, lastSentAt, previousUntil, events } = webhook;
  const at = (moment: number) => ({ time: sayTime(moment, timeZone), date: sayDate(moment, timeZone) });
  const button = (what: 'form' | 'rotate' | 'remove', label: string, whole: string): ReactNode => (
    <Button
      variant="default"
      disabled={disabled}
      aria-label={fill(whole, { url })}
      onClick={() => onOpen(what)}
    >
      {label}
    </Button>
  );
  return (
    <li>
      <div className="connections-what">
        <b>{url}</b>
        <span>{events.map((type) => eventWords[language][type]).join(' · ')}</span>
        <p>
          {[
            on ? words.on : words.off,
            lastSentAt === null ? words.neverSent : fill(words.lastSent, at(lastSentAt)),
          ].join(' · ')}
        </p>
        <p data-trouble={dead > 0}>{fill(words.counts, { due, dead })}</p>
        {previousUntil !== null && previousUntil > now() && (
          <p>{fill(words.previousUntil, at(previousUntil))}</p>
        )}
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={disabled || !on}
          aria-label={fill(words.testOf, { url })}
          onClick={onTest}
        >
          {words.test}
        </Button>
        {button('form', words.change, words.changeOf)}
        {button('rotate', words.rotate, words.rotateOf)}
        {button('remove', manageWords[language].remove, words.removeOf)}
      </Group>
    </li>
  );
}
