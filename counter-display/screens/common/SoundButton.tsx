import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { displayWords } from '../../../shared/i18n/screens/displays.ts';
import type { Sound } from './sound.ts';

/** Shown only while the browser keeps the page silent. */
export function SoundButton({ sound }: { readonly sound: Sound }): ReactNode {
  const state = useSyncExternalStore(sound.subscribe, sound.state);
  if (state !== 'blocked') return null;
  return (
    <button type="button" className="sound-button" onClick={sound.enable}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 9v6h4l5 4V5L8 9H4z" fill="currentColor" />
        <path d="M16 9l5 6m0-6l-5 6" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>
        {displayWords.vi.enableSound}
        <small lang="en">{displayWords.en.enableSound}</small>
      </span>
    </button>
  );
}
