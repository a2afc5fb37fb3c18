import type { CSSProperties, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Issued } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayWait } from '../../../../shared/i18n/wait.ts';
import { deepen } from '../../../../shared/ui/colour.ts';
import { fieldName, useConsole } from '../console.ts';
import { Form } from './Form.tsx';
import { Shell } from './Shell.tsx';
import { Slip } from './Slip.tsx';

/** A number that was given or is to be printed again: large, to be read out, and its paper. */
export function IssuedDialog({ issued }: { readonly issued: Issued }): ReactNode {
  const console = useConsole();
  const { view, words, language } = console;
  const field = view.fields.find(({ id }) => id === issued.fieldId);
  return (
    <Shell title={words.issuedTitle} size={440}>
      <Form send={words.print} focusSend sends={false} onSend={() => window.print()}>
        <div className="issued" style={{ '--field': deepen(field?.colour ?? '#334155') } as CSSProperties}>
          <b className="tabular" role="status">
            {issued.number}
          </b>
          <p>{[issued.fieldId, ...issued.legs].map((id) => fieldName(console, id)).join(' → ')}</p>
          <p>
            {fill(words.ahead, { n: issued.peopleAhead })} ·{' '}
            {fill(words.expectedWait, { wait: sayWait(issued.wait, language) })}
          </p>
        </div>
      </Form>
      {createPortal(<Slip issued={issued} />, document.body)}
    </Shell>
  );
}
