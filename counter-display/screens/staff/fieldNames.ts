import type { Language } from '../../../shared/contract/schemas.ts';

type Named = { readonly prefix: string; readonly name: Readonly<Record<Language, string>> };

/** A field as staff choose it: `A · Chứng thực`. */
export const sayField = ({ prefix, name }: Named, language: Language): string =>
  `${prefix} · ${name[language]}`;

/** Fields to choose one of, each by its id. */
export const fieldOptions = (
  fields: readonly (Named & { readonly id: number })[],
  language: Language,
): { readonly value: string; readonly label: string }[] =>
  fields.map((field) => ({ value: String(field.id), label: sayField(field, language) }));
