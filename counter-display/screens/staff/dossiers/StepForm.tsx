import { Button, TextInput, Textarea } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { RequestInput } from '../../../../shared/contract/requests.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { Hours } from '../../../../shared/contract/settings.ts';
import type { DossierRow } from '../../../../shared/contract/views/dossier.ts';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import type { DossierStep } from '../../../../shared/domain/dossier.ts';
import { closingOn } from '../../../../shared/domain/dueDate.ts';
import type { BusinessDay } from '../../../../shared/domain/ids.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { readDate } from '../when.ts';

export type Explained = Pick<RequestInput<'dossier:step'>, 'text' | 'dueAt'>;

type Props = {
  readonly dossier: DossierRow;
  readonly kind: DossierStep;
  readonly language: Language;
  readonly timeZone: string;
  readonly hours: Hours;
  readonly now: number;
  readonly disabled: boolean;
  readonly onSend: (more: Explained) => void;
  readonly onClose: () => void;
};

/** Asks for what is missing, the reason, and with more time for the new due date. */
export function StepForm(props: Props): ReactNode {
  const { dossier, kind, language, timeZone, hours, now, disabled, onSend, onClose } = props;
  const words = dossierWords[language];
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const isLater = kind === 'extended';
  const day = readDate(date, businessDayOf(now, timeZone));
  const dueAt = day === null ? null : closingOn(hours, day as BusinessDay, timeZone);
  const isAfter = dueAt !== null && dueAt > Math.max(now, dossier.dueAt ?? 0);
  const trouble =
    date.trim().length < 3 || isAfter
      ? null
      : day === null
        ? words.badDate
        : dueAt === null
          ? words.notWorking
          : words.notLater;
  const isComplete = text.trim() !== '' && (!isLater || isAfter);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isComplete && !disabled) onSend({ text, dueAt: isLater ? dueAt : null });
  };
  return (
    <form className="dossier-form" onSubmit={submit}>
      <Textarea
        label={kind === 'supplement' ? words.missing : words.reason}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={text}
        ref={first}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {isLater && (
        <TextInput
          label={words.newDue}
          placeholder="24/11/2026"
          value={date}
          error={trouble}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setDate(value)}
        />
      )}
      <div className="dossier-form-end">
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" disabled={disabled || !isComplete}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
