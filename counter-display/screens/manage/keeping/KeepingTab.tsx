import type { ReactNode } from 'react';
import type { Part } from '../part.ts';
import { Backups } from './Backups.tsx';
import { Configuration } from './Configuration.tsx';

/** What is kept of the office, and its settings as a file. */
export const KeepingTab = (part: Part): ReactNode => (
  <>
    <Backups {...part} />
    <Configuration {...part} />
  </>
);
