import type { ButtonProps } from '@mantine/core';
import { Button, Kbd } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useConsole } from '../console.ts';

type Props = ButtonProps & {
  readonly onPress: () => void;
  /** The key that does the same. */
  readonly shortcut?: string;
  /** False for a button that only opens something, which goes on while the line is cut. */
  readonly sends?: boolean;
  /** False while something else than the line forbids it. */
  readonly can?: boolean;
  readonly label?: string;
  readonly children: ReactNode;
};

/** A held Enter would press a focused button again and again. */
const onceOnly = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault();
};

/**
 * A button that keeps the focus while it cannot be pressed, unlike a disabled one: the officer's place on the screen
 * is not lost with every request.
 */
export function Press({
  onPress,
  shortcut,
  sends = true,
  can = true,
  label,
  children,
  ...look
}: Props): ReactNode {
  const { isCut, request } = useConsole();
  const mayPress = can && !(sends && (isCut || request.busy !== null));
  return (
    <Button
      variant="default"
      {...look}
      type="button"
      aria-disabled={!mayPress || undefined}
      data-off={(sends && isCut) || undefined}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      onClick={mayPress ? onPress : undefined}
      onKeyDown={onceOnly}
      rightSection={shortcut === undefined ? undefined : <Kbd aria-hidden="true">{shortcut}</Kbd>}
    >
      {children}
    </Button>
  );
}
