import type { ReactNode, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { Language } from '../../../shared/contract/schemas.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { helpWords } from '../../../shared/i18n/screens/help.ts';
import type { Speaker } from '../effects/speaker.ts';
import { choicesOf, labelOf, linesOf } from './said.ts';
import './SoundGuide.css';

/** A finger that stays down for so long takes the choice that was heard last; a shorter touch goes on to the next. */
const holdMs = 900;

type Props = {
  readonly speaker: Speaker;
  readonly language: Language;
  /** What the visitor is guided through. */
  readonly frame: RefObject<HTMLElement | null>;
};

/** Goes to the next or the one before of what can be chosen, from the last to the first. */
function step(frame: HTMLElement, by: 1 | -1): void {
  const choices = choicesOf(frame);
  const at = choices.indexOf(document.activeElement as HTMLButtonElement);
  const next = at < 0 && by < 0 ? -1 : at + by;
  choices.at(choices.length === 0 ? 0 : next % choices.length)?.focus();
}

/** Says each new screen, and on the same one what is new. @returns the function that ends it. */
function sayScreens(frame: HTMLElement, speaker: Speaker, language: Language): () => void {
  const words = helpWords[language];
  let screen: Element | null = null;
  let said: readonly string[] = [words.soundOn];
  let first = true;
  const tell = (): void => {
    const main = frame.querySelector('main:not([inert])');
    if (main === null) return;
    const lines = linesOf(frame);
    const isNew = main !== screen;
    const fresh = isNew ? lines : lines.filter((line) => !said.includes(line));
    screen = main;
    said = lines;
    if (fresh.length === 0) return;
    const choices = isNew ? [fill(words.choices, { n: choicesOf(frame).length })] : [];
    speaker.say([...(first ? [words.soundOn] : []), ...fresh, ...choices], language);
    first = false;
  };
  const observer = new MutationObserver(tell);
  observer.observe(frame, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['inert', 'data-said'],
  });
  tell();
  return () => {
    observer.disconnect();
    speaker.stop();
  };
}

/** Keys of a number pad, and the arrows. Enter takes what has the focus, as everywhere. */
function listenToKeys(frame: HTMLElement, repeat: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (['NumpadAdd', 'ArrowRight', 'ArrowDown'].includes(event.code)) step(frame, 1);
    else if (['NumpadSubtract', 'ArrowLeft', 'ArrowUp'].includes(event.code)) step(frame, -1);
    else if (event.code === 'NumpadMultiply') repeat();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}

/**
 * Leads through the screens without their being seen: each is said when it comes; a touch anywhere goes on to the next
 * choice and says it, a finger held down takes it.
 */
export function SoundGuide({ speaker, language, frame }: Props): ReactNode {
  const hold = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const sayChoice = ({ target }: FocusEvent): void => {
      const label = target instanceof HTMLButtonElement ? labelOf(target) : '';
      if (label !== '') speaker.say([label], language);
    };
    const ends = [
      sayScreens(element, speaker, language),
      listenToKeys(element, () => speaker.say(linesOf(element), language)),
    ];
    element.addEventListener('focusin', sayChoice);
    return () => {
      for (const end of ends) end();
      element.removeEventListener('focusin', sayChoice);
      if (hold.current !== null) clearTimeout(hold.current);
    };
  }, [frame, speaker, language]);

  const take = (): void => {
    hold.current = null;
    const element = frame.current;
    if (element === null) return;
    const chosen = choicesOf(element).find((one) => one === document.activeElement);
    if (chosen === undefined) speaker.say([helpWords[language].noChoice], language);
    else chosen.click();
  };
  return (
    <div
      className="listen"
      aria-hidden="true"
      onPointerDown={(event) => {
        // The focus stays on the choice that was heard.
        event.preventDefault();
        hold.current = setTimeout(take, holdMs);
      }}
      onMouseDown={(event) => event.preventDefault()}
      onPointerUp={() => {
        if (hold.current === null) return;
        clearTimeout(hold.current);
        hold.current = null;
        if (frame.current !== null) step(frame.current, 1);
      }}
      onPointerCancel={() => {
        if (hold.current !== null) clearTimeout(hold.current);
        hold.current = null;
      }}
    />
  );
}
