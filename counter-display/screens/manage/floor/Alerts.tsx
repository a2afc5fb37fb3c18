import { Button, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import type { CounterId, FieldId } from '../../../../shared/domain/ids.ts';
import type { FloorAlert } from '../../../../shared/domain/floor.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorWords } from '../../../../shared/i18n/screens/floor.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import { sayAlert } from './say.ts';

/** What can be acted on from here. */
export type Acted =
  { readonly kind: 'counter'; readonly id: CounterId } | { readonly kind: 'field'; readonly id: FieldId };

/** What an alert is about, if something can be done about it here. */
function actedIn(alert: FloorAlert): Acted | null {
  if ('fieldId' in alert) return { kind: 'field', id: alert.fieldId };
  return 'counterId' in alert ? { kind: 'counter', id: alert.counterId } : null;
}

type Props = {
  readonly alerts: readonly FloorAlert[];
  /** The server's clock, ms. */
  readonly now: number;
  readonly view: View<'manage'>;
  readonly language: Language;
  readonly onOpen: (what: Acted) => void;
};

/** What has newly come up, for screen readers: one sentence, said once; what goes on being so is not said again. */
function useRaised({ alerts, view, language }: Omit<Props, 'now' | 'onOpen'>): string {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const before = known.current;
    known.current = new Set(alerts.map(({ key }) => key));
    // What was so when the page opened stands in the list; whoever comes to it reads it there.
    if (before === null) return;
    const raised = alerts.filter(({ key }) => !before.has(key));
    if (raised.length === 0) return;
    const what = raised.map((alert) => sayAlert(alert, view, language).what).join('. ');
    setSaid(fill(floorWords[language].raised, { what }));
  }, [alerts, view, language]);
  return said;
}

/** Everything somebody has to see to. */
export function Alerts({ alerts, now, view, language, onOpen }: Props): ReactNode {
  const words = floorWords[language];
  const { timeZone } = view.office;
  const raised = useRaised({ alerts, view, language });
  const sayWhen = (since: number): string => {
    const time = sayTime(since, timeZone);
    const isLongAgo = now - since > 12 * 3_600_000;
    return fill(words.since, { time: isLongAgo ? `${time} ${sayDate(since, timeZone)}` : time });
  };
  return (
    <section className="floor-alerts">
      <h2>
        {words.alerts}
        {alerts.length > 0 && <span className="floor-count">{alerts.length}</span>}
      </h2>
      <VisuallyHidden role="status" aria-live="polite">
        {raised}
      </VisuallyHidden>
      {alerts.length === 0 && <p className="manage-soft">{words.noAlerts}</p>}
      <ul>
        {alerts.map((alert) => {
          const { what, todo } = sayAlert(alert, view, language);
          const acted = actedIn(alert);
          return (
            <li key={alert.key} data-grave={alert.grave}>
              <b>
                {alert.grave && <span className="floor-grave">{words.grave}</span>} {what}
              </b>
              <span>
                {alert.since !== null && <small>{sayWhen(alert.since)} </small>}
                {todo}
              </span>
              {acted !== null && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={`${words.act}: ${what}`}
                  onClick={() => onOpen(acted)}
                >
                  {words.act}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
