import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';

/** What was done last, and how it is taken back. */
export type Undo = { readonly text: string; readonly act: () => Promise<boolean> };

type Props = Pick<Part, 'request' | 'language' | 'disabled'> & {
  readonly undo: Undo | null;
  readonly onUndone: () => void;
};

/** The last change of this part with the button that takes it back. */
export function UndoBar({ undo, onUndone, request, language, disabled }: Props): ReactNode {
  if (undo === null) return null;
  const words = manageTextWords[language];
  const takeBack = async (): Promise<void> => {
    if (!(await undo.act())) return;
    onUndone();
    request.say({ kind: 'note', text: words.undone });
  };
  return (
    <Group className="text-undo" role="status">
      <span>{undo.text}</span>
      <Button size="compact-md" variant="default" disabled={disabled} onClick={() => void takeBack()}>
        {words.undo}
      </Button>
    </Group>
  );
}
