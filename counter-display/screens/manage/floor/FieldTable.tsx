import { Button, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import type { Level } from '../../../../shared/domain/floor.ts';
import { lineLevel, waitLevel } from '../../../../shared/domain/floor.ts';
import type { FieldId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorWords, levelKeys } from '../../../../shared/i18n/screens/floor.ts';
import { sayWait } from '../../../../shared/i18n/wait.ts';
import { minutesOf, sayEnd, sayHelp } from './say.ts';

type Props = {
  readonly view: View<'manage'>;
  readonly language: Language;
  readonly now: number;
  readonly onOpen: (id: FieldId) => void;
};

/** Every field: its line, its waits, and when its last number is expected to be served. */
export function FieldTable(props: Props): ReactNode {
  const words = floorWords[props.language];
  return (
    <table className="floor-table">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.people}</th>
          <th scope="col">{words.longest}</th>
          <th scope="col">{words.newWait}</th>
          <th scope="col">{words.openCounters}</th>
          <th scope="col">{words.end}</th>
          <th scope="col">
            <VisuallyHidden>{words.act}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.view.floor.fields.map((field) => (
          <FieldRow key={field.id} field={field} {...props} />
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { readonly label: string; readonly level?: Level; readonly children: ReactNode };

/** One figure; on a phone with its column's name. */
function Cell({ label, level = 'calm', children }: CellProps): ReactNode {
  return (
    <td data-label={label} data-level={level}>
      {children}
    </td>
  );
}

type RowProps = Props & { readonly field: View<'manage'>['floor']['fields'][number] };

function FieldRow({ field, view, language, now, onOpen }: RowProps): ReactNode {
  const words = floorWords[language];
  const known = view.fields.find(({ id }) => id === field.id);
  const name = known?.name[language] ?? '';
  const { limits } = view.floor;
  const waitedMs = field.longestSince === null ? 0 : now - field.longestSince;
  const wait = waitLevel(waitedMs, limits);
  const line = lineLevel(field.waiting, limits);
  const coming = waitLevel(field.wait?.p50Ms ?? 0, limits);
  const said = (key: keyof typeof words | null): ReactNode => key !== null && <small>{words[key]}</small>;
  const help = sayHelp(field.help, language);
  const unserved = field.openCounters === 0 && field.waiting > 0;
  const ending = field.end === null ? words.nobody : sayEnd(field.end, view, now, language);
  return (
    <tr data-quiet={field.waiting === 0 && field.end === null}>
      <th scope="row">
        <span className="floor-prefix" style={{ background: known?.colour }}>
          {known?.prefix}
        </span>
        {name}
      </th>
      <Cell label={words.people} level={line}>
        <b>{field.waiting}</b> {said(levelKeys.line[line])}
      </Cell>
      <Cell label={words.longest} level={wait}>
        {field.longestSince === null ? words.nobody : fill(words.minutes, { n: minutesOf(waitedMs) })}{' '}
        {said(levelKeys.wait[wait])}
      </Cell>
      <Cell label={words.newWait} level={coming}>
        {sayWait(field.wait, language)}
      </Cell>
      <Cell label={words.openCounters} level={unserved ? 'veryLong' : 'calm'}>
        {field.openCounters}
      </Cell>
      <td data-label={words.end} className="floor-fit" data-fit={field.end?.fit ?? 'none'}>
        {unserved ? words.never : ending}
        {help !== null && <strong> {help}</strong>}
      </td>
      <td className="manage-actions">
        <Button
          size="compact-md"
          variant="default"
          aria-label={fill(words.manageField, { name })}
          onClick={() => onOpen(field.id)}
        >
          {words.act}
        </Button>
      </td>
    </tr>
  );
}
