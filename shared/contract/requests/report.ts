import { z } from 'zod';
import { bilingual, businessDay, millis } from '../schemas.ts';
import type { Request } from './request.ts';
import { repeatable } from './request.ts';

const count = z.int().nonnegative();
/** Null where nothing was measured. */
const measured = millis.nullable();

/** A set of visits in figures. Each visit has one ending, so the endings add up to `issued`. */
export const figures = z.strictObject({
  issued: count,
  served: count,
  /** Called, but never came. */
  noShow: count,
  /** Cancelled by the visitor, by staff. */
  withdrawn: count,
  cancelled: count,
  /** Sent home at the end of the day. */
  unfinished: count,
  /** Still in the office. */
  open: count,
  /** Waits, from the number (or the time of the appointment) to the first call: of how many, and how long. */
  called: count,
  withinTarget: count,
  waitMeanMs: measured,
  waitMedianMs: measured,
  waitP90Ms: measured,
  walkMeanMs: measured,
  serviceMeanMs: measured,
  serviceMedianMs: measured,
  parked: count,
  parkedMeanMs: measured,
  /** How many said what they thought, and how many of them were satisfied or very satisfied. */
  rated: count,
  satisfied: count,
});
export type Figures = z.infer<typeof figures>;

const group = z.strictObject({
  /** An id or a code; `none` for visits that belong to no such group, such as those nobody served. */
  key: z.string(),
  /** Null where the key itself has words. */
  name: bilingual.nullable(),
  figures,
});
export type Group = z.infer<typeof group>;

/** Dossiers of a period. `early`, `onTime`, `late` and `noLimit` add up to those that were concluded in it. */
const dossierCounts = z.strictObject({
  received: count,
  /** The result was ready, or it was refused: on a day before the due day; in time; later; or nobody knows a limit. */
  early: count,
  onTime: count,
  late: count,
  noLimit: count,
  /** Of those concluded. */
  refused: count,
  /** Of those received, open now: within the limit, after it, and waiting for papers of the visitor. */
  openInTime: count,
  openLate: count,
  supplement: count,
});
export type DossierCounts = z.infer<typeof dossierCounts>;

const dossierGroup = z.strictObject({
  key: z.string(),
  /** Null where the key itself has words. */
  name: bilingual.nullable(),
  counts: dossierCounts,
});

const point = z.strictObject({ from: businessDay, issued: count, served: count, waitMeanMs: measured });
export type TrendPoint = z.infer<typeof point>;

/** SIPAS's five factors. */
export const factors = ['access', 'procedure', 'staff', 'result', 'feedback'] as const;

export const report = z.strictObject({
  /** The days it is of, first and last, and the same period before them. */
  from: businessDay,
  to: businessDay,
  before: z.strictObject({ from: businessDay, to: businessDay, figures }),
  /** Waits up to this long are within the target. */
  waitTargetMs: millis,
  figures,
  trend: z.strictObject({
    step: z.enum(['day', 'week', 'month']),
    now: z.array(point),
    /** The steps of the period before. */
    before: z.array(point),
  }),
  /** By when the number was taken, in the office's time; 0 is Monday. Only hours in which there were any. */
  hours: z.array(
    z.strictObject({
      weekday: z.int().min(0).max(6),
      hour: z.int().min(0).max(23),
      issued: count,
      waitMeanMs: measured,
    }),
  ),
  /** How many waited from `minutes` up to less than `below` minutes; null: without end. */
  waits: z.array(z.strictObject({ minutes: z.int(), below: z.int().nullable(), count })),
  groups: z.strictObject({
    /** The field the number was taken for; where and by whom the visit was served last; how the number was taken. */
    field: z.array(group),
    counter: z.array(group),
    officer: z.array(group),
    channel: z.array(group),
    /** The class declared or given, or `normal`. */
    priority: z.array(group),
  }),
  /** What services were recorded for, most first. */
  procedures: z.array(
    z.strictObject({
      key: z.string(),
      name: bilingual,
      field: bilingual,
      count,
      /** Of these: papers were missing; refused. */
      supplement: count,
      refused: count,
    }),
  ),
  dossiers: z.strictObject({
    counts: dossierCounts,
    before: dossierCounts,
    /** By the step of the trend. */
    trend: z.array(z.strictObject({ from: businessDay, received: count, concluded: count, late: count })),
    field: z.array(dossierGroup),
    /** Most received first. */
    procedure: z.array(dossierGroup),
  }),
  satisfaction: z.strictObject({
    /** Also those who did not answer. */
    asked: count,
    /** How many chose 1 (not satisfied) to 4 (very satisfied). */
    levels: z.array(count).length(4),
    reasons: z.array(z.strictObject({ code: z.string(), name: bilingual, count })),
    /** Visitors who found fault with something of a factor. */
    faults: z.array(z.strictObject({ factor: z.enum(factors), count })),
  }),
  /** What the kiosks' cameras made of people. */
  recognition: z.strictObject({
    recognised: count,
    unsure: count,
    unknown: count,
    answered: count,
    wrongAnswer: count,
    denied: count,
    enrolled: count,
    suspected: count,
  }),
});
export type Report = z.infer<typeof report>;

/** What managers look at, asked for when it is wanted. */
export const reportRequests = {
  'report:read': {
    callers: ['manage'],
    role: 'manager',
    reads: true,
    /** First and last day; at most two years. */
    input: repeatable.extend({ from: businessDay, to: businessDay }),
    output: report,
  },
} as const satisfies Record<string, Request>;
