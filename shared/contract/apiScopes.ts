/** What a key of the HTTP API may do. None of them reads who a visitor is. */
export const apiScopes = [
  'queue:read',
  'tickets:read',
  'tickets:write',
  'appointments:read',
  'appointments:write',
  'dossiers:read',
  'dossiers:write',
  'reports:read',
  'metrics',
] as const;
export type ApiScope = (typeof apiScopes)[number];
