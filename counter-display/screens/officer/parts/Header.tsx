import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { StaffHeader } from '../../staff/StaffHeader.tsx';
import type { Staff } from '../../staff/StaffScreen.tsx';
import { useConsole } from '../console.ts';
import { forgetDrafts } from '../drafts.ts';
import { deskState, keys } from '../model/desk.ts';
import { sayOpening } from './opening.ts';
import { Press } from './Press.tsx';
import { PrinterTrouble } from './PrinterTrouble.tsx';

/** The counter, the way to a break and to another counter, and who is logged in. */
export function Header({ staff }: { readonly staff: Staff<'officer'> }): ReactNode {
  const console = useConsole();
  const { view, words, language, link, request, run } = console;
  const counter = view.counters.find(({ id }) => id === view.desk?.counterId);
  const state = deskState(view);
  return (
    <StaffHeader
      office={view.office}
      name={view.me.name}
      cutSince={staff.cutSince}
      language={language}
      onLanguage={staff.onLanguage}
      onLoggedOut={() => {
        forgetDrafts();
        link.reopen();
      }}
      onTrouble={(text) => request.say({ kind: 'trouble', text })}
    >
      {view.opening.kind !== 'open' && (
        <span className="officer-chip officer-chip-warn" title={sayOpening(console)}>
          {view.opening.kind === 'locked' ? words.lockedShort : words.closedNow}
        </span>
      )}
      <PrinterTrouble />
      {counter !== undefined && (
        <>
          <span className="officer-place">{fill(words.counterN, { n: counter.number })}</span>
          {state !== 'away' && (
            <Press sends={false} shortcut={keys.takeBreak} onPress={() => run('takeBreak')}>
              {words.takeBreak}
            </Press>
          )}
          <Press shortcut={keys.changeCounter} onPress={() => run('changeCounter')}>
            {words.changeCounter}
          </Press>
        </>
      )}
      <Press sends={false} variant="subtle" shortcut={keys.help} onPress={() => run('help')}>
        {words.help}
      </Press>
    </StaffHeader>
  );
}
