import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';

type Line = readonly [called: string, is: string];

/** One page: a heading, lines below it, and the facts. */
export type Page = {
  readonly title: string;
  readonly above: readonly string[];
  readonly facts: readonly Line[];
  readonly below: readonly string[];
  /** Under which somebody signs. */
  readonly sign: string | null;
};

function Paper({ page, hidden }: { readonly page: Page; readonly hidden?: boolean }): ReactNode {
  return (
    <article className="privacy-page" aria-hidden={hidden}>
      <h1>{page.title}</h1>
      {page.above.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <dl>
        {page.facts.flatMap(([called, is]) => [
          <dt key={called}>{called}</dt>,
          <dd key={`${called} is`}>{is}</dd>,
        ])}
      </dl>
      {page.below.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {page.sign !== null && <p className="privacy-sign">{page.sign}</p>}
    </article>
  );
}

type Props = Pick<Part, 'request' | 'language'> & {
  readonly page: Page;
  readonly onClose: () => void;
};

/** A page as it will be printed; only the page itself goes to the printer. */
export function PrintDialog({ page, request, language, onClose }: Props): ReactNode {
  const words = managePrivacyWords[language];
  return (
    <Dialog language={language} title={words.print} size="xl" onClose={onClose}>
      <Stack>
        <Paper page={page} />
        <p className="manage-soft">{words.printHelp}</p>
        <DialogEnd request={request} language={language} onClose={onClose}>
          <Button onClick={() => window.print()}>{words.print}</Button>
        </DialogEnd>
      </Stack>
      {createPortal(<Paper page={page} hidden />, document.body)}
    </Dialog>
  );
}
