import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { sayField } from '../../staff/fieldNames.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
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
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole
      onSave={save}
      title={fill(words.counterFields, { n: counter.number })}
      onClose={onClose}
    >
      {view.fields.map((field) => (
        <Checkbox
          key={field.id}
          label={sayField(field, language)}
          checked={served.includes(field.id)}
          onChange={(event) =>
            setServed(
              event.currentTarget.checked
                ? [...served, field.id]
                : served.filter((fieldId) => fieldId !== field.id),
            )
          }
        />
      ))}
    </FormDialog>
  );
}
