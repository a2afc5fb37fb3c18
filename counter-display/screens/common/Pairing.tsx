import type { SubmitEvent, ReactNode } from 'react';
import { useState } from 'react';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { post } from '../../../shared/link/post.ts';
import { sayProblem } from '../../../shared/ui/sayProblem.ts';

const words = commonWords.vi;
const kinds = { wall: words.pairWall, counter: words.pairCounter } as const;

type Props = { readonly screen: 'wall' | 'counter'; readonly onPaired: (token: string) => void };

/** Asks for the code that a manager reads out, once in the life of a screen. */
export function Pairing({ screen, onPaired }: Props): ReactNode {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');

  const pair = async (): Promise<void> => {
    setBusy(true);
    const reply = await post('/api/pair', { code: code.trim() });
    setBusy(false);
    if (!reply.ok) setTrouble(sayProblem(reply.problem, 'vi'));
    else if (reply.value.screen !== screen) setTrouble(words.pairWrongScreen);
    else onPaired(reply.value.token);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (code.trim() !== '' && !busy) void pair();
  };
  return (
    <main className="pairing">
      <form onSubmit={submit}>
        <h1>{words.pairTitle}</h1>
        <p>
          {kinds[screen]} {words.pairHelp}
        </p>
        <label>
          {words.pairCode}
          <input
            className="tabular"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            inputMode="numeric"
            spellCheck={false}
            maxLength={20}
            aria-invalid={trouble !== ''}
          />
        </label>
        <p className="pairing-trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" disabled={busy || code.trim() === ''}>
          {words.pairNow}
        </button>
      </form>
    </main>
  );
}
