import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import type { OperationName, OperationOutput } from '../../shared/contract/api.ts';
import { operations } from '../../shared/contract/api.ts';
import type { Operation } from '../../shared/contract/api/operation.ts';
import type { ApiScope } from '../../shared/contract/apiScopes.ts';
import { apiScopes } from '../../shared/contract/apiScopes.ts';
import type { StaffedOffice } from './staffedOffice.ts';

type Schema = Record<string, unknown>;
type Described = {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content: Record<string, { schema: Schema }> }> }>
  >;
  readonly components: { readonly schemas: { readonly Problem: Schema } };
};

/** A call's answer; it has been held against the OpenAPI document that the server itself gives. */
export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
};

export type Call = {
  readonly input?: Readonly<Record<string, unknown>>;
  /** Null: none is sent. */
  readonly id?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Another system with a key. */
export type ApiClient = {
  readonly key: string;
  readonly call: (name: OperationName, call?: Call) => Promise<Answered>;
  /** What a call that has to succeed answers. */
  readonly do: <N extends OperationName>(name: N, input?: Call['input']) => Promise<OperationOutput<N>>;
};

/** The address and the body of a call. */
export function requestOf({ method, path }: Operation, input: Readonly<Record<string, unknown>>) {
  const rest = new Map(Object.entries(input));
  const address = path.replace(/\{(\w+)\}/gu, (_, member: string) => {
    const value = String(rest.get(member));
    rest.delete(member);
    return encodeURIComponent(value);
  });
  const others = Object.fromEntries(rest);
  const query = new URLSearchParams(Object.entries(others).map(([name, value]) => [name, String(value)]));
  return method === 'GET'
    ? { address: query.size === 0 ? address : `${address}?${query}`, body: null }
    : { address, body: JSON.stringify(others) };
}

/** Makes a key as a manager does, and calls with it. @param scopes all of them unless given. */
export async function apiClient(
  office: StaffedOffice,
  scopes: readonly ApiScope[] = apiScopes,
): Promise<ApiClient> {
  const manage = await office.manage();
  const { key } = await manage.do('apiKey:make', {
    name: 'Cổng dịch vụ',
    scopes: [...scopes],
    expiresAt: null,
  });
  manage.close();
  const document = (await (await fetch(`${office.url()}/api/v1/openapi.json`)).json()) as Described;
  const ajv = new Ajv2020({ strict: false });
  formats(ajv);
  const call: ApiClient['call'] = async (name, { input = {}, id = randomUUID(), headers = {} } = {}) => {
    const operation: Operation = operations[name];
    const { method, path } = operation;
    const { address, body } = requestOf(operation, input);
    const response = await fetch(`${office.url()}/api/v1${address}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== null && { 'content-type': 'application/json' }),
        ...(method === 'POST' && id !== null && { 'idempotency-key': id }),
        ...headers,
      },
      body,
    });
    const answer: unknown = await response.json();
    const { responses } = document.paths[path]?.[method.toLowerCase()] ?? { responses: {} };
    const schema = response.ok
      ? responses['200']?.content['application/json']?.schema
      : document.components.schemas.Problem;
    const isRight = ajv.validate(schema ?? false, answer);
    expect([name, isRight, ajv.errors]).toEqual([name, true, null]);
    if (!response.ok)
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json(;|$)/u);
    return { status: response.status, headers: response.headers, body: answer };
  };
  return {
    key,
    call,
    do: async (name, input = {}) => {
      const { status, body } = await call(name, { input });
      if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
      return body as OperationOutput<typeof name>;
    },
  };
}
