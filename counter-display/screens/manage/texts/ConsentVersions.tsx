import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ConsentVersion } from '../../../../shared/contract/texts.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import type { Part } from '../part.ts';

type Props = Pick<Part, 'language'> & {
  /** The newest first. */
  readonly versions: readonly ConsentVersion[];
  readonly current: string;
  readonly timeZone: string;
};

/** Every wording there was: from when, how many agreed to it, and what it said. */
export function ConsentVersions({ versions, current, language, timeZone }: Props): ReactNode {
  const words = manageTextWords[language];
  const [reading, setReading] = useState<ConsentVersion | null>(null);
  return (
    <section>
      <h2>{words.versions}</h2>
      <Table className="manage-blocks" verticalSpacing="xs" fz="md">
        <Table.Tbody>
          {versions.map((one) => (
            <Table.Tr key={one.version}>
              <Table.Td className="manage-nowrap tabular">
                <b>{one.version}</b> {one.version === current ? words.versionNow : words.versionOld}
              </Table.Td>
              <Table.Td>
                {one.madeAt === null
                  ? words.versionFirst
                  : fill(words.versionSince, { day: sayDate(one.madeAt, timeZone) })}
              </Table.Td>
              <Table.Td>{fill(words.versionAgreed, { agreed: one.agreed, standing: one.standing })}</Table.Td>
              <Table.Td className="manage-actions">
                <Button size="compact-md" variant="default" onClick={() => setReading(one)}>
                  {fill(words.versionRead, { version: one.version })}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {reading !== null && (
        <Dialog
          language={language}
          size="xl"
          title={fill(words.versionRead, { version: reading.version })}
          onClose={() => setReading(null)}
        >
          <div className="manage-columns consent-old">
            {(['vi', 'en'] as const).map((spoken) => (
              <div key={spoken} lang={spoken}>
                <h3>{reading.title[spoken]}</h3>
                {reading.body[spoken].map((paragraph, place) => (
                  <p key={place}>{paragraph}</p>
                ))}
              </div>
            ))}
          </div>
          <Button variant="default" data-autofocus onClick={() => setReading(null)}>
            {manageWords[language].close}
          </Button>
        </Dialog>
      )}
    </section>
  );
}
