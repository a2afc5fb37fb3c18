import { Button, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import type { Part } from '../part.ts';
import { Dialog } from './Dialog.tsx';
import { DialogEnd } from './DialogEnd.tsx';

type Props = Pick<Part, 'request' | 'language' | 'disabled'> & {
  readonly title: string;
  readonly size?: 'lg' | 'xl';
  /** The word for doing it, where that is not saving. */
  readonly act?: string;
  /** Whether everything is said that it needs. */
  readonly isWhole: boolean;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog that is filled in, and carried out by its button or the Enter key. */
export function FormDialog(props: Props): ReactNode {
  const { title, size, act, isWhole, onSave, onClose, children, ...part } = props;
  const { language, disabled } = part;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!disabled && isWhole) void onSave();
  };
  return (
    <Dialog language={language} title={title} onClose={onClose} {...(size === undefined ? {} : { size })}>
      <form onSubmit={submit}>
        <Stack>
          {children}
          <DialogEnd {...part} onClose={onClose}>
            <Button type="submit" disabled={disabled || !isWhole}>
              {act ?? manageWords[language].save}
            </Button>
          </DialogEnd>
        </Stack>
      </form>
    </Dialog>
  );
}
