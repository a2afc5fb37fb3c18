import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { reserveWords } from '../../../shared/i18n/screens/reserve.ts';
import { sayWait } from '../../../shared/i18n/wait.ts';
import { deepen } from '../../../shared/ui/colour.ts';
import { sayFieldName } from '../text/fieldName.ts';
import { sayWaiting } from '../text/people.ts';
import { useHeadTarget } from './head.ts';
import { Icon } from './icons.tsx';
import type { Field } from './kiosk.ts';
import { useKiosk } from './kiosk.ts';
import './FieldTile.css';

type Props = {
  readonly field: Field;
  readonly onChoose: (by: 'finger' | 'head') => void;
  readonly size?: 'large';
  readonly caption?: string;
  /** Whether numbers of an appointment are meant, which no quota binds. */
  readonly reserved?: boolean;
  /** Among several fields to choose: its place, or null while it is not chosen. Left out: one choice is all. */
  readonly place?: number | null;
};

/** So few numbers left say more than how many people wait. */
const fewLeft = 10;

/** One field to choose, with who waits for it and how long. */
export function FieldTile({ field, onChoose, size, caption, reserved = false, place }: Props): ReactNode {
  const { language } = useKiosk();
  const isOut = field.left === 0 && !reserved;
  const byHead = isOut || place !== undefined ? null : `${reserved ? 'appointment' : 'field'} ${field.id}`;
  const ref = useHeadTarget(byHead, () => onChoose('head'));
  return (
    <button
      ref={ref}
      type="button"
      className={size === 'large' ? 'tile tile-large' : 'tile'}
      style={{ '--field': deepen(field.colour) } as React.CSSProperties}
      disabled={isOut}
      {...(place === undefined ? {} : { 'aria-pressed': place !== null })}
      // The second of two taps would take back what the first has chosen.
      onClick={({ detail }) => {
        if (place === undefined || detail <= 1) onChoose('finger');
      }}
    >
      <span className="tile-icon">
        <Icon name={field.icon} />
      </span>
      <span className="tile-text">
        {caption !== undefined && (
          <span className="tile-caption" data-said="">
            {caption}
          </span>
        )}
        <span className="tile-name">{sayFieldName(field.name[language])}</span>
        <span className="tile-about">{field.description[language]}</span>
      </span>
      <Facts field={field} reserved={reserved} />
      {typeof place === 'number' && <span className="tile-place tabular">{place}</span>}
    </button>
  );
}

function Facts({ field, reserved }: Pick<Props, 'field'> & { readonly reserved: boolean }): ReactNode {
  const { language, words, isAlone } = useKiosk();
  const { left, waiting, wait } = field;
  if (reserved) return null;
  // Who waits now, only the server knows.
  if (isAlone && left !== 0)
    return (
      <span className="tile-facts">
        <span>
          <Icon name="clock" />
          {reserveWords[language].tile}
        </span>
      </span>
    );
  if (left === 0)
    return (
      <span className="tile-facts tile-out">
        <span>{isAlone ? reserveWords[language].tileOut : words.quotaOut}</span>
      </span>
    );
  return (
    <span className="tile-facts">
      <span>
        <Icon name="people" />
        {left !== null && left <= fewLeft
          ? fill(words.quotaLeft, { n: left })
          : sayWaiting(waiting, language)}
      </span>
      <span>
        <Icon name="clock" />
        {wait === null ? words.notServed : fill(words.wait, { wait: sayWait(wait, language) })}
      </span>
    </span>
  );
}
