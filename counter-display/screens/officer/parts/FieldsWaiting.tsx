import type { CSSProperties, ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { deepen } from '../../../../shared/ui/colour.ts';

type Props = { readonly fields: View<'officer'>['fields']; readonly language: Language };

/** How many wait in the whole office, so that an officer sees where help is needed. */
export function FieldsWaiting({ fields, language }: Props): ReactNode {
  return (
    <section className="officer-fields">
      <h2>{officerWords[language].allFields}</h2>
      <ul>
        {fields.map((field) => (
          <li key={field.id} style={{ '--field': deepen(field.colour) } as CSSProperties}>
            <i aria-hidden="true">{field.prefix}</i>
            <span>{field.name[language]}</span>
            <b className="tabular">{field.waiting}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
