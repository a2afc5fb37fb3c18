import { z } from 'zod';
import type { ApiScope } from '../apiScopes.ts';
import type { RequestName } from '../requests.ts';
import type { repeatable } from '../requests/request.ts';

/**
 * One call of the HTTP API, under `/api/v1`: what it asks of a key, what it carries, what comes back. The routes, their
 * checks, the OpenAPI document and its page are derived from the table of these.
 */
export type Operation = {
  /** GET only looks. POST carries an `Idempotency-Key`, and is done once. */
  readonly method: 'GET' | 'POST';
  /** Names in braces are members of the input; of a GET the others are in the query, of a POST in the body. */
  readonly path: `/${string}`;
  readonly scope: ApiScope;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  /** The screens' request that it is; otherwise it has a use case of its own. */
  readonly request?: RequestName;
  /** Of a POST: members that are kept in the audit, none of them personal. */
  readonly audited?: readonly string[];
};

/** What `sameAs` takes from a row of the table of requests. */
type Sent<S extends z.ZodRawShape, O extends z.ZodType, A extends readonly string[]> = {
  readonly input: z.ZodObject<typeof repeatable.shape & S, z.core.$strict>;
  readonly output: O;
  readonly audited: A;
};

/** A call that does what a request of the screens does; the request's id comes with the call's head instead. */
export const sameAs = <
  N extends RequestName,
  S extends z.ZodRawShape,
  O extends z.ZodType,
  A extends readonly string[],
>(
  request: N,
  { input, output, audited }: Sent<S, O, A>,
) => ({ request, input: input.omit({ requestId: true }), output, audited }) as const;

export const positive = z.int().positive();
export const count = z.int().nonnegative();
/** How many of a list are wanted at once. */
export const limit = z.int().min(1).max(200).default(50);
/** `next` of the answer before; 0 is the beginning. */
export const after = z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(0);
/** Null: that was the end. */
export const next = z.int().positive().nullable();
