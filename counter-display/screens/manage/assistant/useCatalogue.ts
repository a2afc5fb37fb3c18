import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import type { Part } from '../part.ts';

export type CatalogueField = RequestOutput<'field:catalogue'>['fields'][number];

/** The catalogue's fields, asked for anew when the office's own have changed; null until they are there. */
export function useCatalogue({
  view,
  request,
}: Pick<Part, 'view' | 'request'>): readonly CatalogueField[] | null {
  const [got, setGot] = useState<{ readonly of: string; readonly fields: readonly CatalogueField[] } | null>(
    null,
  );
  const of = view.fields.map(({ id }) => id).join(' ');
  const { read } = request;
  useEffect(() => {
    void read('field:catalogue', {}).then((found) => setGot({ of, fields: found?.fields ?? [] }));
  }, [of, read]);
  return got?.fields ?? null;
}
