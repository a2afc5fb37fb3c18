import type { ReactNode } from 'react';
import { useEffect, useReducer } from 'react';
import type { Part } from '../part.ts';
import { Breaches } from './Breaches.tsx';
import { DataRequests } from './DataRequests.tsx';
import { ProcessingRecord } from './ProcessingRecord.tsx';
import './privacy.css';

export type Timed = Part & { readonly now: () => number };

/** Draws anew every minute, so that what is said of deadlines is true on a page that nobody touches. */
function useEveryMinute(): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(draw, 60_000);
    return () => clearInterval(timer);
  }, []);
}

/** What the office answers for about personal data: requests with their deadlines, breaches, and the record of it. */
export function Privacy(part: Timed): ReactNode {
  useEveryMinute();
  return (
    <>
      <DataRequests {...part} />
      <div className="manage-columns">
        <Breaches {...part} />
        <ProcessingRecord {...part} />
      </div>
    </>
  );
}
