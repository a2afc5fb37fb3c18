import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { helpWords } from '../../../shared/i18n/screens/help.ts';
import { sayDate, sayTime } from '../../../shared/i18n/time.ts';
import type { Speaker } from '../effects/speaker.ts';
import { SoundGuide } from '../help/SoundGuide.tsx';
import { Icon } from './icons.tsx';
import { useKiosk } from './kiosk.ts';
import './Frame.css';

type Props = {
  /** Changes with the screen; see `settleMs`. */
  readonly screen: string;
  readonly closing: number | null;
  readonly canLeave: boolean;
  readonly now: number;
  /** Calm sentences about the kiosk itself. */
  readonly notices: readonly string[];
  readonly speaker: Speaker;
  readonly children: ReactNode;
};

/** A new screen takes no touch for so long: a second tap, or a finger already on its way, was meant for the old one. */
const settleMs = 350;

function useSettled(screen: string): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(screen), settleMs);
    return () => clearTimeout(timer);
  }, [screen]);
  return settled === screen;
}

/** What all screens have in common: office and clock above; way back, countdown, help and language below. */
export function Frame({ screen, closing, canLeave, now, notices, speaker, children }: Props): ReactNode {
  const { language, words, view, act, help } = useKiosk();
  const frame = useRef<HTMLDivElement>(null);
  const settled = useSettled(screen);
  const { timeZone } = view.office;
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="frame" lang={language} ref={frame}>
      <header className="frame-top">
        <span className="frame-office">{view.office.name[language]}</span>
        <span className="frame-clock tabular">
          {sayDate(now, timeZone)} <strong>{sayTime(now, timeZone)}</strong>
        </span>
      </header>
      <main className={`screen screen-${screen}`} key={screen} inert={!settled}>
        {children}
      </main>
      <footer className="frame-bottom">
        {canLeave && (
          <button type="button" className="quiet" onClick={() => act({ kind: 'leave' })}>
            <Icon name="home" />
            {words.startOver}
          </button>
        )}
        <output
          className={closing === null ? 'frame-notice' : 'frame-closing tabular'}
          {...(closing === null ? {} : { 'data-said': helpWords[language].closing })}
        >
          {closing === null
            ? notices.map((notice) => <span key={notice}>{notice}</span>)
            : fill(words.closing, { n: closing })}
        </output>
        <button
          type="button"
          className="quiet"
          aria-expanded={help.open}
          onClick={() => act({ kind: 'help', open: !help.open })}
        >
          <Icon name="access" />
          {helpWords[language].help}
        </button>
        <button
          type="button"
          className="quiet"
          lang={other}
          onClick={() => act({ kind: 'language', language: other })}
        >
          {words.language}
        </button>
      </footer>
      {help.sound && <SoundGuide speaker={speaker} language={language} frame={frame} />}
    </div>
  );
}
