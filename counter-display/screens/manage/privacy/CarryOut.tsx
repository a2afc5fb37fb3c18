import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DataRequestView } from '../../../../shared/contract/views/privacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';
import { sayPerson } from './say.ts';

type Props = Part & { readonly dataRequest: DataRequestView; readonly onClose: () => void };

/** Asks before a request is carried out: most of it cannot be undone. */
export function CarryOut({ dataRequest, onClose, request, language, disabled }: Props): ReactNode {
  const words = managePrivacyWords[language];
  const { id, kind, person } = dataRequest;
  const forgets = person !== null && (kind === 'withdraw' || kind === 'erase');
  const carryOut = async (): Promise<void> => {
    if ((await request.send('dataRequest:carryOut', { dataRequestId: id })) === null) return;
    onClose();
    request.say({ kind: 'note', text: words.carriedOut });
  };
  return (
    <Dialog language={language} title={words.carryOutTitle} onClose={onClose}>
      <Stack>
        <p>
          <strong>{words[`kind_${kind}`]}</strong> · {sayPerson(dataRequest, words)}
        </p>
        <p>{person === null ? words.sure_nobody : words[`sure_${kind}`]}</p>
        <DialogEnd request={request} language={language} keep={words.leave} onClose={onClose}>
          <Button {...(forgets ? { color: 'red' } : {})} disabled={disabled} onClick={() => void carryOut()}>
            {kind === 'see' ? words.finishSee : words.carryOut}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
