import { kioskAppOrigin } from '../../shared/contract/protocol.ts';

/** The address of the kiosk's page inside the shell, wherever the server is and whether or not it answers. */
export const pageUrl = `${kioskAppOrigin}/`;

const own = new URL(pageUrl);
export const scheme = own.protocol.slice(0, -1);

/** Whether an address or origin belongs to the kiosk's page. Anything that is no address does not. */
export function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url);
  // Not by `URL.origin`, which outside the browser is "null" for a scheme of one's own.
  return parsed !== null && parsed.protocol === own.protocol && parsed.host === own.host;
}
