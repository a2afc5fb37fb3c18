import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Stamped } from '../../../shared/contract/views.ts';
import { deviceToken, forgetDeviceToken, keepDeviceToken } from '../../../shared/link/device.ts';
import type { Link } from '../../../shared/link/link.ts';
import { useLink } from '../../../shared/link/useLink.ts';
import { Linked } from './Linked.tsx';
import { Pairing } from './Pairing.tsx';

type DisplayScreen = 'wall' | 'counter';

/** How this browser makes itself known: by its token, or, on the server's own machine, by nothing or a counter's number. */
type Who = { readonly token?: string; readonly counterNumber?: number };

function whoIs(screen: DisplayScreen): Who {
  const asked = Number(new URLSearchParams(window.location.search).get('counter'));
  if (screen === 'counter' && Number.isInteger(asked) && asked > 0) return { counterNumber: asked };
  const token = deviceToken(screen);
  return token === undefined ? {} : { token };
}

type Props<S extends DisplayScreen> = {
  readonly screen: S;
  readonly children: (view: Stamped<S>, cutSince: number | null, link: Link<S>) => ReactNode;
};

/** A screen that is a machine: opened at once on the server's own machine, paired by a code elsewhere. */
export function DeviceScreen<S extends DisplayScreen>({ screen, children }: Props<S>): ReactNode {
  const [who, setWho] = useState(() => whoIs(screen));
  const link = useLink<S>(screen, who);
  if (link === null) return null;

  const paired = (token: string): void => {
    keepDeviceToken(screen, token);
    window.history.replaceState(null, '', window.location.pathname);
    setWho({ token });
  };
  const removed = (): void => {
    forgetDeviceToken(screen);
    setWho({});
  };
  return (
    <Linked
      link={link}
      language="vi"
      stranger={() =>
        who.token === undefined ? (
          <Pairing screen={screen} onPaired={paired} />
        ) : (
          <Removed onRemoved={removed} />
        )
      }
    >
      {(view, cutSince) => children(view, cutSince, link)}
    </Linked>
  );
}

/** The server knows this token no longer: without it, the server's own machine is let in and others are asked to pair. */
function Removed({ onRemoved }: { readonly onRemoved: () => void }): ReactNode {
  useEffect(onRemoved, [onRemoved]);
  return null;
}
