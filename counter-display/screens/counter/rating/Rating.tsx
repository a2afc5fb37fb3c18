import type { ReactNode } from 'react';
import { ratingWords } from '../../../../shared/i18n/screens/rating.ts';
import type { RatingForm } from '../../common/rated.ts';
import { isAskedWhy } from '../../common/rated.ts';
import type { Asked } from './progress.ts';
import { Face, Skip } from './parts.tsx';
import type { RatingNow } from './useRating.ts';
import { Why } from './Why.tsx';

const { vi, en } = ratingWords;
const bestLevel = 4;

type Props = {
  readonly asked: Asked;
  /** Null once the server asks no longer, when only the thanks are left. */
  readonly form: (RatingForm & { readonly number: string }) | null;
  readonly rating: RatingNow;
  /** The line is cut: nothing can be answered. */
  readonly disabled: boolean;
};

/** The question after a service: one touch for the satisfied, the reasons of the others, and thanks. */
export function Rating({ asked, form, rating, disabled }: Props): ReactNode {
  if (asked.kind === 'thanks' || form === null)
    return (
      <main className="desk-stage rating-thanks" role="status">
        <Face level={bestLevel} />
        <h1>{vi.thanks}</h1>
        <p>{vi.thanksMore}</p>
        <p lang="en">
          {en.thanks} {en.thanksMore}.
        </p>
      </main>
    );
  return (
    <main className="desk-stage rating">
      {rating.failed && (
        <p className="rating-failed" role="alert">
          {vi.failed} <span lang="en">{en.failed}</span>
        </p>
      )}
      {asked.kind === 'why' ? (
        <Why level={asked.level} form={form} rating={rating} disabled={disabled} />
      ) : (
        <>
          <h1>
            {vi.rate}
            <small lang="en">
              {en.rate} · {form.number}
            </small>
          </h1>
          <div className="rating-levels">
            {form.levels.map(({ level, name }) => (
              <button
                key={level}
                type="button"
                data-level={level}
                disabled={disabled}
                onClick={() =>
                  isAskedWhy(form, level)
                    ? rating.choose({ kind: 'why', level })
                    : void rating.give({ level, reasons: [], remark: null })
                }
              >
                <Face level={level} />
                <span>
                  {name.vi}
                  <small lang="en">{name.en}</small>
                </span>
              </button>
            ))}
          </div>
          <Skip rating={rating} disabled={disabled} />
        </>
      )}
    </main>
  );
}
