import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Screen } from '../contract/protocol.ts';
import { wholeContract } from './contract.ts';
import type { Link, LinkOptions, LinkState } from './link.ts';
import { openLink } from './link.ts';

/** The present state of a link, as a React value. */
export function useLinkState<S extends Screen>(link: Link<S>): LinkState<S> {
  return useSyncExternalStore(link.subscribe, link.state);
}

/**
 * A link that lives as long as the component; a new one when the address, token or counter changes.
 * @returns null until there is one for exactly these options: what the old link knew is not true of the new one.
 */
export function useLink<S extends Screen>(screen: S, options: LinkOptions): Link<S> | null {
  const { url, token, counterNumber } = options;
  const key = JSON.stringify([screen, url, token, counterNumber]);
  const [opened, setOpened] = useState<{ readonly link: Link<S>; readonly key: string } | null>(null);
  useEffect(() => {
    const link = openLink(screen, wholeContract(screen), {
      ...(url === undefined ? {} : { url }),
      ...(token === undefined ? {} : { token }),
      ...(counterNumber === undefined ? {} : { counterNumber }),
    });
    setOpened({ link, key });
    return () => {
      link.close();
      setOpened(null);
    };
  }, [screen, url, token, counterNumber, key]);
  return opened?.key === key ? opened.link : null;
}

/** The server's time (ms since 1970), anew every `everyMs`, on the beat of the server's own seconds. */
export function useServerTime(link: Pick<Link<Screen>, 'now'>, everyMs = 1_000): number {
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
