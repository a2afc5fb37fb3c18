import type { BrowserWindow } from 'electron';
import { screen } from 'electron';
import type { Screen } from './displays.ts';
import { place } from './displays.ts';
import type { Keeper } from './keepAlive.ts';
import { keepAlive } from './keepAlive.ts';
import { log } from './log.ts';
import { pageUrl } from './page.ts';
import type { SettingsFile } from './settings.ts';
import { moveTo, openKioskWindow, openWallWindow } from './window.ts';

type Options = {
  readonly preload: string;
  /** Address of the wall's page. */
  readonly wallUrl: string;
  readonly installed: boolean;
  readonly settings: SettingsFile;
};

/** The shell's windows, each on its display. */
export type Windows = {
  readonly kiosk: Keeper;
  /** Every connected display with what it shows. */
  readonly displays: () => (Screen & { readonly shows: 'kiosk' | 'wall' | 'nothing' })[];
  /** Remembers which display shows what, and moves the windows. A display that is not there changes nothing. */
  readonly choose: (kioskId: number, wallId: number | null) => void;
};

/** Displays that come and go tell so several times. */
const settleMs = 500;

/**
 * Opens the kiosk, and the wall display if one was chosen, and keeps each on its own display while displays are added,
 * removed and turned.
 */
export function openWindows({ preload, wallUrl, installed, settings }: Options): Windows {
  const now = () => place(screen.getAllDisplays(), screen.getPrimaryDisplay(), settings.get());
  const kiosk = keepAlive({
    name: 'kiosk',
    open: () => openKioskWindow(preload, now().kiosk.bounds, installed),
    url: pageUrl,
    beats: true,
    installed,
  });
  let wall: Keeper | null = null;
  const put = (window: BrowserWindow | null, { bounds }: Screen): void => {
    if (window === null) return;
    const at = window.getBounds();
    const isThere = (['x', 'y', 'width', 'height'] as const).every((side) => at[side] === bounds[side]);
    if (!isThere) moveTo(window, bounds);
  };
  const arrange = (): void => {
    const places = now();
    put(kiosk.window(), places.kiosk);
    if (places.wall === null) {
      wall?.stop();
      wall = null;
      return;
    }
    if (wall !== null) return put(wall.window(), places.wall);
    wall = keepAlive({
      name: 'wall',
      // The display may be gone by the time it is opened again; then it is about to be stopped.
      open: () => openWallWindow(wallUrl, (now().wall ?? now().kiosk).bounds, installed),
      url: wallUrl,
      beats: false,
      installed,
    });
  };

  let settling: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      log('displays', { count: screen.getAllDisplays().length });
      arrange();
    }, settleMs);
  };
  screen.on('display-added', settle);
  screen.on('display-removed', settle);
  screen.on('display-metrics-changed', settle);
  arrange();
  return {
    kiosk,
    displays: () => {
      const places = now();
      return screen.getAllDisplays().map(({ id, label, bounds }) => ({
        id,
        label,
        bounds,
        shows: id === places.kiosk.id ? 'kiosk' : id === places.wall?.id ? 'wall' : 'nothing',
      }));
    },
    choose: (kioskId, wallId) => {
      const all = screen.getAllDisplays();
      const called = (wanted: number | null) => {
        const found = all.find(({ id }) => id === wanted);
        return found === undefined ? null : { id: found.id, label: found.label };
      };
      if (called(kioskId) === null) return;
      settings.set({ kiosk: called(kioskId), wall: called(wallId) });
      arrange();
    },
  };
}
