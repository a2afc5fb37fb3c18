import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { alertsOf } from '../../../../shared/domain/floor.ts';
import { floorWords } from '../../../../shared/i18n/screens/floor.ts';
import type { Part } from '../part.ts';
import type { Acted } from './Alerts.tsx';
import { Alerts } from './Alerts.tsx';
import { CounterCard } from './CounterCard.tsx';
import { CounterDialog } from './CounterDialog.tsx';
import { FieldDialog } from './FieldDialog.tsx';
import { FieldTable } from './FieldTable.tsx';
import { LimitsDialog } from './LimitsDialog.tsx';
import { Summary } from './Summary.tsx';
import { useSecond } from './useSecond.ts';

type Open = Acted | { readonly kind: 'limits' };

type Props = Part & { readonly now: () => number };

/** The office as it is this second, and what can be done about it. */
export function Floor({ now: clock, ...part }: Props): ReactNode {
  const { view, language } = part;
  const words = floorWords[language];
  const now = useSecond(clock);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const alerts = alertsOf(view.floor, now);
  return (
    <div className="floor">
      <Summary view={view} language={language} now={now} />
      <Alerts alerts={alerts} now={now} view={view} language={language} onOpen={setOpen} />
      <section className="floor-counters">
        <h2>{words.counters}</h2>
        <ul>
          {view.floor.counters.map((counter) => (
            <CounterCard
              key={counter.id}
              counter={counter}
              view={view}
              language={language}
              now={now}
              onOpen={() => setOpen({ kind: 'counter', id: counter.id })}
            />
          ))}
        </ul>
      </section>
      <section className="floor-fields">
        <div className="manage-title">
          <h2>{words.fields}</h2>
          <Button variant="default" onClick={() => setOpen({ kind: 'limits' })}>
            {words.limits}
          </Button>
        </div>
        <FieldTable
          view={view}
          language={language}
          now={now}
          onOpen={(id) => setOpen({ kind: 'field', id })}
        />
        <p className="manage-soft floor-how">{words.howEnd}</p>
      </section>
      {open?.kind === 'counter' && <CounterDialog {...part} counterId={open.id} onClose={close} />}
      {open?.kind === 'field' && <FieldDialog {...part} fieldId={open.id} now={now} onClose={close} />}
      {open?.kind === 'limits' && <LimitsDialog {...part} onClose={close} />}
    </div>
  );
}
