import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Request } from './useRequest.ts';

type Props = { readonly request: Request; readonly closeLabel: string };

/** What the last request came to, until it is closed or the next one is sent. */
export function SaidAlert({ request: { said, say }, closeLabel }: Props): ReactNode {
  if (said === null) return null;
  return (
    <Alert
      className="staff-said"
      role="alert"
      color={said.kind === 'trouble' ? 'red' : 'blue'}
      variant="light"
      withCloseButton
      closeButtonLabel={closeLabel}
      onClose={() => say(null)}
    >
      {said.text}
    </Alert>
  );
}
