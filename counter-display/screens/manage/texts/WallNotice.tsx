import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';
import type { Undo } from './UndoBar.tsx';
import { UndoBar } from './UndoBar.tsx';

type Notice = { readonly vi: string; readonly en: string };
const most = 300;

/** The line of every wall without settings of its own: the same setting as among the walls, without the rest of it. */
export function WallNotice(part: Part): ReactNode {
  const { view, request, language, disabled } = part;
  const words = manageTextWords[language];
  const [draft, setDraft] = useState<Notice | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const setting = view.walls.find(({ deviceId }) => deviceId === null)?.setting;
  if (setting === undefined) return null;
  const notice = draft ?? setting.notice ?? { vi: '', en: '' };
  const [vi, en] = [notice.vi.trim(), notice.en.trim()];
  const isHalf = (vi === '') !== (en === '');
  const put = async (wanted: Notice | null): Promise<boolean> => {
    const input = { deviceId: null, setting: { ...setting, notice: wanted } };
    if ((await request.send('wall:setUp', input)) === null) return false;
    setDraft(null);
    return true;
  };
  const save = async (): Promise<void> => {
    const before = setting.notice;
    if (!(await put(vi === '' ? null : { vi, en }))) return;
    setUndo({ text: fill(words.saved, { name: words.wallNotice }), act: () => put(before) });
  };
  const line = (of: 'vi' | 'en', label: string): ReactNode => (
    <TextInput
      size="md"
      label={label}
      aria-label={`${words.wallNotice}: ${label}`}
      value={notice[of]}
      maxLength={most}
      lang={of}
      onChange={({ currentTarget: { value } }) => setDraft({ ...notice, [of]: value })}
    />
  );
  return (
    <section className="text-part">
      <div className="text-form">
        <h3>{words.wallNotice}</h3>
        <p className="manage-soft">{words.wallNoticeMore}</p>
        {line('vi', words.inVietnamese)}
        {line('en', words.inEnglish)}
        {isHalf && (
          <p className="text-missing" role="status">
            {words.bothLanguages}
          </p>
        )}
        <UndoBar {...part} undo={undo} onUndone={() => setUndo(null)} />
        <Group>
          <Button
            aria-label={`${manageWords[language].save}: ${words.wallNotice}`}
            disabled={disabled || draft === null || isHalf}
            onClick={() => void save()}
          >
            {manageWords[language].save}
          </Button>
        </Group>
      </div>
      <figure className="text-previews text-walls" aria-label={words.preview}>
        {vi === '' && en === '' && <p className="manage-soft">{words.noNotice}</p>}
        {(['vi', 'en'] as const).map(
          (of) =>
            notice[of].trim() !== '' && (
              <p key={of} className="text-wall" lang={of}>
                {notice[of]}
              </p>
            ),
        )}
      </figure>
    </section>
  );
}
