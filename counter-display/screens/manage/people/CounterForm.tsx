import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { InBoth, isComplete } from '../office/InBoth.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  /** Null: a new one. */
  readonly counter: View<'manage'>['counters'][number] | null;
  readonly onClose: () => void;
};

/** The name that a counter has unless it gets another. */
const usualName = (n: number) => ({
  vi: fill(manageWords.vi.counterN, { n }),
  en: fill(manageWords.en.counterN, { n }),
});

/** A counter's number and name. */
export function CounterForm({ view, counter, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageSetUpWords[language];
  const next = Math.max(0, ...view.counters.map((one) => one.number)) + 1;
  const [number, setNumber] = useState(counter?.number ?? next);
  const [name, setName] = useState(counter?.name ?? usualName(next));
  const renumber = (to: number): void => {
    if (name.vi === usualName(number).vi && name.en === usualName(number).en) setName(usualName(to));
    setNumber(to);
  };
  const isWhole = number >= 1 && isComplete(name);
  const save = async (): Promise<void> => {
    if ((await request.send('counter:save', { counterId: counter?.id ?? null, number, name })) === null)
      return;
    request.say({ kind: 'note', text: fill(words.counterSaved, { n: number }) });
    onClose();
  };
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={isWhole}
      onSave={save}
      title={counter === null ? words.addCounter : fill(words.editCounter, { n: counter.number })}
      onClose={onClose}
    >
      <NumberInput
        size="md"
        label={words.counterNumber}
        value={number}
        min={1}
        max={9999}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(value) => renumber(Number(value))}
      />
      <InBoth label={words.counterName} value={name} language={language} onChange={setName} />
    </FormDialog>
  );
}
