import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';

/** A line of the office to everybody in the hall. */
export function Notice({ notice }: Pick<View<'wall'>['setting'], 'notice'>): ReactNode {
  if (notice === null) return null;
  return (
    <p className="wall-notice">
      {notice.vi} <small lang="en">{notice.en}</small>
    </p>
  );
}
