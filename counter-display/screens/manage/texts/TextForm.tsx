import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { OfficeTextKey, OwnText } from '../../../../shared/contract/texts.ts';
import { officeTextLimits, textChange } from '../../../../shared/contract/texts.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { standardTexts } from '../../../../shared/i18n/officeTexts.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';
import type { Undo } from './UndoBar.tsx';
import { UndoBar } from './UndoBar.tsx';

type Props = Part & {
  readonly textKey: OfficeTextKey;
  /** What is being typed; undefined: nothing. */
  readonly draft: OwnText | null | undefined;
  readonly onDraft: (draft: OwnText | undefined) => void;
};

/** One text in both languages: what is set, what is typed, and the way back to the standard words. */
export function TextForm({ textKey: key, draft, onDraft, ...part }: Props): ReactNode {
  const { view, request, language, disabled } = part;
  const words = manageTextWords[language];
  const [undo, setUndo] = useState<Undo | null>(null);
  const standard = standardTexts[key];
  const hasStandard = standard.vi !== '';
  const reset = hasStandard ? words.reset : words.drop;
  const set = view.texts[key];
  const shown = draft ?? set ?? { vi: '', en: '' };
  const name = words[`text_${key}`];
  const read = textChange.safeParse({ key, wording: shown });

  const put = async (wording: OwnText | null): Promise<boolean> => {
    const text = textChange.parse({ key, wording });
    if ((await request.send('text:set', { text })) === null) return false;
    onDraft(undefined);
    return true;
  };
  const change = async (wording: OwnText | null, said: string): Promise<void> => {
    const before = set;
    if (await put(wording)) setUndo({ text: fill(said, { name }), act: () => put(before) });
  };
  const line = (of: 'vi' | 'en', label: string): ReactNode => (
    <TextInput
      size="md"
      label={label}
      aria-label={`${name}: ${label}`}
      placeholder={standard[of]}
      description={fill(words.left, { n: officeTextLimits[key] - shown[of].length })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={shown[of]}
      maxLength={officeTextLimits[key]}
      lang={of}
      onChange={({ currentTarget: { value } }) => onDraft({ ...shown, [of]: value })}
    />
  );
  const lacksEnglish = shown.vi.trim() !== '' && shown.en.trim() === '';
  return (
    <div className="text-form">
      <h3>{name}</h3>
      <p className="manage-soft">{words[`textMore_${key}`]}</p>
      {line('vi', words.inVietnamese)}
      {line('en', words.inEnglish)}
      {lacksEnglish && (
        <p className="text-missing" role="status">
          {standard.en === '' ? words.noEnglishNotice : fill(words.noEnglish, { standard: standard.en })}
        </p>
      )}
      {set === null && draft === undefined && (
        <p className="manage-soft">{hasStandard ? words.isStandard : words.isNothing}</p>
      )}
      <UndoBar {...part} undo={undo} onUndone={() => setUndo(null)} />
      <Group>
        <Button
          aria-label={`${manageWords[language].save}: ${name}`}
          disabled={disabled || draft === undefined || !read.success}
          onClick={() => void change(shown, words.saved)}
        >
          {manageWords[language].save}
        </Button>
        <Button
          variant="default"
          aria-label={`${reset}: ${name}`}
          disabled={disabled || (set === null && draft === undefined)}
          // What was only typed is dropped without asking the server.
          onClick={() =>
            set === null
              ? onDraft(undefined)
              : void change(null, hasStandard ? words.resetDone : words.dropped)
          }
        >
          {reset}
        </Button>
      </Group>
    </div>
  );
}
