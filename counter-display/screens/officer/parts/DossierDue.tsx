import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { dueAt } from '../../../../shared/domain/dueDate.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { useConsole } from '../console.ts';
import { isDossierCode, procedureOf } from '../model/outcome.ts';

type Props = { readonly code: string } | { readonly procedureKey: string };

/** When a dossier will be due if the service ends now, before it is recorded; and of which procedure it is. */
export function DossierDue(props: Props): ReactNode {
  const { view, link, language, draft, changeDraft } = useConsole();
  const words = dossierWords[language];
  const now = useServerTime(link);
  if ('code' in props && !isDossierCode(props.code)) return <small>{words.badCode}</small>;
  const key = 'code' in props ? procedureOf(draft, props.code) : props.procedureKey;
  const procedure = view.procedures.find((one) => one.key === key);
  if (procedure === undefined) return null;
  const { timeZone } = view.office;
  const due = procedure.limit && dueAt(procedure.limit, now, view.hours, timeZone);
  const said =
    due === null
      ? words.noDue
      : fill(words.dueIfNow, { when: `${sayTime(due, timeZone)} ${sayDate(due, timeZone)}` });
  const isChosen = 'code' in props && draft.procedures.length > 1;
  return (
    <>
      {isChosen ? (
        <NativeSelect
          size="xs"
          aria-label={fill(words.procedureOf, { code: props.code })}
          value={procedure.key}
          data={view.procedures
            .filter((one) => draft.procedures.some((done) => done.key === one.key))
            .map((one) => ({ value: one.key, label: one.name[language] }))}
          onChange={({ currentTarget: { value } }) =>
            changeDraft((before) => ({
              ...before,
              procedureOf: { ...before.procedureOf, [props.code]: value },
            }))
          }
        />
      ) : (
        <span>{procedure.name[language]}</span>
      )}
      <small className="tabular">{said}</small>
    </>
  );
}
