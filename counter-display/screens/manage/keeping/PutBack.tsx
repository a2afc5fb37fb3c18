import { Button, Loader, PasswordInput, Stack } from '@mantine/core';
import type { SubmitEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { backupsWords } from '../../../../shared/i18n/screens/backups.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';

type Backup = RequestOutput<'backup:list'>['backups'][number];
type Props = Part & { readonly backup: Backup; readonly onClose: () => void };

/** Looks a backup over, says what putting it back means, and asks for the password. */
export function PutBack({ backup, onClose, ...part }: Props): ReactNode {
  const { view, request, language, disabled } = part;
  const words = backupsWords[language];
  const { timeZone } = view.office;
  const [checked, setChecked] = useState<RequestOutput<'backup:check'> | 'bad' | null>(null);
  const [password, setPassword] = useState('');
  const { send, read } = request;
  useEffect(() => {
    void read('backup:check', { name: backup.name }).then((found) => setChecked(found ?? 'bad'));
  }, [read, backup.name]);
  const isGood = checked !== null && checked !== 'bad';
  const putBack = async (): Promise<void> => {
    const wish = { name: backup.name, password };
    setPassword('');
    if ((await send('backup:putBack', wish)) !== null) onClose();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!disabled && isGood && password !== '') void putBack();
  };
  const when = { time: sayTime(backup.madeAt, timeZone), date: sayDate(backup.madeAt, timeZone) };
  return (
    <Dialog language={language} size="lg" title={fill(words.putBackOf, when)} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          {checked === null && <Loader aria-label={words.checking} />}
          {isGood && (
            <>
              <p role="status">{checked.isNoted ? words.checked : words.checkedNotNoted}</p>
              <div>
                <p>{words.whatHappens}</p>
                <ul className="manage-list">
                  <li>{words.loses}</li>
                  <li>{words.keeps}</li>
                  <li>{words.restarts}</li>
                </ul>
              </div>
              <PasswordInput
                size="md"
                label={words.password}
                autoComplete="current-password"
                value={password}
                maxLength={200}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            </>
          )}
          <DialogEnd request={request} language={language} keep={words.keep} onClose={onClose}>
            <Button type="submit" color="red" disabled={disabled || !isGood || password === ''}>
              {words.putBackNow}
            </Button>
          </DialogEnd>
        </Stack>
      </form>
    </Dialog>
  );
}
