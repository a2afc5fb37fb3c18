import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DataRequestView } from '../../../../shared/contract/views/privacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
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
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={reason.trim() !== ''}
      onSave={refuse}
      title={words.refuseTitle}
      act={words.refuse}
      onClose={onClose}
    >
      <Textarea
        label={words.reason}
        value={reason}
        maxLength={1000}
        autosize
        minRows={3}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
