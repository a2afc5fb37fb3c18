import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldOptions } from '../../staff/fieldNames.ts';
import { useConsole } from '../console.ts';
import { matches } from '../model/search.ts';

/** Options in whose words the search occurs, whatever the marks. */
export const byFold: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter(({ label }) => matches(search, [label]));

type Props = {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (fieldId: number) => void;
  /** Fields that cannot be chosen here. */
  readonly without?: readonly number[];
  readonly focusFirst?: boolean;
};

/** Chooses one field by its name or prefix. */
export function FieldSelect({ label, value, onChange, without = [], focusFirst = false }: Props): ReactNode {
  const { view, language } = useConsole();
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      openOnFocus={false}
      data-autofocus={focusFirst || undefined}
      value={value === null ? null : String(value)}
      data={fieldOptions(
        view.fields.filter(({ id }) => !without.includes(id)),
        language,
      )}
      filter={byFold}
      onChange={(id) => {
        if (id !== null) onChange(Number(id));
      }}
    />
  );
}
