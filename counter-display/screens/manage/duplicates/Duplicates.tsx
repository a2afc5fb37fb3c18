import { Button, Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { duplicateWords } from '../../../../shared/i18n/screens/duplicates.ts';
import type { Part } from '../part.ts';
import { factsOf } from './facts.ts';
import { MergeDuplicate } from './MergeDuplicate.tsx';

export type Duplicate = View<'manage'>['duplicates'][number];

/** Registrations that may be one person's, side by side, for the manager to decide. Nothing is shown while none are. */
export function Duplicates(part: Part): ReactNode {
  const { view, language } = part;
  const words = duplicateWords[language];
  const [merging, setMerging] = useState<Duplicate | null>(null);
  if (view.duplicates.length === 0) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      {view.duplicates.map((duplicate) => (
        <Pair key={duplicate.id} {...part} duplicate={duplicate} onMerge={() => setMerging(duplicate)} />
      ))}
      {merging !== null && <MergeDuplicate {...part} duplicate={merging} onClose={() => setMerging(null)} />}
    </section>
  );
}

type PairProps = Part & { readonly duplicate: Duplicate; readonly onMerge: () => void };

function Pair({ duplicate, onMerge, view, request, language, disabled }: PairProps): ReactNode {
  const words = duplicateWords[language];
  const { id, why, kept, gone } = duplicate;
  const rows = factsOf(kept, gone, language, view.office.timeZone);
  return (
    <article className="duplicate" aria-label={words[`why_${why}`]}>
      <h3>{words[`why_${why}`]}</h3>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing="xs" fz="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th scope="col">{words.kept}</Table.Th>
              <Table.Th scope="col">{words.gone}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ label, values }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td className="tabular">{values[0]}</Table.Td>
                <Table.Td className="tabular">{values[1]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group>
        <Button
          variant="default"
          disabled={disabled}
          onClick={() => void request.send('visitor:notSame', { duplicateId: id })}
        >
          {words.notSame}
        </Button>
        <Button disabled={disabled} onClick={onMerge}>
          {words.merge}
        </Button>
      </Group>
    </article>
  );
}
