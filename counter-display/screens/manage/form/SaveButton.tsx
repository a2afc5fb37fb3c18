import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import type { Part } from '../part.ts';

type Props = Pick<Part, 'language' | 'disabled'> & {
  /** Whether something has been changed, and can be saved as it is. */
  readonly isReady: boolean;
  readonly onSave: () => void;
};

/** The end of a form that stands on the page itself. */
export const SaveButton = ({ language, disabled, isReady, onSave }: Props): ReactNode => (
  <Group>
    <Button disabled={disabled || !isReady} onClick={onSave}>
      {manageWords[language].save}
    </Button>
  </Group>
);
