import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { printerWords } from '../../../../shared/i18n/screens/printers.ts';
import { useConsole } from '../console.ts';

/**
 * Kiosks that print nothing, so that somebody goes there: how many, the first in words, and all of them to
 * whoever points at it. It stands in the header, where it moves no button under a hand.
 */
export function PrinterTrouble(): ReactNode {
  const { view, language } = useConsole();
  const words = printerWords[language];
  const all = view.printersInTrouble.map(({ kiosk, fault }) =>
    fill(words.inTrouble, {
      fault: words[fault].toLocaleLowerCase(language),
      kiosk: kiosk ?? words.ownMachine,
    }),
  );
  const [first = ''] = all;
  // There also while nothing is wrong: screen readers tell only what changes in a place that they know.
  return (
    <span className="officer-chip officer-chip-bad" role="status" title={all.join('\n')}>
      {all.length > 1 ? `(${all.length}) ${first}` : first}
    </span>
  );
}
