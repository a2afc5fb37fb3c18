import type { Rectangle, WebPreferences } from 'electron';
import { BrowserWindow } from 'electron';
import { pageUrl } from './page.ts';

/** The ground of `shared/ui/tokens.css`, shown until the page has painted. */
const ground = '#f6f7f9';

/** The wall's session: apart from the kiosk's, so that nothing of its page can reach the camera or the kiosk's token. */
export const wallPartition = 'persist:wall';

/** Loads an address from its start. A failure is told by the window's `did-fail-load`, where it is dealt with. */
export function load(window: BrowserWindow, url: string): void {
  window.loadURL(url).catch(() => undefined);
}

function open(title: string, bounds: Rectangle, installed: boolean, more: WebPreferences): BrowserWindow {
  return new BrowserWindow({
    title,
    ...bounds,
    kiosk: true,
    frame: false,
    backgroundColor: ground,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !installed,
      spellcheck: false,
      navigateOnDragDrop: false,
      // The camera must be watched and the journey must time out even if something else covers the window.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      ...more,
    },
  });
}

/**
 * Opens the kiosk's window over the whole of a display, whatever its size, and loads the page.
 *
 * @param preload Path of the bundled preload script.
 * @param installed False while developing: developer tools can be opened.
 */
export function openKioskWindow(preload: string, bounds: Rectangle, installed: boolean): BrowserWindow {
  const window = open('Lượt', bounds, installed, { preload });
  load(window, pageUrl);
  return window;
}

/** Opens a wall display over the whole of another display; its page is the server's and knows nothing of the shell. */
export function openWallWindow(url: string, bounds: Rectangle, installed: boolean): BrowserWindow {
  const window = open('Lượt – Bảng gọi số', bounds, installed, { partition: wallPartition });
  load(window, url);
  return window;
}

/** Puts an open window over another display. */
export function moveTo(window: BrowserWindow, bounds: Rectangle): void {
  // A window that fills a display stays on it.
  window.setKiosk(false);
  window.setBounds(bounds);
  window.setKiosk(true);
}
