import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import type { DataRequestKind } from '../../../../shared/domain/dataRequest.ts';
import { dataRequestKinds } from '../../../../shared/domain/dataRequest.ts';
import { longestName } from '../../../../shared/domain/name.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import { readDate } from '../../staff/when.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import { FindPerson } from './FindPerson.tsx';
import type { Timed } from './Privacy.tsx';

const channels = ['desk', 'post'] as const;
type Channel = (typeof channels)[number];

/** Writes down what somebody asked at the desk or by post. */
export function AddRequest({ onClose, ...part }: Timed & { readonly onClose: () => void }): ReactNode {
  const { view, request, language, disabled, now } = part;
  const words = managePrivacyWords[language];
  const today = businessDayOf(now(), view.office.timeZone);
  const [kind, setKind] = useState<DataRequestKind>('see');
  const [channel, setChannel] = useState<Channel>('desk');
  const [date, setDate] = useState(() => writeDay(today));
  const [personRef, setPersonRef] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [birth, setBirth] = useState('');
  const [note, setNote] = useState('');
  const receivedOn = readDate(date, today);
  const birthDate = birth.trim() === '' ? null : readDate(birth, today);
  const wrongBirth = birth.trim() !== '' && birthDate === null;
  const hasCorrection = name.trim() !== '' || birthDate !== null;
  const isWhole = receivedOn !== null && (kind !== 'correct' || (hasCorrection && !wrongBirth));
  const save = async (): Promise<void> => {
    if (receivedOn === null) return;
    const correction = kind === 'correct' ? { name: name.trim() === '' ? null : name, birthDate } : null;
    const added = await request.send('dataRequest:add', {
      kind,
      channel,
      receivedOn,
      personRef,
      correction,
      note: note.trim() === '' ? null : note,
    });
    if (added === null) return;
    onClose();
    request.say({ kind: 'note', text: words.added });
  };
  return (
    <Dialog language={language} title={words.addRequest} size="xl" onClose={onClose}>
      <Stack>
        <Group align="flex-start" grow>
          <NativeSelect
            label={words.kind}
            data={dataRequestKinds.map((value) => ({ value, label: words[`kind_${value}`] }))}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as DataRequestKind)}
          />
          <NativeSelect
            label={words.channel}
            data={channels.map((value) => ({ value, label: words[`channel_${value}`] }))}
            value={channel}
            onChange={(event) => setChannel(event.currentTarget.value as Channel)}
          />
          <TextInput
            label={words.received}
            value={date}
            error={receivedOn === null ? words.wrongDate : null}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        </Group>
        <FindPerson {...part} onChoose={setPersonRef} />
        {kind === 'correct' && (
          <Group align="flex-start" grow>
            <TextInput
              label={words.newName}
              description={words.correctionHelp}
              value={name}
              maxLength={longestName}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={words.newBirth}
              description={words.wrongDate}
              value={birth}
              error={wrongBirth}
              onChange={(event) => setBirth(event.currentTarget.value)}
            />
          </Group>
        )}
        <Textarea
          label={words.note}
          value={note}
          maxLength={1000}
          autosize
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DialogEnd request={request} language={language} onClose={onClose}>
          <Button disabled={disabled || !isWhole} onClick={() => void save()}>
            {words.save}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
