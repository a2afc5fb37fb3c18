import { z } from 'zod';

/** RFC 9457: how the API says that something was not done. */
export const apiProblem = z.strictObject({
  /** `urn:luot:problem:` and the code. */
  type: z.string(),
  /** In the language that was asked for, Vietnamese otherwise. */
  title: z.string(),
  status: z.int(),
  /** As in `problems.ts`, or `malformed`, `notFound`, `bug`. */
  code: z.string(),
  /** Of something malformed: where and what. */
  detail: z.string().optional(),
  /** Facts about a refusal, such as the line of a list; never personal data. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Of a bug: finds the log entry. */
  instance: z.string().optional(),
});
export type ApiProblem = z.infer<typeof apiProblem>;
