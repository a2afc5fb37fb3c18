import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { sayDuration, sayTime } from '../../../../shared/i18n/time.ts';
import type { Invited } from './Invite.tsx';

type Props = {
  readonly invited: Invited;
  readonly now: () => number;
  readonly timeZone: string;
  readonly language: Language;
  readonly onClose: () => void;
};

/** The code, large enough to be read out across a hall, and how long it is good for. */
export function PairingCode({ invited, now, timeZone, language, onClose }: Props): ReactNode {
  const words = manageWords[language];
  const [left, setLeft] = useState(() => invited.expiresAt - now());
  useEffect(() => {
    const timer = setInterval(() => setLeft(invited.expiresAt - now()), 1_000);
    return () => clearInterval(timer);
  }, [invited, now]);
  const address = `${window.location.origin}/${invited.screen}`;
  return (
    <div className="manage-code">
      <p>{fill(words.codeHelp, { address })}</p>
      <b className="tabular" data-over={left <= 0}>
        {invited.code}
      </b>
      <p>
        {left > 0
          ? fill(words.codeUntil, {
              time: sayTime(invited.expiresAt, timeZone),
              left: sayDuration(left),
            })
          : words.codeOver}
      </p>
      <Button variant="default" onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
}
