import type { ReactNode } from 'react';
import type { Part } from '../part.ts';
import { Classes } from './Classes.tsx';
import { Policy } from './Policy.tsx';
import './priority.css';

/** Whom the office calls first, and how that is mixed with everybody else. */
export function Priority(part: Part): ReactNode {
  return (
    <>
      <Classes {...part} />
      <Policy {...part} />
    </>
  );
}
