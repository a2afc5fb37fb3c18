import type { ReactNode } from 'react';
type Props = {
  readonly label: string;
  readonly hint?: string;
  /** The one thing most people want here. */
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
};

/** A large button with what it does and, smaller, what that means. */
export function Choice({ label, hint, primary, disabled, onChoose }: Props): ReactNode {
  return (
    <button
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
