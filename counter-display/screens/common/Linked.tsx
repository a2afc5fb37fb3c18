import type { ReactNode } from 'react';
import type { Screen, TurnedAway } from '../../../shared/contract/protocol.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { Stamped } from '../../../shared/contract/views.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { useReload } from '../../../shared/link/device.ts';
import type { Link } from '../../../shared/link/link.ts';
import { useLinkState } from '../../../shared/link/useLink.ts';

type Props<S extends Screen> = {
  readonly link: Link<S>;
  readonly language: Language;
  /** What to show when the server does not know who this is; `wasIn` if it did before. */
  readonly stranger: (why: 'unpaired' | 'login', wasIn: boolean) => ReactNode;
  /** @param cutSince by the server's clock; null while the view is live. */
  readonly children: (view: Stamped<S>, cutSince: number | null) => ReactNode;
};

/** Shows a screen by what its link knows, and what has to be said while there is nothing to show. */
export function Linked<S extends Screen>({ link, language, stranger, children }: Props<S>): ReactNode {
  const state = useLinkState(link);
  const words = commonWords[language];
  // A live screen and the same screen cut off are one element to React, so that nothing is announced anew.
  const view = state.kind === 'live' || state.kind === 'cut' ? state.view : null;
  if (view !== null) return children(view, state.kind === 'cut' ? state.since : null);
  if (state.kind === 'turnedAway') return <TurnedAwayNotice {...state} stranger={stranger} words={words} />;
  return <Notice busy>{state.kind === 'cut' ? words.unreachable : words.connecting}</Notice>;
}

type NoticeProps = {
  readonly why: TurnedAway;
  readonly wasIn: boolean;
  readonly stranger: (why: 'unpaired' | 'login', wasIn: boolean) => ReactNode;
  readonly words: (typeof commonWords)[Language];
};

function TurnedAwayNotice({ why, wasIn, stranger, words }: NoticeProps): ReactNode {
  switch (why) {
    case 'unpaired':
    case 'login':
      return stranger(why, wasIn);
    case 'protocol':
      return <Outdated words={words} />;
    case 'origin':
      return <Notice>{words.wrongOrigin}</Notice>;
    case 'malformed':
      return <Notice>{words.notUnderstood}</Notice>;
  }
}

function Outdated({ words }: Pick<NoticeProps, 'words'>): ReactNode {
  const seconds = useReload();
  return (
    <Notice busy>
      {words.outdated} {seconds > 0 && fill(words.reloadIn, { seconds })}
    </Notice>
  );
}

/** One sentence alone on the screen. */
export function Notice({
  busy = false,
  children,
}: {
  readonly busy?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <main className="notice" role="status">
      {busy && <span className="notice-busy" aria-hidden="true" />}
      <p>{children}</p>
    </main>
  );
}
