import * as fc from 'fast-check';
import { z } from 'zod';

/** The part of JSON Schema that the contract's schemas come out as. */
export type Node = {
  readonly type?: string | readonly string[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
};

/** What a schema lets in, before its transforms. */
export const nodeOf = (schema: z.ZodType): Node => z.toJSONSchema(schema, { io: 'input' }) as Node;

const typesOf = ({ type }: Node): readonly string[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type;

/** Texts of a pattern, each worked out once: that takes longer than to draw from it. */
const ofPattern = new Map<string, fc.Arbitrary<string>>();
function matching(pattern: string): fc.Arbitrary<string> {
  const texts = ofPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  ofPattern.set(pattern, texts);
  return texts;
}

function stringOf({ format, pattern, minLength = 0, maxLength = Infinity }: Node): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (format === 'uri') return fc.constantFrom('http://192.168.1.20:8085', 'https://mot-cua.example.vn/so');
  // That a port is at most 65,535 only the contract says.
  if (pattern?.startsWith('^(tcp:') === true)
    return fc.constantFrom('tcp://192.168.1.30', 'tcp://may-in:9100', 'file:///dev/usb/lp0');
  const texts =
    pattern === undefined
      ? fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 30), unit: 'grapheme' })
      : matching(pattern);
  // Texts are normalised, so that letters may become fewer or more; and what is trimmed away does not count.
  return texts
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text.length >= minLength && text.length <= maxLength);
}

const numberOf = (node: Node, integer: boolean): fc.Arbitrary<number> => {
  const min = node.minimum ?? (node.exclusiveMinimum === undefined ? -1e6 : node.exclusiveMinimum + 1);
  const max = node.maximum ?? 1e6;
  return integer
    ? fc.integer({ min: Math.max(min, Number.MIN_SAFE_INTEGER), max: Math.min(max, Number.MAX_SAFE_INTEGER) })
    : // JSON has no negative zero.
      fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
};

/** Pictures have as many bits as their size asks for, which JSON Schema cannot say. */
const anyPicture = fc
  .record({ columns: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 30 }) })
  .map(({ columns, height }) => ({
    width: 8 * columns,
    height,
    bits: Buffer.alloc(columns * height, 0b1010_1010).toString('base64'),
  }));

const anyTimeZone = fc.constantFrom('Asia/Ho_Chi_Minh', 'Pacific/Honolulu');

/** What is very long is longer than what is long, which JSON Schema cannot say. */
const anyFloorLimits = fc
  .tuple(fc.integer({ min: 1, max: 998 }), fc.integer({ min: 1, max: 479 }))
  .map(([longLine, minutes]) => ({
    longLine,
    veryLongLine: longLine + 1,
    longWaitMs: minutes * 60_000,
    veryLongWaitMs: (minutes + 1) * 60_000,
  }));

function objectOf({ properties = {}, required = [], additionalProperties }: Node): fc.Arbitrary<object> {
  if (properties['bits'] !== undefined) return anyPicture;
  if (properties['longLine'] !== undefined) return anyFloorLimits;
  if (typeof additionalProperties === 'object')
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), anyOf(additionalProperties), { maxKeys: 3 });
  const members = Object.entries(properties).map(
    // Which names there are only the engine knows.
    ([key, node]) => [key, key === 'timeZone' ? anyTimeZone : anyOf(node)] as const,
  );
  return fc.record(Object.fromEntries(members), { requiredKeys: [...required], noNullPrototype: true });
}

/** Has a member of this name, and so means what the contract means by it. */
const hasMember = (node: Node | undefined, name: string): boolean => node?.properties?.[name] !== undefined;

/**
 * Lists that obey a rule which JSON Schema cannot say: spans of a day are in order and apart, no special day
 * comes twice, and no counter. Null for any other list.
 */
function ruledList(node: Node): fc.Arbitrary<unknown[]> | null {
  const { items } = node;
  if (hasMember(items, 'fromMinute'))
    return fc
      .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 })
      .map((minutes) => minutes.toSorted((a, b) => a - b))
      .map((minutes) =>
        Array.from({ length: Math.floor(minutes.length / 2) }, (_, i) => ({
          fromMinute: minutes[2 * i],
          toMinute: minutes[2 * i + 1],
        })),
      );
  if (items === undefined) return null;
  const onceEach = (key: string, minLength: number): fc.Arbitrary<unknown[]> =>
    fc.uniqueArray(anyOf(items), {
      minLength,
      maxLength: minLength + 3,
      selector: (item) => (item as Readonly<Record<string, unknown>>)[key],
    });
  if (hasMember(items, 'spans')) return onceEach('day', 0);
  return hasMember(items, 'fieldIds') && hasMember(items, 'number')
    ? onceEach('number', node.minItems ?? 0)
    : null;
}

function anyOf(node: Node): fc.Arbitrary<unknown> {
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum !== undefined) return fc.constantFrom(...node.enum);
  const options = node.anyOf ?? node.oneOf;
  if (options !== undefined) return fc.oneof(...options.map(anyOf));
  const ofType = (type: string): fc.Arbitrary<unknown> => {
    switch (type) {
      case 'string':
        return stringOf(node);
      case 'integer':
        return numberOf(node, true);
      case 'number':
        return numberOf(node, false);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return (
          ruledList(node) ??
          fc.array(anyOf(node.items ?? {}), {
            minLength: node.minItems ?? 0,
            maxLength: Math.min(node.maxItems ?? 3, (node.minItems ?? 0) + 3),
          })
        );
      case 'object':
        return objectOf(node);
      default:
        throw new Error(`no values are made of the type ${type}`);
    }
  };
  return fc.oneof(...typesOf(node).map(ofType));
}

/** Values that a schema accepts, made from the schema itself. */
export const valuesOf = (schema: z.ZodType): fc.Arbitrary<unknown> => anyOf(nodeOf(schema));

/** Every member that values of a schema can have, with its path: `calls[].number`. */
export function membersOf(node: Node, path = ''): (readonly [string, Node])[] {
  const within = [
    ...(node.anyOf ?? node.oneOf ?? []).flatMap((option) => membersOf(option, path)),
    ...(node.items === undefined ? [] : membersOf(node.items, `${path}[]`)),
    ...(typeof node.additionalProperties === 'object'
      ? membersOf(node.additionalProperties, `${path}.*`)
      : []),
    ...Object.entries(node.properties ?? {}).flatMap(([key, member]) =>
      membersOf(member, path === '' ? key : `${path}.${key}`),
    ),
  ];
  return [[path, node], ...within];
}
