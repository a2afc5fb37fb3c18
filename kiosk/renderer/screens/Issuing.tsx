import type { ReactNode } from 'react';
import type { FieldId } from '../../../shared/domain/ids.ts';
import type { Stage, Wish } from '../flow/types.ts';
import { Spinner } from '../parts/Spinner.tsx';
import { useKiosk } from '../parts/kiosk.ts';

type Props = { readonly stage: Extract<Stage, { at: 'issuing' }>; readonly lineAway: boolean };

/** The field a number is asked for, as far as it is known before the answer. */
function fieldOf(wish: Wish): FieldId | null {
  if (wish.kind === 'field') return wish.fieldId;
  return wish.kind === 'appointment' ? wish.appointment.fieldId : null;
}

/** The moment between the choice and the number; longer only if the line is cut. */
export function Issuing({ stage, lineAway }: Props): ReactNode {
  const { language, words, view } = useKiosk();
  const field = view.fields.find(({ id }) => id === fieldOf(stage.order.wish));
  return (
    <div className="centred">
      <Spinner />
      <h1 className="title">{words.issuing}</h1>
      <p className="subtitle">{stage.lineLost || lineAway ? words.issuingSlow : field?.name[language]}</p>
    </div>
  );
}
