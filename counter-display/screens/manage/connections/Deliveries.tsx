import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeliveryRow } from '../../../../shared/contract/requests/integration.ts';
import { eventWords } from '../../../../shared/i18n/api.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { ConnectionPart } from './useConnections.ts';

/** What became of what others were told. */
export function Deliveries({ data, view, request, language, disabled, reload }: ConnectionPart): ReactNode {
  const words = connectionsWords[language];
  const { timeZone } = view.office;
  const at = (moment: number) => ({ time: sayTime(moment, timeZone), date: sayDate(moment, timeZone) });
  const resend = async ({ id }: DeliveryRow): Promise<void> => {
    if ((await request.send('delivery:resend', { deliveryId: id })) === null) return;
    await reload();
    request.say({ kind: 'note', text: words.resent });
  };
  const factsOf = ({ state, when, tries, why }: DeliveryRow): string =>
    [
      words[`state_${state}`],
      ...(state === 'due' && tries > 0 ? [fill(words.nextTry, at(when))] : []),
      ...(why === null ? [] : [fill(words.tries, { n: tries, why })]),
    ].join(' · ');
  return (
    <section>
      <h2>{words.deliveries}</h2>
      <p className="manage-soft">{words.deliveriesHelp}</p>
      {data.deliveries.length === 0 ? (
        <p>{words.noDeliveries}</p>
      ) : (
        <ul className="connections-list" aria-label={words.deliveries}>
          {data.deliveries.map((one) => (
            <li key={one.id}>
              <div className="connections-what">
                <span>
                  <b>{eventWords[language][one.type]}</b> · {sayTime(one.at, timeZone)}{' '}
                  {sayDate(one.at, timeZone)} · {data.webhooks.find(({ id }) => id === one.webhookId)?.url}
                </span>
                <p data-trouble={one.state === 'dead'}>{factsOf(one)}</p>
              </div>
              {one.state === 'dead' && (
                <Button
                  variant="default"
                  disabled={disabled}
                  aria-label={fill(words.resendOf, {
                    event: eventWords[language][one.type],
                    time: sayTime(one.at, timeZone),
                  })}
                  onClick={() => void resend(one)}
                >
                  {words.resend}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
