import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Dialog } from '../console.ts';
import { fieldName, useConsole } from '../console.ts';
import { Shell } from './Shell.tsx';

type Props = Omit<Extract<Dialog, { kind: 'code' }>, 'kind'>;

/** The code of a new appointment, large enough to be read across the desk. */
export function CodeDialog({ code, at, fieldId }: Props): ReactNode {
  const console = useConsole();
  const { view, words, closeDialog } = console;
  const { timeZone } = view.office;
  return (
    <Shell title={words.codeTitle} size={440}>
      <div className="issued">
        <b className="tabular" role="status">
          {code}
        </b>
        <p>
          {sayTime(at, timeZone)} {sayDate(at, timeZone)} · {fieldName(console, fieldId)}
        </p>
        <p>{words.codeMore}</p>
      </div>
      <div className="dialog-buttons">
        <Button onClick={closeDialog} data-autofocus>
          {words.close}
        </Button>
      </div>
    </Shell>
  );
}
