import type { Input, WebContents } from 'electron';

type Key = Pick<Input, 'key' | 'code' | 'control' | 'alt' | 'meta'>;

/** Keys that do something to the window or the journey's history instead of typing or moving the focus. */
const commandKey = /^(F\d+|Browser.*|Launch.*|ContextMenu|GoBack|GoForward|Refresh|Zoom.*|Print.*)$/;

/**
 * Whether a key reaches the page of an installed kiosk: only those that type or move the focus. Shut are all shortcuts,
 * among them reload, zoom, print, find, developer tools, close and back.
 */
export function isTyping(key: Key): boolean {
  if (key.control || key.meta || commandKey.test(key.key)) return false;
  // Card scanners that act as keyboards type letters beyond ASCII as Alt and digits of the number pad.
  return !key.alt || key.key === 'Alt' || /^Numpad\d$/.test(key.code);
}

/**
 * Keeps a page where it is: no other address, no window, no frame of another origin, no embedded view, no context menu,
 * no zoom. In an installed kiosk no shortcuts either.
 *
 * @param isHome whether an address is one of the page's own.
 * @param installed False while developing: reload and developer tools stay.
 */
export function lock(contents: WebContents, isHome: (url: string) => boolean, installed: boolean): void {
  const stay = (event: { readonly url: string; preventDefault: () => void }): void => {
    if (!isHome(event.url)) event.preventDefault();
  };
  // Covers the main frame as well as any other.
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
  if (!installed) return;
  contents.on('before-input-event', (event, input) => {
    if (!isTyping(input)) event.preventDefault();
  });
}
