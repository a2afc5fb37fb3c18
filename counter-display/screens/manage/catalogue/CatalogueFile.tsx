import { Button, Checkbox, FileButton, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { ProcedureRow } from '../../../../shared/contract/procedure.ts';
import { jsonOf } from '../../../../shared/i18n/catalogue/json.ts';
import { tableOf } from '../../../../shared/i18n/catalogue/table.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { catalogueWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import { csvOf, rowsAtMost, xlsxOf } from '../dossiers/sheet.ts';
import { download } from '../download.ts';
import type { Part } from '../part.ts';
import type { Draft } from './Preview.tsx';
import { Preview } from './Preview.tsx';
import { readCatalogueFile } from './readFile.ts';

type Props = Part & {
  /** Null while they are not known yet. */
  readonly rows: readonly ProcedureRow[] | null;
  readonly onWritten: () => void;
};
const kinds = ['xlsx', 'csv', 'json'] as const;
type Kind = (typeof kinds)[number];

/** The catalogue as a file, and from one: what a file would do is seen before anything is written. */
export function CatalogueFile({ rows, onWritten, ...part }: Props): ReactNode {
  const { view, request, language, disabled } = part;
  const words = catalogueWords[language];
  const [whole, setWhole] = useState(false);
  const [draft, setDraft] = useState<Draft | null>(null);
  // The same file can be chosen again after it was corrected.
  const reset = useRef<() => void>(null);

  const save = async (kind: Kind): Promise<void> => {
    if (rows === null) return;
    const table = tableOf(rows, view.fields);
    const files: Readonly<Record<Kind, () => Blob | Promise<Blob>>> = {
      json: () => new Blob([jsonOf(rows, view.fields)], { type: 'application/json' }),
      csv: () => new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }),
      xlsx: () => xlsxOf(table, words.sheet),
    };
    download(await files[kind](), `${words.fileName}.${kind}`);
  };
  const look = async (file: File | null): Promise<void> => {
    if (file === null) return;
    reset.current?.();
    setDraft(null);
    const read = await readCatalogueFile(file);
    if (read === null) {
      request.say({ kind: 'trouble', text: fill(words.unreadable, { n: rowsAtMost }) });
      return;
    }
    const checked = await request.send('procedure:check', { rows: read, whole });
    if (checked !== null) setDraft({ ...checked, name: file.name, rows: read, whole });
  };
  const write = async ({ rows: read, whole: all, stamp }: Draft): Promise<void> => {
    const done = await request.send('procedure:import', { rows: read, whole: all, stamp });
    if (done === null) return;
    setDraft(null);
    onWritten();
    request.say({ kind: 'note', text: fill(words.imported, done) });
  };
  const names = { xlsx: words.exportXlsx, csv: words.exportCsv, json: words.exportJson };
  return (
    <section>
      <h2>{words.file}</h2>
      <p className="manage-soft">{words.fileMore}</p>
      <Group>
        {kinds.map((kind) => (
          <Button key={kind} variant="default" disabled={rows === null} onClick={() => void save(kind)}>
            {names[kind]}
          </Button>
        ))}
      </Group>
      <Group mt="md" align="center">
        <FileButton
          resetRef={reset}
          accept=".csv,.xlsx,.json,text/csv,application/json"
          disabled={disabled}
          onChange={(file) => void look(file)}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <Checkbox
          label={words.whole}
          description={words.wholeMore}
          checked={whole}
          disabled={draft !== null}
          onChange={({ currentTarget: { checked } }) => setWhole(checked)}
        />
      </Group>
      {draft !== null && (
        <Preview {...part} draft={draft} onWrite={() => void write(draft)} onDrop={() => setDraft(null)} />
      )}
    </section>
  );
}
