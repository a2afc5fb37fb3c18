/**
 * What our pages may load, wherever they are served from: the directives of their Content-Security-Policy. Whoever serves
 * them adds `connect-src`, since the way to the server depends on where the page comes from.
 */
export const contentPolicy = {
  'default-src': ["'self'"],
  // WebAssembly is compiled in the kiosk's camera worker; scripts come from files only.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
} as const;

/** What our pages may ask the machine for: the Permissions-Policy header. */
export const permissionsPolicy = 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()';
