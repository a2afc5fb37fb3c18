import { Button, Loader, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { backupsWords } from '../../../../shared/i18n/screens/backups.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';
import { PutBack } from './PutBack.tsx';

type Listed = RequestOutput<'backup:list'>;
type Backup = Listed['backups'][number];

const bytesPerMb = 1e6;
const sizeOf = (bytes: number): string => `${(bytes / bytesPerMb).toFixed(1).replace('.', ',')} MB`;

/** What is kept of the office, made anew at a press, and put back. */
export function Backups(part: Part): ReactNode {
  const { view, request, language, disabled } = part;
  const words = backupsWords[language];
  const { making, lastBackupAt, backupTrouble } = view.keeping;
  const [listed, setListed] = useState<Listed | null>(null);
  const [listedAt, setListedAt] = useState<number | 'never' | null>('never');
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [asked, setAsked] = useState(false);
  const { send, read, say } = request;
  useEffect(() => {
    // Not while one is being made: it is on the list when that is over.
    if (listedAt !== lastBackupAt && !making)
      void read('backup:list', {}).then((list) => {
        if (list !== null) setListed(list);
        setListedAt(lastBackupAt);
      });
  }, [listedAt, making, lastBackupAt, read]);
  useEffect(() => {
    if (!asked || making) return;
    setAsked(false);
    const time = sayTime(lastBackupAt ?? 0, view.office.timeZone);
    const text = backupTrouble === null ? fill(words.made, { time }) : words.notMade;
    say({ kind: backupTrouble === null ? 'note' : 'trouble', text });
  }, [asked, making, backupTrouble, lastBackupAt, say, view.office.timeZone, words]);

  const make = async (): Promise<void> => {
    if ((await send('backup:make', {})) !== null) setAsked(true);
  };
  return (
    <section>
      <div className="manage-title">
        <h2>{words.title}</h2>
        <Button disabled={disabled || making || asked} onClick={() => void make()}>
          {making || asked ? words.making : words.makeNow}
        </Button>
      </div>
      <p className="manage-soft">{words.help}</p>
      {listed === null ? (
        <Loader aria-label={words.title} />
      ) : (
        <List {...part} listed={listed} onChoose={setChosen} />
      )}
      {listed !== null && <p className="manage-soft">{fill(words.folder, { folder: listed.folder })}</p>}
      {chosen !== null && <PutBack {...part} backup={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

type ListProps = Part & { readonly listed: Listed; readonly onChoose: (backup: Backup) => void };

function List({ view, language, disabled, listed, onChoose }: ListProps): ReactNode {
  const words = backupsWords[language];
  const { timeZone } = view.office;
  if (listed.backups.length === 0) return <p>{words.none}</p>;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs" fz="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.when}</Table.Th>
            <Table.Th>{words.why}</Table.Th>
            <Table.Th>{words.looked}</Table.Th>
            <Table.Th ta="right">{words.size}</Table.Th>
            <Table.Th aria-label={words.putBack} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listed.backups.map((backup) => {
            const when = `${sayTime(backup.madeAt, timeZone)} ${sayDate(backup.madeAt, timeZone)}`;
            const { facts } = backup;
            const isOlder = facts !== null && facts.schema < listed.schema;
            return (
              <Table.Tr key={backup.name}>
                <Table.Td fw={600} className="tabular">
                  {when}
                </Table.Td>
                <Table.Td>{facts !== null && words[`why_${facts.why}`]}</Table.Td>
                <Table.Td>
                  {facts === null ? words.notNoted : words.lookedOver}
                  {isOlder && ` · ${fill(words.olderSchema, { schema: facts.schema })}`}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {sizeOf(backup.bytes)}
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-md"
                    variant="default"
                    disabled={disabled}
                    aria-label={`${words.putBack} ${when}`}
                    onClick={() => onChoose(backup)}
                  >
                    {words.putBack}
                  </Button>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
