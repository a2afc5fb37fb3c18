import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';

export type Both = { readonly vi: string; readonly en: string };

/** Whether there is something in both languages. */
export const isComplete = ({ vi, en }: Both): boolean => vi.trim() !== '' && en.trim() !== '';

type Props = {
  readonly label: string;
  readonly value: Both;
  readonly language: Language;
  readonly onChange: (value: Both) => void;
};

/** One text in both languages. */
export function InBoth({ label, value, language, onChange }: Props): ReactNode {
  const words = manageSetUpWords[language];
  const line = (key: keyof Both, inLanguage: string): ReactNode => (
    <TextInput
      size="md"
      label={`${label} (${inLanguage})`}
      value={value[key]}
      maxLength={300}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {line('vi', words.inVietnamese)}
      {line('en', words.inEnglish)}
    </>
  );
}
