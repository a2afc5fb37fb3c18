import { contentPolicy, permissionsPolicy } from '../../shared/contract/pagePolicy.ts';

/**
 * What every answer of `app://kiosk` carries.
 *
 * @param serverUrl Origin of the server, the only place outside the shell that the page may talk to.
 */
export function pageHeaders(serverUrl: string): Record<string, string> {
  const policy = { ...contentPolicy, 'connect-src': ["'self'", serverUrl.replace(/^http/, 'ws')] };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => [directive, ...sources].join(' '))
      .join('; '),
    // These three make the page cross-origin isolated, without which WebAssembly has one thread.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissionsPolicy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
