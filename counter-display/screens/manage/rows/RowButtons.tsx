import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import type { Part } from '../part.ts';

type Props = Pick<Part, 'language' | 'disabled'> & {
  /** Of what the row is about. */
  readonly name: string;
};

type ArrowsProps<T> = Props & {
  /** What the list's rows are known by, in their order. */
  readonly order: readonly T[];
  readonly index: number;
  readonly onOrder: (order: T[]) => void;
};

/** Moves a row one place up or down. */
export function Arrows<T>({ name, language, disabled, order, index, onOrder }: ArrowsProps<T>): ReactNode {
  const words = manageSetUpWords[language];
  const move = (by: -1 | 1): void => {
    const next = [...order];
    next.splice(index + by, 0, ...next.splice(index, 1));
    onOrder(next);
  };
  const arrow = (by: -1 | 1, isEnd: boolean): ReactNode => (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={fill(by === -1 ? words.moveUp : words.moveDown, { name })}
      disabled={disabled || isEnd}
      onClick={() => move(by)}
    >
      {by === -1 ? '↑' : '↓'}
    </ActionIcon>
  );
  return (
    <>
      {arrow(-1, index === 0)} {arrow(1, index === order.length - 1)}
    </>
  );
}

type ActsProps = Props & { readonly onEdit: () => void; readonly onRemove: () => void };

/** Edits or removes what a row is about. */
export function RowActs({ name, language, disabled, onEdit, onRemove }: ActsProps): ReactNode {
  const act = (label: string, onClick: () => void): ReactNode => (
    <Button
      size="compact-md"
      variant="default"
      disabled={disabled}
      aria-label={`${label}: ${name}`}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <>
      {act(manageSetUpWords[language].edit, onEdit)}
      {act(manageSetUpWords[language].remove, onRemove)}
    </>
  );
}
