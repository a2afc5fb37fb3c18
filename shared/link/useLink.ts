import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Screen } from '../contract/protocol.ts';
import type { Link, LinkOptions, LinkState } from './link.ts';
import { openLink } from './link.ts';

/** The present state of a link, as a React value. */
export function useLinkState<S extends Screen>(link: Link<S>): LinkState<S> {
  return useSyncExternalStore(link.subscribe, link.state);
}

/**
 * Milliseconds the server's clock is ahead of this machine's, from the newest view's stamp. Screens show the server's
 * time, since the clocks of displays are often wrong.
 */
export function clockOffset(state: LinkState<Screen>, receivedAt: number): number {
  return state.kind === 'live' ? state.view.at - receivedAt : 0;
}

/** A link that lives as long as the component; a new one when the token or counter changes. */
export function useLink<S extends Screen>(screen: S, options: LinkOptions): Link<S> | null {
  const [link, setLink] = useState<Link<S> | null>(null);
  const { url, token, counterNumber } = options;
  useEffect(() => {
    const opened = openLink(screen, {
      screen,
      ...(url === undefined ? {} : { url }),
      ...(token === undefined ? {} : { token }),
      ...(counterNumber === undefined ? {} : { counterNumber }),
    });
    setLink(opened);
    return () => opened.close();
  }, [screen, url, token, counterNumber]);
  return link;
}
