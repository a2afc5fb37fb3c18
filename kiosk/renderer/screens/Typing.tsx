import type { ReactNode } from 'react';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { NumberPad } from '../parts/NumberPad.tsx';
import './Typing.css';

type Props = {
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  /** How the text is written, where that is not as it is typed. */
  readonly shown?: string;
  readonly maxLength: number;
  /** What was wrong with what was typed. */
  readonly trouble: string | null;
  readonly onEnter: () => void;
  /** Where to go from here. */
  readonly children: ReactNode;
};

/** A screen on which a number is typed. */
export function Typing({
  title,
  hint,
  text,
  shown = text,
  maxLength,
  trouble,
  onEnter,
  children,
}: Props): ReactNode {
  const { act } = useKiosk();
  return (
    <div className="typing">
      <div className="typing-what">
        <h1 className="title">{title}</h1>
        <p className="subtitle">{hint}</p>
      </div>
      <div className="typing-trouble" role="alert">
        {trouble !== null && (
          <p className="note">
            <Icon name="info" />
            {trouble}
          </p>
        )}
      </div>
      <NumberPad
        text={text}
        shown={shown}
        maxLength={maxLength}
        label={title}
        onChange={(next) => act({ kind: 'typed', text: next })}
        onEnter={onEnter}
      />
      <div className="row">{children}</div>
    </div>
  );
}
