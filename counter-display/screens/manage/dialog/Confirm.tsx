import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import type { Part } from '../part.ts';
import { Dialog } from './Dialog.tsx';
import { DialogEnd } from './DialogEnd.tsx';

type Props = Pick<Part, 'request' | 'language' | 'disabled'> & {
  readonly title: string;
  /** What it would mean. */
  readonly more: string;
  readonly keep: string;
  readonly onRemove: () => Promise<void>;
  readonly onClose: () => void;
};

/** Asks before something is taken away. */
export function Confirm({ title, more, keep, onRemove, onClose, ...part }: Props): ReactNode {
  const { language, disabled } = part;
  return (
    <Dialog language={language} title={title} onClose={onClose}>
      <Stack>
        <p>{more}</p>
        <DialogEnd {...part} keep={keep} onClose={onClose}>
          <Button color="red" disabled={disabled} onClick={() => void onRemove()}>
            {manageWords[language].remove}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
