import type { ReactNode, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { post } from '../../../shared/link/post.ts';
import { sayProblem } from '../../../shared/ui/sayProblem.ts';
import { DigitKeys } from '../parts/DigitKeys.tsx';
import './Pairing.css';

const words = commonWords.vi;
const longest = 12;

/** Asks staff, once in the life of a kiosk, for the code that a manager made. Typed here or on a keyboard. */
export function Pairing({ onPaired }: { readonly onPaired: (token: string) => void }): ReactNode {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // Nothing else can be typed here.
  useEffect(() => input.current?.focus(), []);

  const pair = async (): Promise<void> => {
    setBusy(true);
    const reply = await post('/api/pair', { code });
    setBusy(false);
    if (!reply.ok) setTrouble(sayProblem(reply.problem, 'vi'));
    else if (reply.value.screen !== 'kiosk') setTrouble(words.pairWrongScreen);
    else onPaired(reply.value.token);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (code !== '' && !busy) void pair();
  };
  return (
    <main className="alone">
      <form className="pairing" onSubmit={submit}>
        <h1 className="title">{words.pairTitle}</h1>
        <p className="subtitle">
          {words.pairKiosk} {words.pairHelp}
        </p>
        <label>
          {words.pairCode}
          <input
            ref={input}
            className="tabular"
            value={code}
            onChange={({ target }) => setCode(target.value.replace(/\D/gu, ''))}
            inputMode="none"
            autoComplete="off"
            maxLength={longest}
            aria-invalid={trouble !== ''}
          />
        </label>
        <p className="pairing-trouble" role="alert">
          {trouble}
        </p>
        <DigitKeys
          className="pairing-keys"
          rubOutLabel={kioskWords.vi.keyBackspace}
          onDigit={(digit) => setCode((typed) => (typed + digit).slice(0, longest))}
          onRubOut={() => setCode((typed) => typed.slice(0, -1))}
        />
        <button type="submit" className="choice choice-primary" disabled={busy || code === ''}>
          <strong>{words.pairNow}</strong>
        </button>
      </form>
    </main>
  );
}
