import { Anchor, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { apiRoot } from '../../../../shared/contract/api.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import type { Part } from '../part.ts';
import './connections.css';
import { Deliveries } from './Deliveries.tsx';
import { Drop } from './Drop.tsx';
import { Keys } from './Keys.tsx';
import { useConnections } from './useConnections.ts';
import { Webhooks } from './Webhooks.tsx';

/** How other systems come in, and what they are told. */
export function Connections(part: Part & { readonly now: () => number }): ReactNode {
  const { language, disabled } = part;
  const words = connectionsWords[language];
  const { data, reload } = useConnections(part);
  if (data === null) return <section role="status">{words.loading}</section>;
  const all = { ...part, data, reload };
  return (
    <>
      <Group justify="space-between">
        <Anchor href={`${apiRoot}/docs?lang=${language}`} target="_blank">
          {words.docs}
        </Anchor>
        <Button variant="default" disabled={disabled} onClick={() => void reload()}>
          {words.refresh}
        </Button>
      </Group>
      <Keys {...all} />
      <Webhooks {...all} />
      <Deliveries {...all} />
      <Drop {...all} />
    </>
  );
}
