import { Button, Kbd } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { RequestName } from '../../../../shared/contract/requests.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import type { Action } from '../model.ts';
import { actions, keys, mainAction, possibleActions } from '../model.ts';

type Props = {
  readonly view: View<'officer'>;
  readonly isCut: boolean;
  readonly busy: RequestName | null;
  readonly language: Language;
  readonly onAction: (action: Action) => void;
};

/** A held Enter would press a focused button again and again. */
const onceOnly = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault();
};

/** Each action in its own fixed place, so that a second press never lands on another action. */
export function Actions({ view, isCut, busy, language, onAction }: Props): ReactNode {
  const words = officerWords[language];
  const possible = possibleActions(view);
  const main = mainAction(view);
  return (
    <div className="officer-actions">
      {actions.map((action) => (
        <Button
          key={action}
          size="lg"
          variant={action === main ? 'filled' : 'default'}
          disabled={isCut || !possible.includes(action) || (busy !== null && busy !== `ticket:${action}`)}
          loading={busy === `ticket:${action}`}
          onClick={() => onAction(action)}
          onKeyDown={onceOnly}
          aria-keyshortcuts={keys[action]}
        >
          <span>{words[action]}</span>
          <Kbd size="md">{keys[action]}</Kbd>
        </Button>
      ))}
    </div>
  );
}
