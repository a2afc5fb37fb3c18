import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';

type Props = { readonly enrolled: View<'manage'>['enrolled']; readonly language: Language };

/** How many visitors are known by face. */
export function Enrolled({ enrolled, language }: Props): ReactNode {
  const words = manageWords[language];
  return (
    <section>
      <h2>{words.enrolled}</h2>
      <p className="manage-figure">
        <b className="tabular">{enrolled.visitors}</b> {words.visitors}
      </p>
      <p className="manage-figure">
        <b className="tabular">{enrolled.templates}</b> {words.templates}
      </p>
    </section>
  );
}
