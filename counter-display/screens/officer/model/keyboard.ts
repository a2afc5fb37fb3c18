import type { Action } from './desk.ts';
import { keys } from './desk.ts';

export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'key' | 'repeat' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

const codesOf = (label: string): readonly string[] =>
  /\d/u.test(label) ? [`Digit${label}`, `Numpad${label}`] : [`Key${label}`];

/**
 * The action among those offered that a key press means. Letters and digits are known by the key's place, since
 * Vietnamese typing programs change what a key writes; `/` and `?` by what they write, since their place differs
 * between keyboards. A held key acts once, and the browser's own shortcuts stay the browser's.
 */
export function actionOfKey(press: KeyPress, offered: readonly Action[]): Action | null {
  const { code, key, repeat, isComposing, ctrlKey, altKey, metaKey, shiftKey } = press;
  if (repeat || isComposing || ctrlKey || altKey || metaKey) return null;
  const sign = offered.find((action) => keys[action] === key && /[/?]/u.test(key));
  if (sign !== undefined) return sign;
  return shiftKey ? null : (offered.find((action) => codesOf(keys[action]).includes(code)) ?? null);
}

/** A scanner writes a sign every few milliseconds; a person needs more than this between two keys (ms). */
const scanGapMs = 50;
const shortestCode = 4;
/** So many keys a quick hand may press within that time, one finger after the other. */
const mostByHand = 2;

export type Ear = {
  /**
   * Hears one key press outside of text fields.
   * @param key what it writes, or the key's name.
   * @param action what it means as a single key.
   * @param at when it was pressed, ms.
   * @returns whether the press belongs to a scanned code, so that a focused button must not have it.
   */
  readonly hear: (key: string, action: Action | null, at: number) => boolean;
  readonly close: () => void;
};

/**
 * Tells keys that are pressed from a code that is scanned while no text field has the focus: its letters must not call,
 * finish or cancel anybody. An action waits `gapMs` for more signs; with more than a quick hand makes it was a scanner.
 */
export function openEar(
  act: (action: Action) => void,
  scanned: (code: string) => void,
  gapMs: number = scanGapMs,
): Ear {
  let signs = '';
  let last = -Infinity;
  let pending: Action[] = [];
  let silence: ReturnType<typeof setTimeout> | undefined;
  const fallSilent = (): void => {
    const meant = signs.length <= mostByHand ? pending : [];
    pending = [];
    for (const action of meant) act(action);
  };
  const hear: Ear['hear'] = (key, action, at) => {
    const goesOn = at - last <= gapMs && signs !== '';
    if (key === 'Enter') {
      const code = goesOn && signs.length >= shortestCode ? signs : null;
      signs = '';
      if (code === null) return false;
      clearTimeout(silence);
      pending = [];
      scanned(code);
      return true;
    }
    if ([...key].length !== 1) return false;
    last = at;
    // One key that bounces.
    if (goesOn && signs === key) return false;
    signs = goesOn ? signs + key : key;
    if (action !== null) pending.push(action);
    clearTimeout(silence);
    silence = setTimeout(fallSilent, gapMs);
    return goesOn;
  };
  return { hear, close: () => clearTimeout(silence) };
}
