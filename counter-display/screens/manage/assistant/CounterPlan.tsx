import { Alert, Button, Group, MultiSelect, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { distribute } from '../../../../shared/domain/counterPreset.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import { fieldOptions } from '../../staff/fieldNames.ts';
import type { Part } from '../part.ts';
import type { Editing } from './Step.tsx';
import type { CatalogueField } from './useCatalogue.ts';
import { useCatalogue } from './useCatalogue.ts';

type Counter = { readonly number: number; readonly fieldIds: readonly number[] };

const sizes = [4, 6, 10] as const;

/** So many counters, with the fields shared out by how often they are asked for and how long they take. */
function planFor(
  size: number,
  fields: Part['view']['fields'],
  catalogue: readonly CatalogueField[],
): Counter[] {
  const demandOf = (id: number): number => catalogue.find(({ fieldId }) => fieldId === id)?.demand ?? 10;
  const loads = fields.map(({ id, serviceMs }) => ({ id, load: serviceMs * demandOf(id) }));
  return distribute(loads, size).map((fieldIds, i) => ({ number: i + 1, fieldIds: [...fieldIds] }));
}

/** The counters and what each serves: proposed, adjusted, and saved all at once. */
export function CounterPlan({ onEdited, ...part }: Editing): ReactNode {
  const { view, request, language, disabled } = part;
  const words = assistantWords[language];
  const catalogue = useCatalogue(part) ?? [];
  const [edited, setEdited] = useState<readonly Counter[] | null>(null);
  const counters: readonly Counter[] = edited ?? view.counters;
  useEffect(() => onEdited(edited !== null), [edited, onEdited]);
  const save = async (): Promise<void> => {
    const wanted = counters.map(({ number, fieldIds }) => ({ number, fieldIds: [...fieldIds] }));
    if ((await request.send('counter:arrange', { counters: wanted })) === null) return;
    setEdited(null);
    request.say({ kind: 'note', text: fill(words.countersSaved, { n: wanted.length }) });
  };
  const served = new Set(counters.flatMap(({ fieldIds }) => fieldIds));
  const unserved = view.fields.filter(({ id }) => !served.has(id));
  if (view.fields.length === 0) return <Alert color="orange">{words.noFields}</Alert>;
  return (
    <section>
      <SegmentedControl
        size="md"
        aria-label={words.step_counters}
        data={sizes.map((size) => ({ value: String(size), label: fill(words.countersOf, { n: size }) }))}
        value={String(counters.length)}
        onChange={(size) => setEdited(planFor(Number(size), view.fields, catalogue))}
      />
      <ul className="assistant-counters">
        {counters.map((counter) => (
          <CounterRow
            key={counter.number}
            {...part}
            counter={counter}
            onChange={(fieldIds) =>
              setEdited(counters.map((one) => (one === counter ? { ...one, fieldIds } : one)))
            }
            onRemove={counters.length > 1 ? () => setEdited(counters.filter((one) => one !== counter)) : null}
          />
        ))}
      </ul>
      {unserved.length > 0 && (
        <Alert role="status" color="orange" variant="light" mb="sm">
          {fill(words.unserved, { names: unserved.map(({ name }) => name[language]).join(', ') })}
        </Alert>
      )}
      <Group>
        <Button disabled={disabled || edited === null} onClick={() => void save()}>
          {words.saveCounters}
        </Button>
        <Button
          variant="default"
          disabled={disabled || counters.length >= 60}
          onClick={() =>
            setEdited([
              ...counters,
              { number: Math.max(...counters.map(({ number }) => number)) + 1, fieldIds: [] },
            ])
          }
        >
          {words.addCounter}
        </Button>
      </Group>
    </section>
  );
}

type RowProps = Part & {
  readonly counter: Counter;
  readonly onChange: (fieldIds: readonly number[]) => void;
  readonly onRemove: (() => void) | null;
};

/** One counter and the fields that it serves, to be added to and taken from. */
function CounterRow({ view, language, counter, onChange, onRemove }: RowProps): ReactNode {
  const words = assistantWords[language];
  const { number, fieldIds } = counter;
  const name = fill(words.counter, { n: number });
  return (
    <li>
      <b>{name}</b>
      <MultiSelect
        size="md"
        aria-label={name}
        data={fieldOptions(view.fields, language)}
        value={fieldIds.map(String)}
        placeholder={fieldIds.length === 0 ? words.emptyCounter : undefined}
        onChange={(chosen) =>
          onChange(view.fields.map(({ id }) => id).filter((id) => chosen.includes(String(id))))
        }
      />
      <Button
        size="compact-md"
        variant="subtle"
        color="gray"
        c="dark"
        disabled={onRemove === null}
        aria-label={fill(words.remove, { n: number })}
        onClick={() => onRemove?.()}
      >
        ✕
      </Button>
    </li>
  );
}
