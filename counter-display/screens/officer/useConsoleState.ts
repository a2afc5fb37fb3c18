import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { fill } from '../../../shared/i18n/language.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import type { Staff } from '../staff/StaffScreen.tsx';
import { useRequest } from '../staff/useRequest.ts';
import type { Console, Dialog } from './console.ts';
import { draftKey, useDraft } from './drafts.ts';
import type { Tab } from './model/desk.ts';
import { deskState, offeredActions } from './model/desk.ts';
import { addCode } from './model/outcome.ts';
import { focusRow } from './parts/Rows.tsx';
import { useDesk } from './useDesk.ts';
import { useDialog } from './useDialog.ts';
import { useKeys } from './useKeys.ts';

type State = {
  readonly console: Console;
  readonly dialog: Dialog | null;
  readonly onTab: (tab: Tab) => void;
};

/** Everything the parts of the console share, and the keys of the page. */
export function useConsoleState(staff: Staff<'officer'>): State {
  const { cutSince, link, language } = staff;
  const view = staff.view.data;
  const words = officerWords[language];
  const request = useRequest(link, language);
  const { dialog, open, close: closeDialog } = useDialog();
  const [tab, onTab] = useState<Tab>('line');
  const [draft, changeDraft] = useDraft(draftKey(view));
  const showTab = useCallback((next: Tab) => {
    // Drawn at once, so that there is a row to put the focus on.
    flushSync(() => onTab(next));
    focusRow(0);
  }, []);
  const outlets = useMemo(() => ({ request, open, showTab }), [request, open, showTab]);
  const run = useDesk(staff, outlets);
  const scanned = (code: string): void => {
    const isServing = deskState(view) === 'serving';
    if (isServing) changeDraft((now) => ({ ...addCode(now, code), code: now.code }));
    const text = isServing ? fill(words.dossierScanned, { code }) : words.scannedNowhere;
    request.say({ kind: isServing ? 'note' : 'trouble', text });
  };
  useKeys({ offered: offeredActions(view), isDialogOpen: dialog !== null, run, scanned });
  const isCut = cutSince !== null;
  const shown = { view, language, words, link, isCut, tab, draft };
  return { console: { ...shown, request, run, changeDraft, open, closeDialog }, dialog, onTab };
}
