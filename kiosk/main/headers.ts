/**
 * What every answer of `app://kiosk` carries.
 *
 * @param serverUrl Origin of the server, the only place outside the shell that the page may talk to.
 */
export function pageHeaders(serverUrl: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    // ONNX Runtime compiles WebAssembly; no script may be made from text.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    `connect-src 'self' ${serverUrl.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    // These three make the page cross-origin isolated, without which WebAssembly has one thread.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), display-capture=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
