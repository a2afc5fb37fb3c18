import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { fill } from '../../../shared/i18n/language.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../staff/SaidAlert.tsx';
import type { Staff } from '../staff/StaffScreen.tsx';
import { useRequest } from '../staff/useRequest.ts';
import type { Console } from './console.ts';
import { ConsoleProvider } from './console.ts';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { draftKey, useDraft } from './drafts.ts';
import type { Tab } from './model/desk.ts';
import { deskState, offeredActions } from './model/desk.ts';
import { addCode } from './model/outcome.ts';
import { ChooseCounter } from './parts/ChooseCounter.tsx';
import { DeskScreen } from './parts/DeskScreen.tsx';
import { Header } from './parts/Header.tsx';
import { focusRow } from './parts/Rows.tsx';
import { Spoken } from './parts/Spoken.tsx';
import { useDesk } from './useDesk.ts';
import { useDialog } from './useDialog.ts';
import { useFocusKept } from './useFocusKept.ts';
import { useKeys } from './useKeys.ts';

/** The officer's screen: first a counter, then one visitor after the other. */
export function Officer(staff: Staff<'officer'>): ReactNode {
  const { cutSince, link, language } = staff;
  const view = staff.view.data;
  const words = officerWords[language];
  const request = useRequest(link, language);
  const { dialog, open, close: closeDialog } = useDialog();
  const [tab, setTab] = useState<Tab>('line');
  const [draft, changeDraft] = useDraft(draftKey(view));
  const showTab = useCallback((next: Tab) => {
    // Drawn at once, so that there is a row to put the focus on.
    flushSync(() => setTab(next));
    focusRow(0);
  }, []);
  const run = useDesk(
    staff,
    useMemo(() => ({ request, open, showTab }), [request, open, showTab]),
  );
  useKeys({
    offered: offeredActions(view),
    isDialogOpen: dialog !== null,
    run,
    scanned: (code) => {
      const isServing = deskState(view) === 'serving';
      if (isServing) changeDraft((now) => ({ ...addCode(now, code), code: now.code }));
      const text = isServing ? fill(words.dossierScanned, { code }) : words.scannedNowhere;
      request.say({ kind: isServing ? 'note' : 'trouble', text });
    },
  });
  const keptFocus = useFocusKept();
  const console: Console = {
    view,
    language,
    words,
    link,
    request,
    isCut: cutSince !== null,
    run,
    tab,
    draft,
    changeDraft,
    open,
    closeDialog,
  };
  return (
    <ConsoleProvider value={console}>
      <div className="officer" {...keptFocus}>
        <Header staff={staff} />
        <Spoken />
        {view.desk === null ? (
          <>
            <SaidAlert request={request} closeLabel={words.dismiss} />
            <ChooseCounter
              view={view}
              language={language}
              disabled={console.isCut || request.busy !== null}
              onTake={(counterId) => void request.send('desk:take', { counterId })}
            />
          </>
        ) : (
          <DeskScreen onTab={setTab} />
        )}
        <Dialogs dialog={dialog} />
      </div>
    </ConsoleProvider>
  );
}
