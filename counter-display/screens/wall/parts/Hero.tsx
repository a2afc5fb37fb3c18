import type { CSSProperties, ReactNode } from 'react';
import { displayWords } from '../../../../shared/i18n/screens/displays.ts';
import type { Call } from '../../common/announcements.ts';
import type { ShownCall } from '../model.ts';

const { vi, en } = displayWords;
type Props = { readonly call: ShownCall | null; readonly announcing: Call | null };

/** The latest call, to be read from the far end of the hall. */
export function Hero({ call, announcing }: Props): ReactNode {
  if (call === null)
    return (
      <section className="wall-hero wall-hero-rest">
        <p className="wall-rest">{vi.pleaseWait}</p>
        <p className="wall-rest-more">{vi.pleaseWaitMore}</p>
        <p className="wall-rest-more" lang="en">
          {en.pleaseWait}. {en.pleaseWaitMore}.
        </p>
      </section>
    );
  return (
    <section
      // A new element for each announcement, so that the flash begins anew also when a number is called again.
      key={announcing?.announcementId ?? 'quiet'}
      className="wall-hero"
      style={{ '--field': call.colour } as CSSProperties}
      data-announcing={announcing?.announcementId}
      aria-live="polite"
    >
      <p className="wall-label">
        {vi.ticket} <small lang="en">{en.ticket}</small>
      </p>
      <p className="wall-number tabular">{call.number}</p>
      <p className="wall-to">
        <span className="wall-label">
          {vi.goTo} <small lang="en">{en.goTo}</small>
        </span>
        <b className="wall-counter tabular">{call.counterNumber}</b>
      </p>
      {call.name !== null && (
        <p className="wall-field">
          {call.name.vi} <small lang="en">{call.name.en}</small>
        </p>
      )}
    </section>
  );
}
