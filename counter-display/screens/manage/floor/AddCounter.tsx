import { Button, Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import type { FieldId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorActWords, floorWords } from '../../../../shared/i18n/screens/floor.ts';
import type { Part } from '../part.ts';

type Props = Part & { readonly fieldId: FieldId; readonly onClose: () => void };

/** Who works at a counter, and whether the field is one of theirs. */
function officerAt({ floor, officers }: View<'manage'>, counterId: number, fieldId: FieldId) {
  const seated = floor.counters.find(({ id }) => id === counterId)?.officer ?? null;
  const work = officers.find(({ id }) => id === seated?.id)?.fields ?? [];
  return {
    name: seated?.name ?? null,
    serves: work.length === 0 || work.some((one) => one.fieldId === fieldId),
  };
}

/** Gives the field to one more counter, beside what that serves already. */
export function AddCounter({ view, language, request, disabled, fieldId, onClose }: Props): ReactNode {
  const words = floorActWords[language];
  const [chosen, setChosen] = useState<number | null>(null);
  const isClosed = (id: number): number => Number(officerAt(view, id, fieldId).name === null);
  // Those where somebody sits first: they can call at once.
  const others = view.counters
    .filter(({ fieldIds }) => !fieldIds.includes(fieldId))
    .toSorted((a, b) => isClosed(a.id) - isClosed(b.id) || a.number - b.number);
  const counter = others.find(({ id }) => id === chosen);
  const labelOf = (id: number, number: number): string => {
    const { name, serves } = officerAt(view, id, fieldId);
    const who = name ?? floorWords[language].closed;
    return [
      fill(floorWords[language].counterN, { n: number }),
      who,
      ...(serves ? [] : [words.notOfOfficer]),
    ].join(' · ');
  };
  const add = async (): Promise<void> => {
    if (counter === undefined) return;
    const input = { counterId: counter.id, fieldIds: [...counter.fieldIds, fieldId] };
    if ((await request.send('counter:setFields', input)) === null) return;
    const isOpen = officerAt(view, counter.id, fieldId).name !== null;
    const said = isOpen ? words.added : words.addedClosed;
    request.say({ kind: 'note', text: fill(said, { n: counter.number }) });
    onClose();
  };
  return (
    <section className="floor-part">
      <h3>{words.addCounter}</h3>
      {others.length === 0 && <p>{words.noneToAdd}</p>}
      {others.length > 0 && (
        <Group align="end">
          <NativeSelect
            className="manage-grow"
            label={words.chooseCounter}
            description={words.addHelp}
            value={chosen === null ? '' : String(chosen)}
            data={[
              { value: '', label: '–' },
              ...others.map(({ id, number }) => ({ value: String(id), label: labelOf(id, number) })),
            ]}
            onChange={(event) => setChosen(Number(event.currentTarget.value) || null)}
          />
          <Button disabled={disabled || counter === undefined} onClick={() => void add()}>
            {words.add}
          </Button>
        </Group>
      )}
    </section>
  );
}
