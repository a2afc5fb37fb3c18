import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProcedureDraft, WrongLine } from '../../../../shared/contract/procedure.ts';
import { columnNames } from '../../../../shared/i18n/catalogue/columns.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { catalogueWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';

/** What a file would do, and the file itself. */
export type Draft = ProcedureDraft & {
  readonly name: string;
  readonly rows: string[][];
  readonly whole: boolean;
};
type Props = Part & { readonly draft: Draft; readonly onWrite: () => void; readonly onDrop: () => void };

/** More of a kind are counted only. */
const listedAtMost = 30;

/** What a file would do, in words, before it does it; with a wrong line in it, it does nothing. */
export function Preview({ draft, language, disabled, onWrite, onDrop }: Props): ReactNode {
  const words = catalogueWords[language];
  const { added, changed, retired, unchanged, wrong } = draft;
  const changes = added.length + changed.length + retired.length;
  const whyOf = ({ why, found }: WrongLine): string => fill(words[`why_${why}`], { found });
  return (
    <div role="status" className="catalogue-draft">
      <h3>{fill(words.draft, { name: draft.name })}</h3>
      <List
        title={fill(words.draftWrong, { n: wrong.length })}
        lines={wrong.map((one) =>
          fill(words.line, { line: one.line, column: columnNames[one.column], why: whyOf(one) }),
        )}
        language={language}
        isWrong
      />
      {wrong.length > 0 && <p>{words.draftWrongMore}</p>}
      <List
        title={fill(words.draftAdded, { n: added.length })}
        lines={added.map(({ name }) => name)}
        language={language}
      />
      <List
        title={fill(words.draftChanged, { n: changed.length })}
        lines={changed.map(
          ({ name, columns }) => `${name} (${columns.map((column) => columnNames[column]).join(', ')})`,
        )}
        language={language}
      />
      <List title={fill(words.draftRetired, { n: retired.length })} lines={retired} language={language} />
      <p>{fill(words.draftUnchanged, { n: unchanged })}</p>
      {changes === 0 && wrong.length === 0 && <p>{words.draftNothing}</p>}
      <Group>
        {wrong.length === 0 && changes > 0 && (
          <Button disabled={disabled} onClick={onWrite}>
            {words.keep}
          </Button>
        )}
        <Button variant="default" onClick={onDrop}>
          {words.drop}
        </Button>
      </Group>
    </div>
  );
}

type ListProps = Pick<Part, 'language'> & {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isWrong?: true;
};

function List({ title, lines, language, isWrong }: ListProps): ReactNode {
  if (lines.length === 0) return null;
  const more = lines.length - listedAtMost;
  return (
    <div data-wrong={isWrong}>
      <h4>{title}</h4>
      <ul>
        {lines.slice(0, listedAtMost).map((line, place) => (
          <li key={place}>{line}</li>
        ))}
        {more > 0 && <li>{fill(catalogueWords[language].andMore, { n: more })}</li>}
      </ul>
    </div>
  );
}
