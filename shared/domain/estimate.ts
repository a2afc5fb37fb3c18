import type { FieldId, Millis } from './ids.ts';

/** A counter that is on, and whom it has. */
export type DeskNow = {
  readonly fields: ReadonlySet<FieldId>;
  /** The ticket called or served there now; `since` is when that service began. */
  readonly busy: { readonly fieldId: FieldId; readonly since: Millis } | null;
};

/** How long a service of one field takes. `meanMs` > 0; `spread` is standard deviation / mean. */
export type ServiceTime = { readonly meanMs: number; readonly spread: number };

/** A range a visitor can rely on: half of all visitors wait no longer than `p50Ms`, nine in ten no longer than `p90Ms`. */
export type WaitRange = { readonly p50Ms: Millis; readonly p90Ms: Millis };

export type WaitQuestion = {
  readonly now: Millis;
  readonly desks: readonly DeskNow[];
  /** Fields of those ahead, in the order they will be called. */
  readonly ahead: readonly FieldId[];
  readonly fieldId: FieldId;
  readonly serviceTimes: ReadonlyMap<FieldId, ServiceTime>;
  /** The same seed gives the same answer. */
  readonly seed: number;
};

const rollouts = 200;

/**
 * Mean service time from the catalogue's figure and what was measured, each counting by its evidence.
 * @param priorMeanMs the catalogue's figure, worth `priorWeight` measured services.
 */
export function serviceTimeOf(
  priorMeanMs: number,
  measured: { readonly count: number; readonly meanMs: number },
  priorWeight = 10,
): ServiceTime {
  const meanMs =
    (priorMeanMs * priorWeight + measured.meanMs * measured.count) / (priorWeight + measured.count);
  return { meanMs, spread: 0.6 };
}

/** mulberry32: a small seeded generator of uniform numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One service time, log-normal: always positive, with the long tail that services have. */
function sample({ meanMs, spread }: ServiceTime, random: () => number): Millis {
  const variance = Math.log(1 + spread * spread);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(Math.log(meanMs) - variance / 2 + Math.sqrt(variance) * normal);
}

/** What is left of a service that has already lasted `elapsed`: drawn again until it fits what is known. */
function sampleRest(time: ServiceTime, elapsed: Millis, random: () => number): Millis {
  for (let attempt = 0; attempt < 8; attempt++) {
    const whole = sample(time, random);
    if (whole > elapsed) return whole - elapsed;
  }
  // Longer than nearly every service: such ones last on in proportion to how long they already have.
  return elapsed * 0.25;
}

/** Plays the line on once, desk by desk as they become free; ms until the asker is called, or null if no desk serves. */
function rollout(question: WaitQuestion, random: () => number): Millis | null {
  const timeOf = (fieldId: FieldId): ServiceTime =>
    question.serviceTimes.get(fieldId) ?? { meanMs: 600_000, spread: 0.6 };
  const line: FieldId[] = [...question.ahead, question.fieldId];
  let desks = question.desks.map(({ fields, busy }) => ({
    fields,
    freeAt:
      busy === null ? 0 : sampleRest(timeOf(busy.fieldId), Math.max(0, question.now - busy.since), random),
  }));
  while (desks.length > 0) {
    const desk = desks.reduce((first, other) => (other.freeAt < first.freeAt ? other : first));
    const place = line.findIndex((fieldId) => desk.fields.has(fieldId));
    if (place === -1) {
      desks = desks.filter((other) => other !== desk);
      continue;
    }
    const [fieldId] = line.splice(place, 1);
    // The asker is last in line, and others of the same field stand before: the end of the line is the asker.
    if (place === line.length) return desk.freeAt;
    desk.freeAt += sample(timeOf(fieldId ?? question.fieldId), random);
  }
  return null;
}

/**
 * The wait to expect, by playing the line on many times from the present state (seeded Monte-Carlo).
 * @returns a range, or null if none of the desks serves the field.
 */
export function estimateWait(question: WaitQuestion): WaitRange | null {
  const random = seeded(question.seed);
  const waits: Millis[] = [];
  for (let run = 0; run < rollouts; run++) {
    const wait = rollout(question, random);
    if (wait === null) return null;
    waits.push(wait);
  }
  waits.sort((a, b) => a - b);
  const at = (share: number): Millis => Math.round(waits[Math.floor(share * (rollouts - 1))] ?? 0);
  return { p50Ms: at(0.5), p90Ms: at(0.9) };
}
