import { BrowserWindow } from 'electron';
import { pageUrl } from './page.ts';

/** The ground of `shared/ui/tokens.css`, shown until the page has painted. */
const ground = '#f6f7f9';

/** Loads the page from its start. A failure is told by the window's `did-fail-load`, where it is dealt with. */
export function load(window: BrowserWindow): void {
  window.loadURL(pageUrl).catch(() => undefined);
}

/**
 * Opens the kiosk's window over the whole of the first display, whatever its size, and loads the page.
 *
 * @param preload Path of the bundled preload script.
 * @param installed False while developing: developer tools can be opened.
 */
export function openWindow(preload: string, installed: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Lượt',
    kiosk: true,
    frame: false,
    backgroundColor: ground,
    webPreferences: {
      preload,
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
    },
  });
  load(window);
  return window;
}
