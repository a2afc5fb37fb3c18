import { z } from 'zod';

/** What is known of a package and may stay for a while: by its advisory, with the reason and the last day. */
export const acceptedList = z.array(
  z.strictObject({
    advisory: z.string().regex(/^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/u),
    why: z.string().min(20),
    until: z.iso.date(),
  }),
);
type Accepted = z.infer<typeof acceptedList>;

const advisory = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
});
/** The part of `npm audit --json` that says what is wrong; a name stands for a package that brings another. */
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});

export type Verdict =
  | { readonly kind: 'unchecked'; readonly why: string }
  | { readonly kind: 'checked'; readonly open: readonly string[]; readonly stale: readonly string[] };

const idOf = (url: string): string => url.split('/').at(-1) ?? url;

/**
 * What an audit comes to.
 * @param said what npm wrote: a report, or why there is none.
 * @param today as YYYY-MM-DD; what was accepted until yesterday is open again.
 * @returns what is open, a line each, and what is accepted and not there any more.
 */
export function judge(said: string, accepted: Accepted, today: string): Verdict {
  let parsed: ReturnType<typeof report.safeParse>;
  try {
    parsed = report.safeParse(JSON.parse(said));
  } catch {
    return { kind: 'unchecked', why: 'npm gave no report' };
  }
  if (!parsed.success) return { kind: 'unchecked', why: 'the registry gives no advisories here' };
  const found = new Map(
    Object.values(parsed.data.vulnerabilities).flatMap(({ via }) =>
      via.flatMap((one) => (typeof one === 'string' ? [] : [[idOf(one.url), one] as const])),
    ),
  );
  const valid = new Set(accepted.filter(({ until }) => until >= today).map((one) => one.advisory));
  const open = [...found].filter(([id]) => !valid.has(id));
  return {
    kind: 'checked',
    open: open.map(([id, { severity, name, title }]) => `${severity} in ${name}: ${title} (${id})`),
    stale: accepted.map((one) => one.advisory).filter((id) => !found.has(id)),
  };
}
