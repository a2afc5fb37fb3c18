import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WebhookRow } from '../../../../shared/contract/requests/integration.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { ConnectionPart } from './useConnections.ts';

type Props = ConnectionPart & {
  readonly webhook: WebhookRow;
  readonly onRotated: (secret: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Says what a new secret means for the receiver before there is one. */
export function RotateSecret({ webhook, onRotated, onClose, ...part }: Props): ReactNode {
  const { request, language, disabled } = part;
  const words = connectionsWords[language];
  const rotate = async (): Promise<void> => {
    const rotated = await request.send('webhook:rotate', { webhookId: webhook.id });
    if (rotated !== null) await onRotated(rotated.secret);
  };
  return (
    <Dialog language={language} title={words.rotateTitle} onClose={onClose}>
      <Stack>
        <p>{words.rotateMore}</p>
        <DialogEnd {...part} onClose={onClose}>
          <Button disabled={disabled} onClick={() => void rotate()}>
            {words.rotate}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
