import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { maintenanceWords } from '../../../shared/i18n/screens/maintenance.ts';
import { Icon } from '../parts/icons.tsx';

type Props = {
  /** How long after a wrong PIN the next may be tried; null: none was wrong. */
  readonly waitMs: number | null;
  readonly onPin: (pin: string) => Promise<void>;
};

const words = maintenanceWords.vi;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
const longest = 12;

/** Keys for the PIN, which is not shown. */
export function PinPad({ waitMs, onPin }: Props): ReactNode {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    if (waitMs === null || waitMs === 0) return;
    setWaits(true);
    const timer = setTimeout(() => setWaits(false), waitMs);
    return () => clearTimeout(timer);
  }, [waitMs]);

  const enter = async (): Promise<void> => {
    setBusy(true);
    await onPin(pin);
    setBusy(false);
    setPin('');
  };
  const trouble =
    waitMs === null
      ? words.noPin
      : waits
        ? fill(words.wait, { seconds: Math.ceil(waitMs / 1000) })
        : words.wrong;
  return (
    <div className="maintenance-pin">
      <p className="subtitle">{words.pin}</p>
      <output className="maintenance-dots" aria-label={String(pin.length)}>
        {'•'.repeat(pin.length)}
      </output>
      <p role="status">{trouble}</p>
      <div className="pairing-keys">
        {digits.map((digit) => (
          <button
            type="button"
            key={digit}
            onClick={() => setPin((typed) => (typed + digit).slice(0, longest))}
          >
            {digit}
          </button>
        ))}
        <button type="button" aria-label="⌫" onClick={() => setPin((typed) => typed.slice(0, -1))}>
          <Icon name="backspace" />
        </button>
      </div>
      <button
        type="button"
        className="choice choice-primary"
        disabled={busy || waits || pin === ''}
        onClick={() => void enter()}
      >
        <strong>{words.enter}</strong>
      </button>
    </div>
  );
}
