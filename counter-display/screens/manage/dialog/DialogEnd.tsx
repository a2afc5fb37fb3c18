import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../../staff/SaidAlert.tsx';
import type { Part } from '../part.ts';

type Props = Pick<Part, 'request' | 'language'> & {
  /** In place of “cancel” where leaving all as it is is the safe answer: the focus begins there. */
  readonly keep?: string;
  readonly onClose: () => void;
  /** The button that does it. */
  readonly children: ReactNode;
};

/** The end of a dialog: what the last request was refused for, and the buttons. */
export function DialogEnd({ request, language, keep, onClose, children }: Props): ReactNode {
  return (
    <>
      <SaidAlert request={request} closeLabel={officerWords[language].dismiss} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus={keep === undefined ? undefined : true}>
          {keep ?? manageWords[language].cancel}
        </Button>
        {children}
      </Group>
    </>
  );
}
