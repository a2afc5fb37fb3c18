import type { ReactNode } from 'react';
import { ratingWords } from '../../../../shared/i18n/screens/rating.ts';
import { facePathOf } from '../../common/faces.ts';
import type { RatingNow } from './useRating.ts';

/** Leaves the question without an answer. */
export function Skip({
  rating,
  disabled,
}: {
  readonly rating: RatingNow;
  readonly disabled: boolean;
}): ReactNode {
  return (
    <button type="button" className="rating-skip" disabled={disabled} onClick={rating.skip}>
      {ratingWords.vi.skip} <small lang="en">{ratingWords.en.skip}</small>
    </button>
  );
}

/** Beside the words, which say what it means, since faces are read differently. */
export function Face({ level }: { readonly level: number }): ReactNode {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <path d={facePathOf(level)} />
    </svg>
  );
}
