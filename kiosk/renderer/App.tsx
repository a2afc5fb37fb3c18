import type { ReactNode } from 'react';
import { useState } from 'react';
import { deviceToken, forgetDeviceToken, keepDeviceToken } from '../../shared/link/device.ts';
import type { Link } from '../../shared/link/link.ts';
import { useLink, useLinkState } from '../../shared/link/useLink.ts';
import { startMachine } from './effects/machine.ts';
import type { Machine } from './effects/machine.ts';
import { Maintenance } from './maintenance/Maintenance.tsx';
import { TurnedAway } from './screens/TurnedAway.tsx';
import { Visit } from './Visit.tsx';

/** The kiosk's page: the line to the server, and the visitor's journey over it. */
export function App(): ReactNode {
  const [token, setToken] = useState(() => deviceToken('kiosk'));
  const [machine] = useState(() => startMachine(window.luot ?? null));
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
  return (
    <>
      <Connected link={link} machine={machine} token={token} onToken={onToken} />
      {window.luot !== undefined && <Maintenance shell={window.luot} />}
    </>
  );
}

type Props = {
  readonly link: Link<'kiosk'>;
  readonly machine: Machine;
  readonly token: string | undefined;
  readonly onToken: (token: string | undefined) => void;
};

function Connected({ link, machine, token, onToken }: Props): ReactNode {
  const state = useLinkState(link);
  return state.kind === 'turnedAway' ? (
    <TurnedAway why={state.why} token={token} onToken={onToken} />
  ) : (
    <Visit link={link} machine={machine} />
  );
}
