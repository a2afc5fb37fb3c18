import { Button, FileButton, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { backupsWords } from '../../../../shared/i18n/screens/backups.ts';
import { download } from '../download.ts';
import type { Part } from '../part.ts';
import type { Compared } from './ImportConfiguration.tsx';
import { ImportConfiguration } from './ImportConfiguration.tsx';

/** What the server takes. */
const charactersAtMost = 400_000;

/** The office's settings, out to a file and in from one. */
export function Configuration(part: Part): ReactNode {
  const { request, language, disabled } = part;
  const words = backupsWords[language];
  const [compared, setCompared] = useState<Compared | null>(null);
  // The same file can be chosen again after something was changed.
  const reset = useRef<() => void>(null);
  const save = async (): Promise<void> => {
    const file = await request.send('configuration:export', {});
    if (file === null) return;
    download(new Blob([file.text], { type: 'application/json' }), `${words.fileName}.json`);
    request.say({ kind: 'note', text: words.exported });
  };
  const look = async (file: File | null): Promise<void> => {
    if (file === null) return;
    reset.current?.();
    const text = await file.text();
    if (text.length > charactersAtMost || text === '') {
      request.say({ kind: 'trouble', text: words.tooLarge });
      return;
    }
    const found = await request.send('configuration:compare', { text });
    if (found !== null) setCompared({ ...found, text, name: file.name });
  };
  return (
    <section>
      <h2>{words.configuration}</h2>
      <p className="manage-soft">{words.configurationHelp}</p>
      <Group>
        <Button variant="default" disabled={disabled} onClick={() => void save()}>
          {words.export}
        </Button>
        <FileButton resetRef={reset} accept=".json" disabled={disabled} onChange={(file) => void look(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {words.import}
            </Button>
          )}
        </FileButton>
      </Group>
      {compared !== null && (
        <ImportConfiguration {...part} compared={compared} onClose={() => setCompared(null)} />
      )}
    </section>
  );
}
