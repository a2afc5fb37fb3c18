import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Part } from '../part.ts';
import { Dialog } from './Dialog.tsx';
import { DialogEnd } from './DialogEnd.tsx';

type Props = Pick<Part, 'request' | 'language' | 'disabled'> & {
  readonly title: string;
  /** What it would mean. */
  readonly more: string;
  readonly keep: string;
  /** The word for doing it. */
  readonly act: string;
  readonly onAct: () => Promise<void>;
  readonly onClose: () => void;
};

/** Asks before something is taken away. */
export function Confirm({ title, more, keep, act, onAct, onClose, ...part }: Props): ReactNode {
  const { language, disabled } = part;
  return (
    <Dialog language={language} title={title} onClose={onClose}>
      <Stack>
        <p>{more}</p>
        <DialogEnd {...part} keep={keep} onClose={onClose}>
          <Button color="red" disabled={disabled} onClick={() => void onAct()}>
            {act}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
