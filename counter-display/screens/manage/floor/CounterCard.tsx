import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import type { Level } from '../../../../shared/domain/floor.ts';
import { lastsLevel } from '../../../../shared/domain/floor.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorWords, levelKeys } from '../../../../shared/i18n/screens/floor.ts';
import { sayDuration, sayTime } from '../../../../shared/i18n/time.ts';

type Counter = View<'manage'>['floor']['counters'][number];
type Props = {
  readonly counter: Counter;
  readonly view: View<'manage'>;
  readonly language: Language;
  /** The server's clock, ms. */
  readonly now: number;
  readonly onOpen: () => void;
};

type Said = { readonly words: string; readonly level: Level; readonly since: number | null };

/** What the counter does now, in words and as a level, and since when. */
function stateOf({ ticket, officer, onBreak }: Counter, { view, language, now }: Props): Said {
  const words = floorWords[language];
  if (ticket !== null) {
    const level = lastsLevel(now - ticket.since, ticket.usual);
    const key = levelKeys.lasts[level];
    const longer = ticket.state === 'called' && key !== null ? 'notCome' : key;
    const more = longer === null ? '' : ` – ${words[longer]}`;
    return { words: words[ticket.state] + more, level, since: ticket.since };
  }
  if (officer === null) return { words: words.closed, level: 'calm', since: null };
  if (onBreak === null) return { words: words.free, level: 'calm', since: null };
  const { since, until } = onBreak;
  const paused =
    until === null ? words.paused : fill(words.pausedUntil, { time: sayTime(until, view.office.timeZone) });
  return { words: paused, level: until !== null && now > until ? 'long' : 'calm', since };
}

const kindOf = ({ ticket, officer, onBreak }: Counter): string => {
  if (ticket !== null) return ticket.state;
  if (officer === null) return 'closed';
  return onBreak === null ? 'free' : 'away';
};

/** One counter: who works there, whom it has, and for how long. */
export function CounterCard(props: Props): ReactNode {
  const { counter, view, language, now, onOpen } = props;
  const words = floorWords[language];
  const number = view.counters.find(({ id }) => id === counter.id)?.number ?? 0;
  const state = stateOf(counter, props);
  const fields = view.fields.filter(({ id }) => counter.fieldIds.includes(id));
  return (
    <li className="floor-counter" data-level={state.level} data-kind={kindOf(counter)}>
      <div className="floor-counter-head">
        <h3>{fill(words.counterN, { n: number })}</h3>
        <Button
          size="compact-md"
          variant="default"
          aria-label={fill(words.manageCounter, { n: number })}
          onClick={onOpen}
        >
          {words.act}
        </Button>
      </div>
      <p className="floor-now">
        {counter.ticket !== null && <b>{counter.ticket.number}</b>}
        {state.since !== null && <time>{sayDuration(now - state.since)}</time>}
      </p>
      <p className="floor-state">{state.words}</p>
      <p className="floor-officer">
        {counter.officer?.name ?? words.closedFor}
        {counter.officer?.online === false && <em> · {words.consoleClosed}</em>}
      </p>
      <p className="floor-served">
        {fill(words.servedToday, { n: counter.servedToday })}
        <span>{fields.map(({ prefix }) => prefix).join(' ')}</span>
      </p>
    </li>
  );
}
