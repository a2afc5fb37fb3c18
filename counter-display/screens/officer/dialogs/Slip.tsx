import type { ReactNode } from 'react';
import type { Issued } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import { sayWait } from '../../../../shared/i18n/wait.ts';
import { fieldName, useConsole } from '../console.ts';

/** The visitor's paper, 80 mm wide, in Vietnamese whatever the officer reads. Only seen by the printer. */
export function Slip({ issued }: { readonly issued: Issued }): ReactNode {
  const { view } = useConsole();
  const words = officerWords.vi;
  const { timeZone, name } = view.office;
  const inVietnamese = (id: number): string => fieldName({ view, language: 'vi' }, id);
  const { appointmentAt } = issued;
  return (
    <div className="slip" aria-hidden="true" lang="vi">
      <p>{name.vi}</p>
      <p>{words.slipTitle}</p>
      <b>{issued.number}</b>
      <p className="slip-field">{inVietnamese(issued.fieldId)}</p>
      {issued.legs.length > 0 && (
        <p>
          {words.legs}: {issued.legs.map(inVietnamese).join(', ')}
        </p>
      )}
      {appointmentAt !== null && (
        <p>{fill(words.appointmentAt, { time: sayTime(appointmentAt, timeZone) })}</p>
      )}
      <p>{fill(words.ahead, { n: issued.peopleAhead })}</p>
      {issued.wait !== null && <p>{fill(words.expectedWait, { wait: sayWait(issued.wait, 'vi') })}</p>}
      <p>
        {sayTime(issued.issuedAt, timeZone)} {sayDate(issued.issuedAt, timeZone)}
      </p>
      <p>{words.slipThanks}</p>
    </div>
  );
}
