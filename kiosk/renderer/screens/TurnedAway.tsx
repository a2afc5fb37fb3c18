import type { ReactNode } from 'react';
import { useEffect } from 'react';
import type { TurnedAway as Why } from '../../../shared/contract/protocol.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { useReload } from '../../../shared/link/device.ts';
import { Icon } from '../parts/icons.tsx';
import { Spinner } from '../parts/Spinner.tsx';
import { Pairing } from './Pairing.tsx';

type Props = {
  readonly why: Why;
  readonly token: string | undefined;
  readonly onToken: (token: string | undefined) => void;
};

const words = commonWords.vi;

/** The server does not let this kiosk in: what staff can do about it. */
export function TurnedAway({ why, token, onToken }: Props): ReactNode {
  switch (why) {
    case 'unpaired':
      return token === undefined ? <Pairing onPaired={onToken} /> : <Forgotten onToken={onToken} />;
    case 'protocol':
      return <Outdated />;
    case 'origin':
      return <Notice>{words.wrongOrigin}</Notice>;
    case 'login':
    case 'malformed':
      return <Notice>{words.notUnderstood}</Notice>;
    default:
      return unreachable(why);
  }
}

/** A token the server knows no longer is worth nothing: without it, a kiosk on the server's own machine is let in. */
function Forgotten({ onToken }: Pick<Props, 'onToken'>): ReactNode {
  useEffect(() => onToken(undefined), [onToken]);
  return null;
}

function Outdated(): ReactNode {
  const seconds = useReload();
  return (
    <main className="alone centred">
      <Spinner />
      <h1 className="title">{words.outdated}</h1>
      {seconds > 0 && <p className="subtitle">{fill(words.reloadIn, { seconds })}</p>}
    </main>
  );
}

function Notice({ children }: { readonly children: string }): ReactNode {
  return (
    <main className="alone centred">
      <Icon name="warning" />
      <h1 className="title">{children}</h1>
    </main>
  );
}
