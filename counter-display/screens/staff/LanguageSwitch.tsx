import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../shared/contract/schemas.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';

type Props = { readonly language: Language; readonly onLanguage: (language: Language) => void };

/** Offers the other language by its own name. */
export function LanguageSwitch({ language, onLanguage }: Props): ReactNode {
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button variant="subtle" color="gray" c="var(--ink)" lang={other} onClick={() => onLanguage(other)}>
      {commonWords[language].otherLanguage}
    </Button>
  );
}
