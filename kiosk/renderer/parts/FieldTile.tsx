import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
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
  /** What a touch means: chosen among all fields, or because the visitor used it before. */
  readonly channel: 'touch' | 'usual';
  readonly size?: 'large';
  readonly caption?: string;
};

/** One field to choose, with who waits for it and how long. */
export function FieldTile({ field, channel, size, caption }: Props): ReactNode {
  const { language, words, act } = useKiosk();
  const ref = useHeadTarget(`field ${String(field.id)}`, () =>
    act({ kind: 'chooseField', fieldId: field.id, channel: 'head' }),
  );
  return (
    <button
      ref={ref}
      type="button"
      className={size === 'large' ? 'tile tile-large' : 'tile'}
      style={{ '--field': deepen(field.colour) } as React.CSSProperties}
      onClick={() => act({ kind: 'chooseField', fieldId: field.id, channel })}
    >
      <span className="tile-icon">
        <Icon name={field.icon} />
      </span>
      <span className="tile-text">
        {caption !== undefined && <span className="tile-caption">{caption}</span>}
        <span className="tile-name">{sayFieldName(field.name[language])}</span>
        <span className="tile-about">{field.description[language]}</span>
      </span>
      <span className="tile-facts">
        <span>
          <Icon name="people" />
          {sayWaiting(field.waiting, language)}
        </span>
        <span>
          <Icon name="clock" />
          {field.wait === null ? words.notServed : fill(words.wait, { wait: sayWait(field.wait, language) })}
        </span>
      </span>
    </button>
  );
}
