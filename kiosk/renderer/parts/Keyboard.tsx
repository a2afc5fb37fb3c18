import type { ReactNode } from 'react';
import { useEffect } from 'react';
import type { Tone } from '../text/telex.ts';
import { typeBackspace, typeLetter, typeTelex, typeTone } from '../text/telex.ts';
import { Icon } from './icons.tsx';
import { useKiosk } from './kiosk.ts';
import './Keyboard.css';

type Props = {
  readonly text: string;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
};

const rows = ['ăâđêôơư', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
const tones: readonly (readonly [Tone, string])[] = [
  ['acute', '´'],
  ['grave', '`'],
  ['hook', '\u0309'],
  ['tilde', '~'],
  ['dot', '.'],
];
/** What a name may hold, as the contract has it; everything else is not typed at all. */
const allowed = /^[\p{L}\p{M} .'’-]$/u;

/** @returns the text after a key; Telex is understood in Vietnamese, where its keys never end a syllable. */
function press(text: string, key: string, telex: boolean): string {
  if (!allowed.test(key)) return text;
  if (!/\p{L}/u.test(key) && (text === '' || (key === ' ' && text.endsWith(' ')))) return text;
  return telex ? typeTelex(text, key) : typeLetter(text, key);
}

/** Keys for a Vietnamese name on the screen; a keyboard that is plugged in types the same. */
export function Keyboard({ text, maxLength, onChange, onEnter }: Props): ReactNode {
  const { language, words } = useKiosk();
  const change = (next: string): void => {
    if (next.length <= maxLength) onChange(next);
  };
  const letter = (key: string): void => change(press(text, key, language === 'vi'));

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      // A key that is pressed on a button of the screen belongs to that button.
      const onButton =
        event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ');
      if (onButton) return;
      if (event.key === 'Backspace') change(typeBackspace(text));
      else if (event.key === 'Enter') onEnter();
      else if (Array.from(event.key).length === 1) letter(event.key);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <div className="keyboard">
      {rows.map((row) => (
        <div className="keys" key={row}>
          {Array.from(row, (key) => (
            <button type="button" className="key" key={key} onClick={() => letter(key)}>
              {key.toLocaleUpperCase('vi')}
            </button>
          ))}
          {row === rows[3] && (
            <button type="button" className="key key-wide" onClick={() => change(typeBackspace(text))}>
              <Icon name="backspace" />
              {words.keyBackspace}
            </button>
          )}
        </div>
      ))}
      <div className="keys">
        {tones.map(([tone, mark]) => (
          <button
            type="button"
            className="key key-tone"
            key={tone}
            onClick={() => change(typeTone(text, tone))}
          >
            <span aria-hidden="true">{mark}</span>
            {words[`tone_${tone}`]}
          </button>
        ))}
        <button type="button" className="key key-space" onClick={() => letter(' ')}>
          {words.keySpace}
        </button>
      </div>
    </div>
  );
}
