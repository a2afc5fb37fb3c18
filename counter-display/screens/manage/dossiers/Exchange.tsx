import { Button, FileButton, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import { dossierStateWords } from '../../../../shared/i18n/dossier.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageDossierWords } from '../../../../shared/i18n/screens/manageDossiers.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';
import { download } from '../download.ts';
import { csvOf, readTable, rowsAtMost, xlsxOf } from './sheet.ts';

/** As many as the server tells at once. */
const exportedAtMost = 5_000;

/** Tables of dossiers, to other programs and from them. */
export function Exchange(part: Part): ReactNode {
  return (
    <div className="manage-columns">
      <Export {...part} />
      <Import {...part} />
    </div>
  );
}

/** Named in Vietnamese or English as the page is; what is exported can be imported again. */
function Export({ view, request, language, disabled }: Part): ReactNode {
  const words = manageDossierWords[language];
  const { timeZone } = view.office;
  const when = (at: number | null): string =>
    at === null ? '' : `${sayDate(at, timeZone)} ${sayTime(at, timeZone)}`;
  const tableOf = ({ rows }: RequestOutput<'dossier:find'>): string[][] => [
    ['code', 'procedure', 'received', 'due', 'state', 'since'].map(
      (column) => words[`column_${column as 'code'}`],
    ),
    ...rows.map(({ code, procedure, receivedAt, dueAt, state, since }) => [
      code,
      procedure[language],
      when(receivedAt),
      when(dueAt),
      dossierStateWords[language][state],
      when(since),
    ]),
  ];
  const save = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    const found = await request.send('dossier:find', { which: 'all', query: '', limit: exportedAtMost });
    if (found === null) return;
    const table = tableOf(found);
    const file =
      kind === 'csv'
        ? new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' })
        : await xlsxOf(table, words.sheet);
    download(file, `${words.fileName}.${kind}`);
    const { length: n } = found.rows;
    const text = fill(n < found.total ? words.cut : words.exported, { n, total: found.total });
    request.say({ kind: 'note', text });
  };
  return (
    <section>
      <h2>{words.export}</h2>
      <p className="manage-soft">{fill(words.exportMore, { n: exportedAtMost })}</p>
      <Group>
        <Button variant="default" disabled={disabled} onClick={() => void save('csv')}>
          {words.exportCsv}
        </Button>
        <Button variant="default" disabled={disabled} onClick={() => void save('xlsx')}>
          {words.exportXlsx}
        </Button>
      </Group>
    </section>
  );
}

type Preview = RequestOutput<'dossier:import'> & { readonly name: string; readonly rows: string[][] };

/** A file is looked at first, and added when the manager says so. */
function Import({ request, language, disabled }: Part): ReactNode {
  const words = manageDossierWords[language];
  const [preview, setPreview] = useState<Preview | null>(null);
  // The same file can be chosen again after it was corrected.
  const reset = useRef<() => void>(null);
  const look = async (file: File | null): Promise<void> => {
    if (file === null) return;
    reset.current?.();
    setPreview(null);
    const rows = await readTable(file);
    if (rows === null) {
      request.say({ kind: 'trouble', text: fill(words.unreadable, { n: rowsAtMost }) });
      return;
    }
    const counted = await request.send('dossier:import', { rows, keep: false });
    if (counted !== null) setPreview({ ...counted, name: file.name, rows });
  };
  const keep = async ({ rows }: Preview): Promise<void> => {
    const done = await request.send('dossier:import', { rows, keep: true });
    if (done === null) return;
    setPreview(null);
    request.say({ kind: 'note', text: fill(words.imported, { n: done.added }) });
  };
  return (
    <section>
      <h2>{words.import}</h2>
      <p className="manage-soft">{words.importMore}</p>
      <FileButton
        resetRef={reset}
        accept=".csv,.xlsx,text/csv"
        disabled={disabled}
        onChange={(file) => void look(file)}
      >
        {(props) => (
          <Button variant="default" {...props}>
            {words.importFile}
          </Button>
        )}
      </FileButton>
      {preview !== null && (
        <div role="status" className="dossier-preview">
          <p>{fill(words.preview, { name: preview.name, added: preview.added, known: preview.known })}</p>
          <Group>
            <Button disabled={disabled || preview.added === 0} onClick={() => void keep(preview)}>
              {fill(words.keep, { n: preview.added })}
            </Button>
            <Button variant="default" onClick={() => setPreview(null)}>
              {words.drop}
            </Button>
          </Group>
        </div>
      )}
    </section>
  );
}
