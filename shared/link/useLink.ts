import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Screen } from '../contract/protocol.ts';
import type { Link, LinkOptions, LinkState } from './link.ts';
import { openLink } from './link.ts';

/** The present state of a link, as a React value. */
export function useLinkState<S extends Screen>(link: Link<S>): LinkState<S> {
  return useSyncExternalStore(link.subscribe, link.state);
}

/** A link that lives as long as the component; a new one when the address, token or counter changes. */
export function useLink<S extends Screen>(screen: S, options: LinkOptions): Link<S> | null {
  const [link, setLink] = useState<Link<S> | null>(null);
  const { url, token, counterNumber } = options;
  useEffect(() => {
    const opened = openLink(screen, {
      ...(url === undefined ? {} : { url }),
      ...(token === undefined ? {} : { token }),
      ...(counterNumber === undefined ? {} : { counterNumber }),
    });
    setLink(opened);
    return () => {
      opened.close();
      setLink(null);
    };
  }, [screen, url, token, counterNumber]);
  return link;
}

/** The server's time (ms since 1970), anew every `everyMs`, on the beat of the server's own seconds. */
export function useServerTime(link: Link<Screen>, everyMs = 1_000): number {
  const [now, setNow] = useState(link.now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const beat = (): void => {
      setNow(link.now());
      timer = setTimeout(beat, everyMs - (link.now() % everyMs));
    };
    beat();
    return () => clearTimeout(timer);
  }, [link, everyMs]);
  return now;
}
