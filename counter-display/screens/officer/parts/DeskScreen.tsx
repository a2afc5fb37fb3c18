import type { ReactNode } from 'react';
import { useConsole } from '../console.ts';
import type { Tab } from '../model/desk.ts';
import { ActionBar } from './ActionBar.tsx';
import { Lists } from './Lists.tsx';
import { Strip } from './Strip.tsx';
import { Visit } from './Visit.tsx';

/** A desk at work: the visitor and what to do on the left, everybody else on the right. */
export function DeskScreen({ onTab }: { readonly onTab: (tab: Tab) => void }): ReactNode {
  const { isCut } = useConsole();
  return (
    <main className="officer-desk" data-cut={isCut}>
      <div className="officer-left">
        <Visit />
        <Strip />
        <ActionBar />
      </div>
      <Lists onTab={onTab} />
    </main>
  );
}
