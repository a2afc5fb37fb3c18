import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';

const localNames = ['localhost', '127.0.0.1', '[::1]'];

/** Where each screen is opened. */
export function Addresses({ language }: { readonly language: Language }): ReactNode {
  const words = manageWords[language];
  const { origin, hostname } = window.location;
  const pages = [
    ['kiosk', words.kiosk],
    ['wall', words.wall],
    ['counter', words.counter],
    ['officer', words.officerPage],
  ] as const;
  return (
    <section>
      <h2>{words.addresses}</h2>
      <p>{words.addressesMore}</p>
      <dl className="manage-addresses">
        {pages.map(([path, name]) => (
          <div key={path}>
            <dt>{name}</dt>
            <dd>
              <a href={`/${path}`} target="_blank" rel="noreferrer">{`${origin}/${path}`}</a>
            </dd>
          </div>
        ))}
      </dl>
      {localNames.includes(hostname) && <p>{fill(words.localMore, { host: hostname })}</p>}
    </section>
  );
}
