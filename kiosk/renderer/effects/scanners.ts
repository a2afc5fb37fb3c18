import type { Bridge } from '../../bridge.ts';
import type { Options } from './scanner.ts';
import { isCode, listenToScanner } from './scanner.ts';

/**
 * Scanners that are plugged in as a keyboard, and the one at the shell's serial port: a code means the same from each.
 * @param shell null in an ordinary browser, which has no such port.
 * @returns the function that ends it.
 */
export function listenToScanners(shell: Pick<Bridge, 'scanned'> | null, options: Options): () => void {
  const endTyping = listenToScanner(options);
  const endPort = shell?.scanned((text) => {
    if (isCode(text, options.expected())) options.told(text);
  });
  return () => {
    endTyping();
    endPort?.();
  };
}
