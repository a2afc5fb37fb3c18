import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import type { Trying } from './Step.tsx';

type Props = Pick<Trying, 'language' | 'disabled' | 'onTried'> & { readonly question: string };

/** What only somebody who is there can tell. */
export function Tried({ question, language, disabled, onTried }: Props): ReactNode {
  const words = assistantWords[language];
  return (
    <div className="assistant-tried" role="group" aria-label={question}>
      <p role="status">{question}</p>
      <Group>
        <Button size="md" disabled={disabled} onClick={() => onTried(true)}>
          {words.yes}
        </Button>
        <Button size="md" variant="default" disabled={disabled} onClick={() => onTried(false)}>
          {words.no}
        </Button>
      </Group>
    </div>
  );
}
