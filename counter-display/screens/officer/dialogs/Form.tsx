import { Button } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useConsole } from '../console.ts';

type Props = {
  /** What the main button says. */
  readonly send: string;
  readonly isComplete?: boolean;
  readonly isDangerous?: boolean;
  /** Where Enter leads at once. */
  readonly focusSend?: boolean;
  /** False if the main button needs no server. */
  readonly sends?: boolean;
  /** What leaves the dialog; `close` by default. */
  readonly leave?: string;
  readonly onSend: () => void;
  readonly children?: ReactNode;
};

/** A dialog's fields with its two buttons. It can be filled in while the line is cut, and sent when it is back. */
export function Form(props: Props): ReactNode {
  const { send, isComplete = true, isDangerous = false, focusSend = false, sends = true } = props;
  const { leave, onSend, children } = props;
  const { words, request, isCut, closeDialog } = useConsole();
  const maySend = isComplete && !(sends && (isCut || request.busy !== null));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (maySend) onSend();
  };
  return (
    <form onSubmit={submit}>
      {children}
      <div className="dialog-buttons">
        <Button variant="default" onClick={closeDialog} data-autofocus={isDangerous || undefined}>
          {leave ?? words.close}
        </Button>
        <Button
          type="submit"
          color={isDangerous ? 'red' : 'blue'}
          aria-disabled={!maySend || undefined}
          data-off={(sends && isCut) || !isComplete || undefined}
          data-autofocus={(focusSend && !isDangerous) || undefined}
        >
          {send}
        </Button>
      </div>
    </form>
  );
}
