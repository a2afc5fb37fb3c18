import { readCatalogue } from './catalogue.ts';

/** What the catalogue's procedures cost, by key, as it words it in Vietnamese. */
export const readFees = (): ReadonlyMap<string, string> =>
  new Map(
    readCatalogue()
      .fields.flatMap(({ procedures }) => procedures)
      .map(({ key, fee }) => [key, fee.textVi]),
  );
