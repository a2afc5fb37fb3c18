import type { ReactNode, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { ratingWords } from '../../../../shared/i18n/screens/rating.ts';
import type { RatingForm } from '../../common/rated.ts';
import { ratedWhy } from '../../common/rated.ts';
import { Skip } from './parts.tsx';
import type { RatingNow } from './useRating.ts';

const { vi, en } = ratingWords;
const remarkLongest = 500;

type Props = {
  readonly level: number;
  readonly form: RatingForm;
  readonly rating: RatingNow;
  readonly disabled: boolean;
};

/** What was not good: reasons to touch, and a remark with the tablet's own keyboard. Neither has to be given. */
export function Why({ level, form, rating, disabled }: Props): ReactNode {
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [remark, setRemark] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  // The face that was pressed is gone: whoever goes by keyboard or hears the screen goes on from here.
  useEffect(() => title.current?.focus(), []);
  const toggle = (code: string): void =>
    setReasons(reasons.includes(code) ? reasons.filter((one) => one !== code) : [...reasons, code]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void rating.give(ratedWhy(level, reasons, remark));
  };
  return (
    <form className="rating-why" onSubmit={submit}>
      <h1 ref={title} tabIndex={-1}>
        {vi.why} <small lang="en">{en.why}</small>
      </h1>
      <div className="rating-reasons">
        {form.reasons.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            aria-pressed={reasons.includes(code)}
            disabled={disabled}
            onClick={() => toggle(code)}
          >
            <i aria-hidden="true">{reasons.includes(code) ? '✓' : ''}</i>
            <span>
              {name.vi}
              {name.en !== name.vi && <small lang="en">{name.en}</small>}
            </span>
          </button>
        ))}
      </div>
      <label>
        <span>
          {vi.remark} <small lang="en">{en.remark}</small>
        </span>
        <textarea
          rows={2}
          maxLength={remarkLongest}
          value={remark}
          enterKeyHint="done"
          onChange={(event) => setRemark(event.target.value)}
        />
      </label>
      <div className="rating-end">
        <button
          type="button"
          className="rating-skip"
          disabled={disabled}
          onClick={() => rating.choose({ kind: 'ask' })}
        >
          {vi.back} <small lang="en">{en.back}</small>
        </button>
        <Skip rating={rating} disabled={disabled} />
        <button type="submit" className="rating-send" disabled={disabled}>
          {vi.send} <small lang="en">{en.send}</small>
        </button>
      </div>
    </form>
  );
}
