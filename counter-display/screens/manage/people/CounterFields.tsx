import { Button, Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly counter: View<'manage'>['counters'][number];
  readonly onClose: () => void;
};

/** Which fields a counter serves; from the next call on. */
export function CounterFields({ view, counter, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageOfficeWords[language];
  const [served, setServed] = useState<readonly number[]>(counter.fieldIds);
  const save = async (): Promise<void> => {
    const input = { counterId: counter.id, fieldIds: [...served] };
    if ((await request.send('counter:setFields', input)) === null) return;
    request.say({ kind: 'note', text: fill(words.counterFieldsSaved, { n: counter.number }) });
    onClose();
  };
  return (
    <Dialog language={language} title={fill(words.counterFields, { n: counter.number })} onClose={onClose}>
      <Stack>
        {view.fields.map(({ id, prefix, name }) => (
          <Checkbox
            key={id}
            label={`${prefix} · ${name[language]}`}
            checked={served.includes(id)}
            onChange={(event) =>
              setServed(
                event.currentTarget.checked ? [...served, id] : served.filter((fieldId) => fieldId !== id),
              )
            }
          />
        ))}
        <DialogEnd request={request} language={language} onClose={onClose}>
          <Button disabled={disabled} onClick={() => void save()}>
            {manageWords[language].save}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
