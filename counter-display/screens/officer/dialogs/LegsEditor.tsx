import { ActionIcon, CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { fieldName, useConsole } from '../console.ts';
import { mostLegs, moveLeg } from '../model/legs.ts';
import { FieldSelect } from '../parts/FieldSelect.tsx';

type Props = {
  readonly label: string;
  readonly legs: readonly number[];
  readonly onChange: (legs: readonly number[]) => void;
  readonly focusFirst?: boolean;
};

/** A list of fields in their order. */
export function LegsEditor({ label, legs, onChange, focusFirst = false }: Props): ReactNode {
  const console = useConsole();
  const { words } = console;
  return (
    <div className="legs-editor">
      <ol>
        {legs.map((id, index) => {
          const name = fieldName(console, id);
          return (
            // One field may come twice in a visit: the place in the list is what it is.
            <li key={`${index} ${id}`}>
              <span>{name}</span>
              <ActionIcon
                variant="default"
                aria-label={fill(words.up, { name })}
                aria-disabled={index === 0 || undefined}
                onClick={() => onChange(moveLeg(legs, index, -1))}
              >
                ↑
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={fill(words.down, { name })}
                aria-disabled={index === legs.length - 1 || undefined}
                onClick={() => onChange(moveLeg(legs, index, 1))}
              >
                ↓
              </ActionIcon>
              <CloseButton
                aria-label={fill(words.remove, { name })}
                onClick={() => onChange(legs.filter((_, other) => other !== index))}
              />
            </li>
          );
        })}
      </ol>
      {legs.length < mostLegs && (
        <FieldSelect
          // Empty again after each choice.
          key={legs.length}
          label={label}
          value={null}
          focusFirst={focusFirst}
          onChange={(id) => onChange([...legs, id])}
        />
      )}
    </div>
  );
}
