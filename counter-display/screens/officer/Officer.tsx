import type { ReactNode } from 'react';
import { SaidAlert } from '../staff/SaidAlert.tsx';
import type { Staff } from '../staff/StaffScreen.tsx';
import { ConsoleProvider } from './console.ts';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { ChooseCounter } from './parts/ChooseCounter.tsx';
import { DeskScreen } from './parts/DeskScreen.tsx';
import { Header } from './parts/Header.tsx';
import { Spoken } from './parts/Spoken.tsx';
import { useConsoleState } from './useConsoleState.ts';
import { useFocusKept } from './useFocusKept.ts';

/** The officer's screen: first a counter, then one visitor after the other. */
export function Officer(staff: Staff<'officer'>): ReactNode {
  const { console, dialog, onTab } = useConsoleState(staff);
  const { view, language, words, request, isCut } = console;
  const keptFocus = useFocusKept();
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
              disabled={isCut || request.busy !== null}
              onTake={(counterId) => void request.send('desk:take', { counterId })}
            />
          </>
        ) : (
          <DeskScreen onTab={onTab} />
        )}
        <Dialogs dialog={dialog} />
      </div>
    </ConsoleProvider>
  );
}
