import type { ReactNode } from 'react';
/** Something is under way. */
export function Spinner(): ReactNode {
  return <span className="spinner" aria-hidden="true" />;
}
