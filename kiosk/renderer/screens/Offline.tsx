import type { ReactNode } from 'react';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { Icon } from '../parts/icons.tsx';
import { Spinner } from '../parts/Spinner.tsx';

type Props = {
  readonly language: Language;
  /** Not away, only not there yet. */
  readonly starting: boolean;
  readonly onLanguage: (language: Language) => void;
};

/** No server: what to do, in words. Needs nothing from the server, since there may never have been one. */
export function Offline({ language, starting, onLanguage }: Props): ReactNode {
  const words = kioskWords[language];
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="alone" lang={language}>
      <main className="centred screen-offline">
        {starting ? <Spinner /> : <Icon name="info" />}
        <h1 className="title">{starting ? words.startingUp : words.offline}</h1>
        {!starting && <p className="subtitle">{words.offlineHint}</p>}
      </main>
      <footer>
        <button type="button" className="quiet" lang={other} onClick={() => onLanguage(other)}>
          {words.language}
        </button>
      </footer>
    </div>
  );
}
