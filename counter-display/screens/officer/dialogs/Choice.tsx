import type { ReactNode } from 'react';

type Props<T extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, name, value, options, onChange }: Props<T>): ReactNode {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <div className="results">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
