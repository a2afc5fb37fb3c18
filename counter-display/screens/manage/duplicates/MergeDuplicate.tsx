import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { duplicateWords } from '../../../../shared/i18n/screens/duplicates.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';
import type { Duplicate } from './Duplicates.tsx';

type Props = Part & { readonly duplicate: Duplicate; readonly onClose: () => void };

/** Asks before two registrations become one, which cannot be undone. */
export function MergeDuplicate({ duplicate, onClose, ...part }: Props): ReactNode {
  const { request, language, disabled } = part;
  const words = duplicateWords[language];
  const merge = async (): Promise<void> => {
    if ((await request.send('visitor:merge', { duplicateId: duplicate.id })) !== null) onClose();
  };
  return (
    <Dialog language={language} title={words.mergeTitle} onClose={onClose}>
      <Stack>
        <p>{words.mergeMore}</p>
        <DialogEnd {...part} keep={words.mergeKeep} onClose={onClose}>
          <Button color="red" disabled={disabled} onClick={() => void merge()}>
            {words.mergeDo}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
