import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { KioskWords } from '../../../shared/i18n/kiosk.ts';
import type { HeadPointer } from '../effects/headPointer.ts';
import type { Action } from '../flow/events.ts';
import type { Help } from '../flow/types.ts';

/** What every screen may use: the words, the office's view, and the visitor's voice. */
export type Kiosk = {
  readonly language: Language;
  readonly words: KioskWords;
  readonly view: View<'kiosk'>;
  /** The server is away, and the kiosk gives numbers by itself. */
  readonly isAlone: boolean;
  readonly act: (action: Action) => void;
  /** What the visitor has asked for to use the kiosk at all. */
  readonly help: Help;
  /** Whether the screen can be read to the visitor in their language. */
  readonly speaks: boolean;
  /** Choosing with the head. */
  readonly head: HeadPointer;
  /** The camera's picture, for the visitor's own preview only. */
  readonly preview: () => MediaStream | null;
};

export type Field = View<'kiosk'>['fields'][number];

export const KioskContext = createContext<Kiosk | null>(null);

/** @throws if a screen is drawn outside the kiosk, which is a bug. */
export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (kiosk === null) throw new Error('useKiosk outside of KioskContext');
  return kiosk;
}
