import type { CSSProperties, ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayDuration, sayTime } from '../../../../shared/i18n/time.ts';
import { deepen } from '../../../../shared/ui/colour.ts';
import { fieldName, useConsole } from '../console.ts';
import { wholeMinutes } from '../model/desk.ts';
import type { Row } from '../model/lists.ts';
import { classOf, labelOf } from '../model/lists.ts';

type Props = { readonly row: Row; readonly now: number };

/** One line of a list: the number, whose it is, and the time that matters in this list. */
export function RowText({ row, now }: Props): ReactNode {
  const console = useConsole();
  const { view, words } = console;
  const { of } = row;
  const field = view.fields.find(({ id }) => id === of.fieldId);
  const name = fieldName(console, of.fieldId);
  const time = (at: number): string => sayTime(at, view.office.timeZone);
  const minutes = (at: number): string => fill(words.minutes, { n: wholeMinutes(at, now) });
  return (
    <>
      <b
        className="row-number tabular"
        style={{ '--field': deepen(field?.colour ?? '#334155') } as CSSProperties}
      >
        {row.tab === 'appointments' ? time(row.of.at) : labelOf(row)}
      </b>
      <span className="row-who">
        <span>{of.name ?? name}</span>
        <small>
          {of.name !== null && <span>{name}</span>}
          <Marks row={row} now={now} />
        </small>
      </span>
      <span className="row-time tabular">
        {row.tab === 'line' && minutes(row.of.issuedAt)}
        {(row.tab === 'parked' || row.tab === 'missed' || row.tab === 'elsewhere') && minutes(row.of.since)}
        {row.tab === 'ended' && time(row.of.at)}
        {row.tab === 'appointments' && fill(words.code, { code: row.of.code })}
      </span>
    </>
  );
}

function Marks({ row, now }: Props): ReactNode {
  const { view, words, language } = useConsole();
  if (row.tab === 'appointments')
    return row.of.at < now ? <span className="row-warn">{words.overdue}</span> : null;
  const { of } = row;
  const at =
    'counterNumber' in of && of.counterNumber !== null ? fill(words.counterN, { n: of.counterNumber }) : null;
  const coolsUntil = row.tab === 'line' && row.of.misses > 0 ? (row.of.notBefore ?? 0) : 0;
  return (
    <>
      {of.priority !== null && (
        <span className="mark" data-kind={of.priority.confirmed ? 'confirmed' : 'declared'}>
          {classOf(view, of.priority.code)[language]}
          {!of.priority.confirmed && ` · ${words.declared}`}
        </span>
      )}
      {of.appointmentAt !== null && (
        <span className="mark">
          {fill(words.appointmentAt, { time: sayTime(of.appointmentAt, view.office.timeZone) })}
        </span>
      )}
      {row.tab === 'line' && row.of.misses > 0 && (
        <span>{fill(words.missedTimes, { n: row.of.misses })}</span>
      )}
      {coolsUntil > now && (
        <span className="tabular">{fill(words.callableIn, { time: sayDuration(coolsUntil - now) })}</span>
      )}
      {row.tab === 'ended' && <span>{row.of.state === 'done' ? words.done : words.cancelled}</span>}
      {row.tab === 'elsewhere' && <span>{row.of.state === 'called' ? words.called : words.serving}</span>}
      {at !== null && <span>{at}</span>}
      {(row.tab === 'parked' || row.tab === 'elsewhere') && <span>{row.of.officerName}</span>}
      {row.tab === 'elsewhere' && !row.of.officerOnline && (
        <span className="row-warn">{words.consoleClosed}</span>
      )}
    </>
  );
}
