import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { maintenanceWords } from '../../../shared/i18n/screens/maintenance.ts';
import { DigitKeys } from '../parts/DigitKeys.tsx';

type Props = {
  /** How long after a wrong PIN the next may be tried; null: none was wrong. */
  readonly waitMs: number | null;
  readonly onPin: (pin: string) => Promise<void>;
};

const words = maintenanceWords.vi;
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
      <DigitKeys
        className="pairing-keys"
        rubOutLabel={kioskWords.vi.keyBackspace}
        onDigit={(digit) => setPin((typed) => (typed + digit).slice(0, longest))}
        onRubOut={() => setPin((typed) => typed.slice(0, -1))}
      />
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
