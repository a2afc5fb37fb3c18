import type { ReactNode } from 'react';
import { useConsole } from '../console.ts';
import { deskState, keys, otherActions, primaryAction } from '../model/desk.ts';
import { useSettled } from '../useSettled.ts';
import { Press } from './Press.tsx';

/** The one large action that comes next, and the few others that apply now. */
export function ActionBar(): ReactNode {
  const { view, words, run, request } = useConsole();
  const state = deskState(view);
  const isSettled = useSettled(`${view.desk?.ticket?.id ?? ''} ${state}`);
  if (state === 'none') return null;
  const primary = primaryAction[state];
  return (
    <div className="action-bar" role="group" aria-label={words.actions}>
      <Press
        className="action-primary"
        variant="filled"
        can={isSettled}
        shortcut={keys[primary]}
        onPress={() => run(primary)}
        data-busy={request.busy !== null || undefined}
      >
        {words[primary]}
      </Press>
      <div className="action-others">
        {otherActions[state].map((action) => (
          <Press
            key={action}
            can={isSettled}
            sends={action !== 'transfer' && action !== 'cancel'}
            shortcut={keys[action]}
            data-danger={action === 'cancel' || undefined}
            onPress={() => run(action)}
          >
            {words[action]}
          </Press>
        ))}
      </div>
    </div>
  );
}
