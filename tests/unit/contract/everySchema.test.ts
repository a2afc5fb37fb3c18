import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { operations } from '../../../shared/contract/api.ts';
import type { EventType } from '../../../shared/contract/events.ts';
import { eventBody, events } from '../../../shared/contract/events.ts';
import { problem } from '../../../shared/contract/problems.ts';
import { handshake } from '../../../shared/contract/protocol.ts';
import { requests } from '../../../shared/contract/requests.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { stamp } from '../../../shared/contract/stamp.ts';
import { views } from '../../../shared/contract/views.ts';
import { long } from '../../long.ts';
import { membersOf, nodeOf, valuesOf } from '../../suites/fromSchema.ts';
import { withoutMembers, withUnknownMembers, withWrongTypes } from '../../suites/spoil.ts';

type Schemas = readonly (readonly [string, z.ZodType])[];
const both = (table: Record<string, { input: z.ZodType; output: z.ZodType }>): Schemas =>
  Object.entries(table).flatMap(([name, { input, output }]) => [
    [`${name} asked`, input] as const,
    [`${name} answered`, output] as const,
  ]);

/** Whatever goes over the wire. */
const schemas: Schemas = [
  ...both(requests),
  ...both(routes),
  ...both(operations),
  ...(Object.keys(events) as EventType[]).map((type) => [`${type} told`, eventBody(type)] as const),
  ...Object.entries(views).map(([screen, view]) => [`view of the ${screen}`, view] as const),
  ['stamp', stamp],
  ['handshake', handshake],
  ['problem', problem],
];
/** Whatever somebody else may have made up. */
const received: Schemas = schemas.filter(([name]) => name.endsWith('asked') || name === 'handshake');

/** Which of them the schema took all the same. */
const acceptedOf = (schema: z.ZodType, spoilt: readonly { what: string; value: unknown }[]): string[] =>
  spoilt
    .filter(({ value }) => schema.safeParse(value).success)
    .map(({ what }) => what)
    // The facts of a problem are free in their names.
    .filter((what) => !/ detail(\.|$)/.test(what));
const forValuesOf = (schema: z.ZodType, check: (value: unknown) => void): void =>
  fc.assert(fc.property(valuesOf(schema), check), { numRuns: long ? 24 : 6 });

describe('what goes over the wire', () => {
  test.each(schemas)(
    'CO1 %s comes back from JSON as it was, and parsing again changes nothing',
    (_, schema) => {
      forValuesOf(schema, (value) => {
        const parsed = schema.parse(value);
        expect(schema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
      });
    },
  );

  test.each(schemas)(
    'CO2 %s has no member but those of the contract, in any of its parts',
    (name, schema) => {
      forValuesOf(schema, (value) => {
        expect(acceptedOf(schema, withUnknownMembers(value))).toEqual([]);
      });
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );

  test.each(schemas)('CO3 %s with a part of another type is refused', (_, schema) => {
    forValuesOf(schema, (value) => {
      expect(acceptedOf(schema, withWrongTypes(value))).toEqual([]);
    });
  });

  test.each(schemas)('CO4 %s without a part that is not optional is refused', (_, schema) => {
    const optional = new Set(
      membersOf(nodeOf(schema)).flatMap(([path, { properties = {}, required = [] }]) =>
        Object.keys(properties)
          .filter((key) => !required.includes(key))
          .map((key) => (path === '' ? key : `${path}.${key}`)),
      ),
    );
    const needed = (path: string): boolean => !optional.has(path) && !path.startsWith('detail.');
    forValuesOf(schema, (value) => {
      const spoilt = withoutMembers(value).filter(({ path }) => needed(path));
      expect(acceptedOf(schema, spoilt)).toEqual([]);
    });
  });

  test.each(received)('CO5 no part of %s can be of any size', (_, schema) => {
    const endless = membersOf(nodeOf(schema)).filter(([, node]) => {
      if (node.type === 'array') return node.maxItems === undefined;
      // A pattern is a bound if it says how often its last part may come.
      const bounded =
        node.maxLength ?? node.enum ?? node.const ?? node.pattern?.match(/\{\d+(,\d+)?\}\)?\$$|\)\$$/);
      if (node.type === 'string') return bounded === undefined || bounded === null;
      return typeof node.additionalProperties === 'object';
    });
    expect(endless.map(([path]) => path)).toEqual([]);
  });
});
