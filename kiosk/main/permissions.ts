import type { MediaAccessPermissionRequest, PermissionCheckHandlerHandlerDetails, Session } from 'electron';
import { isOwnPage } from './page.ts';

/**
 * Since Chromium 142 a page needs a permission to reach a server on this machine or in the office's network, which is
 * where ours is. To which server it may connect is held by the page's content security policy.
 */
const network = new Set(['local-network-access', 'local-network', 'loopback-network']);

type Asked = Pick<MediaAccessPermissionRequest, 'isMainFrame' | 'requestingUrl' | 'mediaTypes'>;
type Checked = Pick<PermissionCheckHandlerHandlerDetails, 'isMainFrame' | 'mediaType'>;

/** Whether the page gets what it asks for: the camera, and the way to its server. */
export function isGranted(permission: string, asked: Asked): boolean {
  if (!asked.isMainFrame || !isOwnPage(asked.requestingUrl)) return false;
  if (network.has(permission)) return true;
  const types = asked.mediaTypes ?? [];
  return permission === 'media' && types.length > 0 && types.every((type) => type === 'video');
}

/**
 * Whether the page is told that it has a permission. While a camera is being opened Chromium does not say which medium
 * it means, so here only the microphone is refused; the stream itself is decided by `isGranted`.
 */
export function isHeld(permission: string, origin: string, checked: Checked): boolean {
  if (!checked.isMainFrame || !isOwnPage(origin)) return false;
  return network.has(permission) || (permission === 'media' && checked.mediaType !== 'audio');
}

/** Sets the rules above for all pages of a session, refuses every device (USB, HID, serial) and every download. */
export function restrict(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isHeld(permission, origin, details),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
