import { useEffect, useRef, useState } from 'react';
import type { Wish } from '../contract/views/parts.ts';
import type { Link } from './link.ts';

type Heeding = {
  /** Of the view that is shown; null before the first. */
  readonly wish: Wish | null;
  /** Names the server's life: it forgets what it was told when it ends. */
  readonly epoch: string;
  /** Whether loading the page anew would disturb nobody now. */
  readonly idle: boolean;
  /** Whether the screen takes no visitors because it was asked not to. */
  readonly locked: boolean;
};

/**
 * Fulfils what a manager wants of this screen from afar, and tells the server what of it is done. How often a page was to
 * be loaded anew counts from the first view of the page: so it is done once for each time, never in a circle, and a
 * screen that was off has done it by being switched on.
 */
export function useWish(
  link: Pick<Link<'kiosk' | 'wall' | 'counter'>, 'send'>,
  { wish, epoch, idle, locked }: Heeding,
): void {
  const [loadedAt, setLoadedAt] = useState<number | null>(null);
  const reloads = wish?.reloads ?? null;
  useEffect(() => {
    if (reloads === null) return;
    // Fewer than before: the server has gone back to a backup.
    if (loadedAt === null || reloads < loadedAt) setLoadedAt(reloads);
    else if (reloads > loadedAt && idle) window.location.reload();
  }, [reloads, loadedAt, idle]);

  const told = useRef<string | null>(null);
  useEffect(() => {
    if (loadedAt === null) return;
    const news = `${epoch} ${loadedAt} ${locked}`;
    // A screen of which nothing was ever wanted has nothing to say.
    const isUsual = told.current === null && loadedAt === 0 && !locked;
    if (isUsual || told.current === news) return;
    told.current = news;
    void link.send('device:heeds', { heeds: { reloads: loadedAt, locked } });
  }, [link, epoch, loadedAt, locked]);
}
