import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useConsole } from '../console.ts';
import { FieldSelect } from '../parts/FieldSelect.tsx';
import { Form } from './Form.tsx';
import { LegsEditor } from './LegsEditor.tsx';
import { Shell } from './Shell.tsx';

/** A number for somebody who stands at the desk. */
export function AddDialog(): ReactNode {
  const { view, words, language, request, open } = useConsole();
  const [fieldId, setFieldId] = useState<number | null>(view.desk?.fieldIds[0] ?? null);
  const [priority, setPriority] = useState('');
  const [legs, setLegs] = useState<readonly number[]>([]);
  const send = async (): Promise<void> => {
    if (fieldId === null) return;
    const issued = await request.send('ticket:add', {
      fieldId,
      legs: [...legs],
      priority: priority === '' ? null : priority,
    });
    if (issued !== null) open({ kind: 'issued', issued });
  };
  return (
    <Shell title={words.addTitle}>
      <Form send={words.give} isComplete={fieldId !== null} onSend={() => void send()}>
        <FieldSelect label={words.field} focusFirst value={fieldId} onChange={setFieldId} />
        <Select
          label={words.priorityClass}
          allowDeselect={false}
          value={priority}
          data={[
            { value: '', label: words.noPriority },
            ...view.priorityClasses.map(({ code, name }) => ({ value: code, label: name[language] })),
          ]}
          onChange={(code) => setPriority(code ?? '')}
        />
        <LegsEditor label={words.furtherFields} legs={legs} onChange={setLegs} />
      </Form>
    </Shell>
  );
}
