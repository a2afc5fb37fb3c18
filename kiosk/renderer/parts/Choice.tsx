import type { ReactNode } from 'react';
import { useHeadTarget } from './head.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  /** The one thing most people want here. */
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** Whether the head may choose it too. What takes a deliberate touch, like consent, it may not. */
  readonly byHead?: boolean;
  readonly onChoose: () => void;
};

/** A large button with what it does and, smaller, what that means. */
export function Choice({ label, hint, primary, disabled, byHead, onChoose }: Props): ReactNode {
  const ref = useHeadTarget(byHead === true ? label : null, onChoose);
  return (
    <button
      ref={ref}
      type="button"
      className={primary === true ? 'choice choice-primary' : 'choice'}
      disabled={disabled}
      onClick={onChoose}
    >
      <strong>{label}</strong>
      {hint !== undefined && <span>{hint}</span>}
    </button>
  );
}
