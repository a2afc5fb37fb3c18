import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './DigitKeys.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

type Props = {
  /** Where they stand, and how large. */
  readonly className: 'pad-keys' | 'pairing-keys';
  /** What the key that takes the last digit back is called. */
  readonly rubOutLabel: string;
  readonly onDigit: (digit: string) => void;
  readonly onRubOut: () => void;
};

/** Keys for digits, as on a telephone. */
export const DigitKeys = ({ className, rubOutLabel, onDigit, onRubOut }: Props): ReactNode => (
  <div className={`digit-keys ${className}`}>
    {digits.map((digit) => (
      <button type="button" className="key tabular" key={digit} onClick={() => onDigit(digit)}>
        {digit}
      </button>
    ))}
    <button type="button" className="key" aria-label={rubOutLabel} onClick={onRubOut}>
      <Icon name="backspace" />
    </button>
  </div>
);
