import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { backupsWords } from '../../../../shared/i18n/screens/backups.ts';
import { keepingWords } from '../../../../shared/i18n/screens/keeping.ts';
import { storageWords } from '../../../../shared/i18n/screens/storage.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';

/** How long it is news that a backup was put back. */
const toldMs = 3_600_000;

type Props = Pick<Part, 'view' | 'language'> & { readonly now: () => number };

/** Says on every tab what is with the server's disk and data just now; nothing if all is well. */
export function Storage({ view, language, now }: Props): ReactNode {
  const told = backupsWords[language];
  const { isPuttingBack, putBack } = view.keeping;
  const { timeZone } = view.office;
  return (
    <>
      {isPuttingBack && (
        <Alert className="staff-said" role="alert" color="orange" variant="light">
          {told.coming}
        </Alert>
      )}
      {putBack !== null && now() - putBack.at < toldMs && (
        <Alert className="staff-said" role="alert" color={putBack.done ? 'blue' : 'red'} variant="light">
          {putBack.done
            ? fill(told.done, {
                time: sayTime(putBack.madeAt, timeZone),
                date: sayDate(putBack.madeAt, timeZone),
              })
            : told.failed}
        </Alert>
      )}
      {view.storageTrouble !== null && (
        <Alert className="staff-said" role="alert" color="red" variant="light">
          {storageWords[language][view.storageTrouble]}
        </Alert>
      )}
    </>
  );
}

/** Says that backups or the audit are not as they should be. */
export function Keeping({ view, language }: Pick<Part, 'view' | 'language'>): ReactNode {
  const words = keepingWords[language];
  const { lastBackupAt: at, backupTrouble, auditIntact } = view.keeping;
  const { timeZone } = view.office;
  const last =
    at === null
      ? words.noBackup
      : fill(words.lastBackup, { time: sayTime(at, timeZone), date: sayDate(at, timeZone) });
  return (
    <>
      {backupTrouble !== null && (
        <Alert className="staff-said" role="alert" color="red" variant="light">
          {words[backupTrouble]} {last}
        </Alert>
      )}
      {!auditIntact && (
        <Alert className="staff-said" role="alert" color="red" variant="light">
          {words.auditChanged}
        </Alert>
      )}
    </>
  );
}
