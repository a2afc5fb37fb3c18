import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { keepingWords } from '../../../../shared/i18n/screens/keeping.ts';
import { storageWords } from '../../../../shared/i18n/screens/storage.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';

/** Says on every tab what is not safe; nothing if all is well. */
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
      {view.storageTrouble !== null && (
        <Alert className="staff-said" role="alert" color="red" variant="light">
          {storageWords[language][view.storageTrouble]}
        </Alert>
      )}
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
