import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { healthWords } from '../../../../shared/i18n/screens/health.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';

/** Says on every tab what is not safe; nothing if all is well. */
export function Health({ view, language }: Pick<Part, 'view' | 'language'>): ReactNode {
  const words = healthWords[language];
  const { lastBackupAt: at, backupTrouble, auditIntact } = view.health;
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
