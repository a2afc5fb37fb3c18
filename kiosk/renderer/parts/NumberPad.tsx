import type { ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { helpWords } from '../../../shared/i18n/screens/help.ts';
import { DigitKeys } from './DigitKeys.tsx';
import { useKiosk } from './kiosk.ts';
import './NumberPad.css';

type Props = {
  readonly text: string;
  /** How the text is written, where that is not as it is typed. */
  readonly shown?: string;
  readonly maxLength: number;
  /** What is typed, for those who cannot see it. */
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
};

/** What was typed, and large keys for digits; a keyboard that is plugged in types the same. */
export function NumberPad({ text, shown = text, maxLength, label, onChange, onEnter }: Props): ReactNode {
  const { language, words } = useKiosk();
  /** Ahead of what is shown, where keys come faster than it is drawn. */
  const typed = useRef(text);
  useLayoutEffect(() => {
    typed.current = text;
  }, [text]);
  const change = (next: string): void => {
    typed.current = next;
    onChange(next);
  };
  const type = (digit: string): void => {
    if (typed.current.length < maxLength) change(typed.current + digit);
  };
  const rubOut = (): void => change(typed.current.slice(0, -1));

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      // A key that is pressed on a button of the screen belongs to that button.
      if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
      if (event.key === 'Backspace') rubOut();
      else if (event.key === 'Enter') onEnter();
      else if (/^[0-9]$/u.test(event.key)) type(event.key);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <div className="pad">
      <output
        className="pad-text tabular"
        aria-label={label}
        // What is typed may be private: whoever stands around hears only how much of it there is.
        data-said={text === '' ? '' : fill(helpWords[language].typed, { n: text.length })}
      >
        {shown}
        <span className="pad-caret" />
      </output>
      <DigitKeys className="pad-keys" rubOutLabel={words.keyBackspace} onDigit={type} onRubOut={rubOut} />
    </div>
  );
}
