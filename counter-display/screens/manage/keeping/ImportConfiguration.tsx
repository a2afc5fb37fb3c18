import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { ConfigurationChange } from '../../../../shared/contract/views/keeping.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { backupsWords } from '../../../../shared/i18n/screens/backups.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';

/** A file, and what it would change. */
export type Compared = RequestOutput<'configuration:compare'> & {
  readonly text: string;
  readonly name: string;
};
type Props = Part & { readonly compared: Compared; readonly onClose: () => void };

/** One part in one sentence: what is added, changed and removed, by its names. */
function sayChange(change: ConfigurationChange, language: Language): string {
  const words = backupsWords[language];
  const said = (['added', 'changed', 'removed'] as const).flatMap((how) => {
    const names = change[how].filter((name) => name !== '');
    if (change[how].length === 0) return [];
    return [names.length === 0 ? words.changedOnly : fill(words[how], { names: names.join(', ') })];
  });
  return said.join('; ');
}

/** Shows what a file would change, and imports it after a backup. */
export function ImportConfiguration({ compared, onClose, ...part }: Props): ReactNode {
  const { view, request, language, disabled } = part;
  const words = backupsWords[language];
  const { making, backupTrouble } = view.keeping;
  const [isBacking, setBacking] = useState(false);
  const { send, say } = request;
  const { text, digest, name, changes } = compared;
  const begin = async (): Promise<void> => {
    if ((await send('backup:make', {})) !== null) setBacking(true);
  };
  useEffect(() => {
    if (!isBacking || making) return;
    setBacking(false);
    if (backupTrouble !== null) {
      say({ kind: 'trouble', text: words.notMade });
      return;
    }
    void send('configuration:import', { text, digest }).then((done) => {
      if (done === null) return;
      onClose();
      say({ kind: 'note', text: fill(words.imported, { name }) });
    });
  }, [isBacking, making, backupTrouble, send, say, text, digest, name, onClose, words]);
  return (
    <Dialog language={language} size="lg" title={fill(words.importTitle, { name })} onClose={onClose}>
      <Stack>
        {changes.length === 0 ? (
          <p>{words.nothingChanges}</p>
        ) : (
          <>
            <p>{words.changes}</p>
            <dl className="manage-changes">
              {changes.map((change) => (
                <div key={change.part}>
                  <dt>{words[`part_${change.part}`]}</dt>
                  <dd>{sayChange(change, language)}</dd>
                </div>
              ))}
            </dl>
            <p className="manage-soft">{words.backupFirst}</p>
          </>
        )}
        <DialogEnd request={request} language={language} onClose={onClose}>
          <Button
            disabled={disabled || isBacking || changes.length === 0}
            loading={isBacking}
            onClick={() => void begin()}
          >
            {words.importNow}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
