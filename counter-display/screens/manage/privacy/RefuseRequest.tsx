import { Button, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DataRequestView } from '../../../../shared/contract/views/privacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';

type Props = Part & { readonly dataRequest: DataRequestView; readonly onClose: () => void };

/** Refuses a request, with the reason that the person is told. */
export function RefuseRequest({ dataRequest, onClose, request, language, disabled }: Props): ReactNode {
  const words = managePrivacyWords[language];
  const [reason, setReason] = useState('');
  const refuse = async (): Promise<void> => {
    const input = { dataRequestId: dataRequest.id, reason };
    if ((await request.send('dataRequest:refuse', input)) === null) return;
    onClose();
    request.say({ kind: 'note', text: words.refusedSaid });
  };
  return (
    <Dialog language={language} title={words.refuseTitle} onClose={onClose}>
      <Stack>
        <Textarea
          label={words.reason}
          value={reason}
          maxLength={1000}
          autosize
          minRows={3}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogEnd request={request} language={language} onClose={onClose}>
          <Button disabled={disabled || reason.trim() === ''} onClick={() => void refuse()}>
            {words.refuse}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
