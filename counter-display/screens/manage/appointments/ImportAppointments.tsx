import { FileButton, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { Part } from '../part.ts';

/** As much as the contract lets through. */
const bytesAtMost = 500_000;

/** Takes appointments from a file of another system. */
export function ImportAppointments({ request, language, disabled }: Part): ReactNode {
  const words = manageOfficeWords[language];
  // The same file can be chosen again after it was corrected.
  const reset = useRef<() => void>(null);
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    reset.current?.();
    const csv = await readText(file);
    if (csv === null) return request.say({ kind: 'trouble', text: words.unreadable });
    const done = await request.send('appointment:import', { csv });
    if (done !== null) request.say({ kind: 'note', text: fill(words.imported, { n: done.added }) });
    return undefined;
  };
  return (
    <section>
      <h2>{words.import}</h2>
      <p className="manage-soft">{words.importHelp}</p>
      <FileButton
        resetRef={reset}
        accept=".csv,text/csv"
        disabled={disabled}
        onChange={(file) => void take(file)}
      >
        {(props) => (
          <Button variant="default" {...props}>
            {words.importFile}
          </Button>
        )}
      </FileButton>
    </section>
  );
}

/** @returns the text, or null if the file is empty, too large, or not UTF-8. */
async function readText(file: File): Promise<string | null> {
  if (file.size === 0 || file.size > bytesAtMost) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
