import type { ReactNode } from 'react';
import { useState } from 'react';
import { deviceToken, forgetDeviceToken, keepDeviceToken } from '../../shared/link/device.ts';
import type { Link } from '../../shared/link/link.ts';
import { useLink, useLinkState } from '../../shared/link/useLink.ts';
import { TurnedAway } from './screens/TurnedAway.tsx';
import { Visit } from './Visit.tsx';

/** The kiosk's page: the line to the server, and the visitor's journey over it. */
export function App(): ReactNode {
  const [token, setToken] = useState(() => deviceToken('kiosk'));
  const url = window.luot?.serverUrl;
  const link = useLink('kiosk', {
    ...(url === undefined ? {} : { url }),
    ...(token === undefined ? {} : { token }),
  });
  if (link === null) return null;
  const onToken = (next: string | undefined): void => {
    if (next === undefined) forgetDeviceToken('kiosk');
    else keepDeviceToken('kiosk', next);
    setToken(next);
  };
  return <Connected link={link} token={token} onToken={onToken} />;
}

type Props = {
  readonly link: Link<'kiosk'>;
  readonly token: string | undefined;
  readonly onToken: (token: string | undefined) => void;
};

function Connected({ link, token, onToken }: Props): ReactNode {
  const state = useLinkState(link);
  return state.kind === 'turnedAway' ? (
    <TurnedAway why={state.why} token={token} onToken={onToken} />
  ) : (
    <Visit link={link} />
  );
}
