import { z } from 'zod';
import type { OperationName } from '../../shared/contract/api.ts';
import type { Operation } from '../../shared/contract/api/operation.ts';
import { apiRoot, operationNames, operations } from '../../shared/contract/api.ts';
import { apiProblem } from '../../shared/contract/api/problem.ts';
import type { EventType } from '../../shared/contract/events.ts';
import { eventBody, events } from '../../shared/contract/events.ts';
import { apiPageWords, eventWords, operationWords } from '../../shared/i18n/api.ts';

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 is written in. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
};

/** @returns what a schema lets in, before its transforms, which only name things. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _$schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest as JsonSchema;
}

/** Members of the input that are part of the path. */
export const pathMembers = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/gu)].map(([, member = '']) => member);

/** What a POST has in its body: the input without what the path has. */
export function bodySchemaOf({ input, path }: Operation): JsonSchema {
  const { properties = {}, required = [], ...rest } = jsonSchemaOf(input);
  const inPath = pathMembers(path);
  const needed = required.filter((member) => !inPath.includes(member));
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([member]) => !inPath.includes(member))),
    ...(needed.length > 0 && { required: needed }),
  };
}

const problems = (text: string) => ({
  description: text,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function parametersOf(operation: Operation): readonly object[] {
  const { input, path, method } = operation;
  const { properties = {}, required = [] } = jsonSchemaOf(input);
  const inPath = pathMembers(path);
  const members = Object.entries(properties)
    .filter(([name]) => method === 'GET' || inPath.includes(name))
    .map(([name, schema]) => {
      const isInPath = inPath.includes(name);
      return {
        name,
        in: isInPath ? 'path' : 'query',
        required: isInPath || required.includes(name),
        schema,
      };
    });
  return method === 'GET' ? members : [...members, { $ref: '#/components/parameters/IdempotencyKey' }];
}

function operationOf(name: OperationName): object {
  const operation: Operation = operations[name];
  const { method, output, scope } = operation;
  return {
    operationId: name,
    summary: operationWords.vi[name],
    description: operationWords.en[name],
    tags: [scope],
    security: [{ key: [] }],
    'x-scope': scope,
    parameters: parametersOf(operation),
    ...(method === 'POST' && {
      requestBody: { required: true, content: { 'application/json': { schema: bodySchemaOf(operation) } } },
    }),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: jsonSchemaOf(output) } } },
      default: problems('RFC 9457'),
    },
  };
}

const header = (name: string, schema: object) => ({ name, in: 'header', required: true, schema });

/** A webhook of OpenAPI 3.1: what the office sends, and how it is signed. */
const webhookOf = (type: EventType): object => ({
  post: {
    summary: eventWords.vi[type],
    description: eventWords.en[type],
    tags: ['webhooks'],
    security: [],
    parameters: [
      header('webhook-id', { type: 'string', format: 'uuid' }),
      header('webhook-timestamp', { type: 'string', pattern: '^\\d+$' }),
      header('webhook-signature', { type: 'string' }),
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchemaOf(eventBody(type)) } },
    },
    responses: { '2XX': { description: 'OK' } },
  },
});

/** The OpenAPI document, made of the contract's tables. @param server where the office is reached. */
export function openapiDocument(server: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of operationNames) {
    const { path, method }: Operation = operations[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lượt',
      version: '1.0.0',
      summary: apiPageWords.vi.title,
      description: `${apiPageWords.vi.intro}\n\n${apiPageWords.en.intro}`,
      // The office runs it for itself.
      license: { name: 'Proprietary', url: `${server}${apiRoot}/` },
    },
    servers: [{ url: `${server}${apiRoot}` }],
    paths,
    webhooks: Object.fromEntries((Object.keys(events) as EventType[]).map((type) => [type, webhookOf(type)])),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'luot_…' } },
      parameters: {
        IdempotencyKey: {
          ...header('Idempotency-Key', { type: 'string', format: 'uuid' }),
          description: `${apiPageWords.vi.idempotency}\n\n${apiPageWords.en.idempotency}`,
        },
      },
      schemas: { Problem: jsonSchemaOf(apiProblem) },
    },
  };
}
