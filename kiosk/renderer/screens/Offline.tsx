import type { ReactNode } from 'react';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import { reserveWords } from '../../../shared/i18n/screens/reserve.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { Spinner } from '../parts/Spinner.tsx';

type Props = {
  readonly language: Language;
  /** Not away, only not there yet. */
  readonly starting: boolean;
  /** To take a number of the kiosk's own reserve; null: there is none. */
  readonly onTake: (() => void) | null;
  readonly onLanguage: (language: Language) => void;
};

/**
 * No server: a number of the kiosk's own, or what else to do, in words. Needs nothing from the server, since there may
 * never have been one.
 */
export function Offline({ language, starting, onTake, onLanguage }: Props): ReactNode {
  const words = kioskWords[language];
  const alone = reserveWords[language];
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="alone" lang={language}>
      {onTake === null ? (
        <main className="centred screen-offline">
          {starting ? <Spinner /> : <Icon name="info" />}
          <h1 className="title">{starting ? words.startingUp : words.offline}</h1>
          {!starting && <p className="subtitle">{words.offlineHint}</p>}
        </main>
      ) : (
        <main className="centred screen-offline">
          <Icon name="info" />
          <h1 className="title">{alone.title}</h1>
          <p className="subtitle">{alone.hint}</p>
          <Choice label={words.takeNumber} primary onChoose={onTake} />
        </main>
      )}
      <footer>
        <button type="button" className="quiet" lang={other} onClick={() => onLanguage(other)}>
          {words.language}
        </button>
      </footer>
    </div>
  );
}
