/** Between two keys of a scanner passes less (ms); somebody who types is slower, or types few keys in a row. */
const betweenKeys = 40;
/** What begins as a card's code goes on for longer pauses: some scanners stop to think at letters with marks. */
const withinCard = 400;
/** The shortest code that is a scanner's: nobody types so many keys so fast. */
const shortest = 12;
const cardBegins = /^\d{12}\|/u;

/**
 * Whether a text is a code's, from a scanner of whatever kind.
 * @param expected whether the kiosk waits for a card: then any long text is, also one that is no card's.
 */
export const isCode = (text: string, expected: boolean): boolean =>
  text.length >= shortest && (expected || cardBegins.test(text));

type Held = { readonly key: string; readonly target: EventTarget | null };

/** What a scanner is told by. */
export type Options = {
  /** Gets the text of a code, which is kept nowhere else. */
  readonly told: (text: string) => void;
  /** Whether the kiosk waits for a card: then any burst of keys is a code, also one that is no card's. */
  readonly expected: () => boolean;
};

/**
 * A scanner that is plugged in as a keyboard: it types the code of a card faster than anybody can, and ends it with
 * Enter. Digits, with which every card begins, are held back until it is clear who types; what a person typed goes
 * where it was meant to go, a few hundredths of a second later.
 * @returns the function that ends it.
 */
export function listenToScanner({ told, expected }: Options): () => void {
  let held: Held[] = [];
  /** What a person typed, on its way. */
  let going: Held[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: ReturnType<typeof setTimeout> | undefined;
  /** Keys that were held back and are now sent on. */
  const released = new WeakSet<Event>();

  const textOf = (): string => held.map(({ key }) => key).join('');
  const forget = (): void => {
    clearTimeout(timer);
    held = [];
  };
  /** One key at a time, so that the screen has taken in each before the next comes. */
  const send = (): void => {
    const [first, ...rest] = going;
    going = rest;
    if (first === undefined) return;
    const event = new KeyboardEvent('keydown', { key: first.key, bubbles: true, cancelable: true });
    released.add(event);
    (first.target ?? window).dispatchEvent(event);
    sending = setTimeout(send);
  };
  const release = (): void => {
    const isIdle = going.length === 0;
    going = [...going, ...held];
    forget();
    if (isIdle) send();
  };
  /** A code that broke off is nobody's typing. */
  const giveUp = (): void => (cardBegins.test(textOf()) ? forget() : release());
  const hold = (event: KeyboardEvent): void => {
    held.push({ key: event.key, target: event.target });
    clearTimeout(timer);
    timer = setTimeout(giveUp, cardBegins.test(textOf()) ? withinCard : betweenKeys);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (released.has(event)) return;
    const isLetter = Array.from(event.key).length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isHeld = held.length > 0 || going.length > 0;
    const isWanted = isLetter && !event.isComposing && (isHeld || expected() || /^\d$/u.test(event.key));
    // A card's code is let go of only by its end; what follows other keys that are held back comes after them.
    const follows = isHeld && !isLetter && !cardBegins.test(textOf());
    const ends = event.key === 'Enter' && isCode(textOf(), expected());
    if (!isWanted && !follows && !ends) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (ends) {
      const text = textOf();
      forget();
      told(text);
    } else {
      hold(event);
      if (follows) release();
    }
  };
  window.addEventListener('keydown', onKey, true);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    clearTimeout(sending);
    forget();
  };
}
