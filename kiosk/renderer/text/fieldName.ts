/** Longer parts must be broken somewhere. */
const longest = 18;

/**
 * A field's name that breaks only between its parts: `Cư trú - Căn cước (Công an)` never becomes `Cư trú - Căn / cước`,
 * and no line begins with the dash. A name of one part is left as it is.
 */
export function sayFieldName(name: string): string {
  const parts = name.split(/(?<= -) | (?=\()/u);
  if (parts.length === 1) return name;
  return parts.map((part) => (part.length <= longest ? part.replaceAll(' ', '\u00A0') : part)).join(' ');
}
