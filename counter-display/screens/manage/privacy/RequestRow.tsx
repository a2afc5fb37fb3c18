import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DataRequestView } from '../../../../shared/contract/views/privacy.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import type { PrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import type { Doing } from './DataRequests.tsx';
import type { Timed } from './Privacy.tsx';
import { sayPerson, sayStanding } from './say.ts';

type Props = Timed & {
  readonly dataRequest: DataRequestView;
  readonly onDo: (what: Doing) => void;
};

/** One request: whose, what has to be done next and by when, and the ways to do it. */
export function RequestRow(props: Props): ReactNode {
  const { dataRequest, view, language, now } = props;
  const words = managePrivacyWords[language];
  const standing = sayStanding(dataRequest, now(), view.office.timeZone, words);
  const { kind, channel, receivedOn, correction, note } = dataRequest;
  const corrected = [
    correction?.name,
    correction?.birthDate === undefined || correction.birthDate === null
      ? null
      : writeDay(correction.birthDate),
  ].filter((fact) => fact !== null && fact !== undefined);
  return (
    <li className={standing.isLate ? 'privacy-late' : undefined}>
      <div>
        <strong>{words[`kind_${kind}`]}</strong> · {sayPerson(dataRequest, words)}
        <p className="privacy-standing">{standing.text}</p>
        <p className="privacy-small">
          {words[`channel_${channel}`]} · {fill(words.receivedOn, { date: writeDay(receivedOn) })}
        </p>
        {corrected.length > 0 && (
          <p className="privacy-small">{fill(words.correctTo, { what: corrected.join(', ') })}</p>
        )}
        {note !== null && <p className="privacy-small">{note}</p>}
      </div>
      <div className="manage-actions">
        {dataRequest.closedAt === null && <Actions {...props} words={words} />}
      </div>
    </li>
  );
}

function Actions({
  dataRequest,
  request,
  disabled,
  onDo,
  words,
}: Props & { readonly words: PrivacyWords }): ReactNode {
  const { id, kind, acknowledgedAt, person } = dataRequest;
  const acknowledge = async (): Promise<void> => {
    if ((await request.send('dataRequest:acknowledge', { dataRequestId: id })) !== null)
      request.say({ kind: 'note', text: words.acknowledged });
  };
  const button = (what: string, onClick: () => void, isMain = false): ReactNode => (
    <Button
      variant={isMain ? 'filled' : 'default'}
      disabled={disabled}
      aria-label={fill(words.ofRequest, { what, id })}
      onClick={onClick}
    >
      {what}
    </Button>
  );
  return (
    <>
      {acknowledgedAt === null && button(words.acknowledge, () => void acknowledge(), true)}
      {kind === 'see' && person !== null && button(words.sheet, () => onDo('sheet'))}
      {button(
        kind === 'see' ? words.finishSee : words.carryOut,
        () => onDo('carryOut'),
        acknowledgedAt !== null,
      )}
      {button(words.refuse, () => onDo('refuse'))}
    </>
  );
}
