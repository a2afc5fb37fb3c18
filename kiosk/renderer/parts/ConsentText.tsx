import type { ReactNode } from 'react';
import { useKiosk } from './kiosk.ts';
import { Paged } from './Paged.tsx';

/** What registering means, in the office's own words. */
export function ConsentText(): ReactNode {
  const { language, view } = useKiosk();
  return (
    <Paged
      className="consent-body"
      items={view.consent.body[language].map((paragraph) => (
        <p key={paragraph} data-say>
          {paragraph}
        </p>
      ))}
    />
  );
}
