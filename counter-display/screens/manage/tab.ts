import type { ReactNode } from 'react';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { Part } from './part.ts';

/** What each tab is given. */
type TabPart = Part & {
  /** The server's clock, ms since 1970. */
  readonly now: () => number;
};
/** One of the page's tabs. */
export type Tab = {
  /** Stands in the address. */
  readonly id: string;
  readonly name: (language: Language) => string;
  readonly show: (part: TabPart) => ReactNode;
  /** It asks the server for what only whoever opens it needs. */
  readonly onlyOpen?: true;
};
