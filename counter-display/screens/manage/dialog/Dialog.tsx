import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import type { Part } from '../part.ts';

type Props = Pick<Part, 'language'> & {
  readonly title: string;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The frame of every dialog of the page. */
export function Dialog({ language, title, size = 'md', onClose, children }: Props): ReactNode {
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': manageWords[language].close }}
      centered
    >
      {children}
    </Modal>
  );
}
