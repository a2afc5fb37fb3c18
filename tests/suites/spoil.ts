/** Ways to spoil a value that was right, for schemas that must refuse it. */

type Path = readonly (string | number)[];
export type Spoilt = { readonly what: string; readonly value: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in a value, the value itself first. */
function placesOf(value: unknown, path: Path = []): (readonly [Path, unknown])[] {
  const members: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? // Long lists are of one kind: their first and last stand for all.
      [...new Set([0, value.length - 1])].filter((i) => i in value).map((i) => [i, value[i] as unknown])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [[path, value], ...members.flatMap(([key, member]) => placesOf(member, [...path, key]))];
}

/** A copy of the value with another at that place. */
function withAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) return value.with(Number(key), withAt(value[Number(key)], rest, replacement));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: withAt(object[key], rest, replacement) };
}

/** A copy with one more own member, also of names that a literal would not make one of. */
function withMember(object: object, key: string): object {
  const copy = { ...object };
  Object.defineProperty(copy, key, { value: { polluted: true }, enumerable: true });
  return copy;
}

const at = (path: Path): string => (path.length === 0 ? 'the whole' : path.join('.'));

/** Each object of the value with a member that nobody asked for. */
export const withUnknownMembers = (value: unknown): Spoilt[] =>
  placesOf(value).flatMap(([path, object]) =>
    isObject(object)
      ? ['surplus', '__proto__', 'constructor', 'toString'].map((key) => ({
          what: `${key} in ${at(path)}`,
          value: withAt(value, path, withMember(object, key)),
        }))
      : [],
  );

/** Each place of the value with something of another type; no schema of the contract takes any of these. */
export const withWrongTypes = (value: unknown): Spoilt[] =>
  placesOf(value).flatMap(([path, found]) => {
    const wrong: unknown[] = [true, 1n, () => 1, { surplus: 1 }, [[[]]]];
    if (typeof found === 'number') wrong.push(String(found), Number.NaN, Infinity, -Infinity);
    if (typeof found === 'string') wrong.push(5, [found]);
    if (typeof found === 'object' && found !== null) wrong.push('text', 5);
    return wrong
      .filter((replacement) => typeof replacement !== typeof found || typeof found !== 'boolean')
      .map((replacement) => ({
        what: `${typeof replacement} ${String(replacement)} at ${at(path)}`,
        value: withAt(value, path, replacement),
      }));
  });

/** The value without each of its members in turn. */
export const withoutMembers = (value: unknown): (Spoilt & { readonly path: string })[] =>
  placesOf(value).flatMap(([path, object]) =>
    isObject(object)
      ? Object.keys(object).map((key) => {
          const { [key]: _, ...rest } = object;
          const shape = [...path, key].map((step) => (typeof step === 'number' ? '[]' : `.${step}`));
          return {
            what: `no ${key} in ${at(path)}`,
            path: shape.join('').replace(/^\./, ''),
            value: withAt(value, path, rest),
          };
        })
      : [],
  );
