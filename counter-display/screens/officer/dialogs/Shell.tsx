import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { commonWords } from '../../../../shared/i18n/screens/common.ts';
import { useConsole } from '../console.ts';

type Props = {
  readonly title: string;
  readonly size?: number;
  readonly children: ReactNode;
};

/** The frame of every dialog of the console, with what the last request was refused for. */
export function Shell({ title, size = 560, children }: Props): ReactNode {
  const { words, language, request, isCut, closeDialog } = useConsole();
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={title}
      size={size}
      centered
      // A click beside it would throw away what was filled in.
      closeOnClickOutside={false}
      // The console does this itself, since its dialogs come and go as a whole.
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <div className="dialog">
        {children}
        {isCut && (
          <p className="dialog-warning" role="status">
            {commonWords[language].staleDesk}
          </p>
        )}
        <p className="dialog-said" role="alert">
          {request.said?.kind === 'trouble' ? request.said.text : null}
        </p>
      </div>
    </Modal>
  );
}
