import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';

type Props<Id extends number> = {
  readonly label: string;
  /** What choosing nothing means. */
  readonly help: string;
  readonly all: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: Id[]) => void;
};

/** Any of a list, to tick. */
export function Choices<Id extends number>({ label, help, all, chosen, onChange }: Props<Id>): ReactNode {
  return (
    <fieldset className="manage-choices">
      <legend>{label}</legend>
      <p className="manage-soft">{help}</p>
      <div>
        {all.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
