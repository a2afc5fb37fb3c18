import type { ReactNode } from 'react';
import type { View } from '../../../shared/contract/views.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { Sun } from '../parts/Sun.tsx';
import { sayOpens } from '../text/opening.ts';
import './Closed.css';

type Opening = View<'kiosk'>['opening'];

/** No numbers now: why, and when again; or what the manager says. Who has an appointment is let in all the same. */
export function Closed({ now }: { readonly now: number }): ReactNode {
  const { view, words, act } = useKiosk();
  const { opening, hasAppointments } = view;
  if (view.wish.locked && opening.kind !== 'locked')
    return (
      <div className="closed">
        <Sun />
        <Icon name="pause" />
        <h1>{words.paused}</h1>
        <p className="closed-when">{words.pausedHint}</p>
      </div>
    );
  return (
    <div className="closed">
      <Sun />
      <Icon name={opening.kind === 'locked' ? 'pause' : 'moon'} />
      <h1>{opening.kind === 'locked' ? words.locked : words.closed}</h1>
      <Why opening={opening} now={now} />
      <p className="closed-hint" data-say>
        {words.closedHint}
      </p>
      {opening.kind === 'closed' && hasAppointments && (
        <Choice label={words.enterCode} onChoose={() => act({ kind: 'enterCode' })} />
      )}
    </div>
  );
}

function Why({ opening, now }: { readonly opening: Opening; readonly now: number }): ReactNode {
  const { language, words, view } = useKiosk();
  if (opening.kind === 'locked')
    return (
      <p className="closed-when" data-say>
        {opening.message[language]}
      </p>
    );
  if (opening.kind === 'open') return null;
  const { holiday, opensAt } = opening;
  return (
    <>
      {holiday !== null && (
        <p className="closed-day" data-say>
          {fill(words.holiday, { name: holiday[language] })}
        </p>
      )}
      <p className="closed-when" data-say>
        {opensAt === null
          ? words.opensUnknown
          : sayOpens({ opensAt, now, timeZone: view.office.timeZone }, language)}
      </p>
    </>
  );
}
