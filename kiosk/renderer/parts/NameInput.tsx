import type { ReactNode } from 'react';
import { longestName } from '../../../shared/domain/name.ts';
import { Keyboard } from './Keyboard.tsx';
import { useKiosk } from './kiosk.ts';
import './NameInput.css';

type Props = {
  readonly text: string;
  /** What is typed, for those who cannot see it; never the name itself. */
  readonly label: string;
  /** What stands below the name. */
  readonly children?: ReactNode;
  readonly onEnter: () => void;
};

/** A name as it is typed, and the keyboard for it. */
export function NameInput({ text, label, children, onEnter }: Props): ReactNode {
  const { act } = useKiosk();
  return (
    <>
      <div>
        <output className="name-text" data-said="" aria-label={label}>
          {text}
          <span className="name-caret" />
        </output>
        {children}
      </div>
      <Keyboard
        text={text}
        maxLength={longestName}
        onChange={(next) => act({ kind: 'typed', text: next })}
        onEnter={onEnter}
      />
    </>
  );
}
