import { useEffect, useState } from 'react';
import type { Language } from '../../../shared/contract/schemas.ts';

const key = 'luot.language';

/** The language staff chose in this browser; Vietnamese until they do. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() =>
    window.localStorage.getItem(key) === 'en' ? 'en' : 'vi',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    window.localStorage.setItem(key, language);
  }, [language]);
  return [language, setLanguage];
}
