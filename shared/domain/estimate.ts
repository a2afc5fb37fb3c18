import type { FieldId, Millis } from './ids.ts';
import type { Draws, LogNormal } from './random.ts';
import { draws, logNormal } from './random.ts';

/** A counter that is on, and whom it has. */
export type DeskNow = {
  readonly fields: ReadonlySet<FieldId>;
  /** The ticket called or served there now; `since` is when that service began. */
  readonly busy: { readonly fieldId: FieldId; readonly since: Millis } | null;
};

/** How long a service of one field takes. `meanMs` > 0; `spread`, standard deviation / mean, > 0. */
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
/** How much services differ: they are short or long by the case, not by the field. */
const usualSpread = 0.6;
/** For a field of which nothing is known. */
const unknownService: ServiceTime = { meanMs: 600_000, spread: usualSpread };

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
  return { meanMs, spread: usualSpread };
}

/** A question made ready to be played often. The last place of the line is the asker's. */
type Play = {
  readonly line: readonly LogNormal[];
  readonly desks: readonly {
    /** The places in line this desk may call, first to last. */
    readonly places: readonly number[];
    readonly busy: { readonly law: LogNormal; readonly elapsed: Millis } | null;
  }[];
};

function prepare({ now, desks, ahead, fieldId, serviceTimes }: WaitQuestion): Play {
  const laws = new Map<FieldId, LogNormal>();
  const lawOf = (field: FieldId): LogNormal => {
    const known = laws.get(field);
    if (known !== undefined) return known;
    const made = logNormal(serviceTimes.get(field) ?? unknownService);
    laws.set(field, made);
    return made;
  };
  const fields = [...ahead, fieldId];
  return {
    line: fields.map(lawOf),
    desks: desks.map((desk) => ({
      places: fields.flatMap((field, place) => (desk.fields.has(field) ? [place] : [])),
      busy: desk.busy && {
        law: lawOf(desk.busy.fieldId),
        elapsed: Math.max(0, now - desk.busy.since),
      },
    })),
  };
}

/**
 * Plays the line on once: whichever desk is free first calls the first in line it may.
 * @returns ms until the asker is called, or null if no desk serves the asker.
 */
function rollout({ line, desks }: Play, random: Draws): Millis | null {
  const called = new Uint8Array(line.length);
  const nextOf = new Uint32Array(desks.length);
  const freeAt = Float64Array.from(desks, ({ busy }) =>
    busy === null ? 0 : random.rest(busy.law, busy.elapsed),
  );
  for (;;) {
    let first = 0;
    for (let desk = 1; desk < freeAt.length; desk++)
      if ((freeAt[desk] ?? 0) < (freeAt[first] ?? 0)) first = desk;
    const time = freeAt[first] ?? Infinity;
    if (time === Infinity) return null;
    const places = desks[first]?.places ?? [];
    let next = nextOf[first] ?? 0;
    while (called[places[next] ?? line.length] === 1) next++;
    const place = places[next];
    if (place === line.length - 1) return time;
    const law = place === undefined ? undefined : line[place];
    if (place === undefined || law === undefined) {
      // Nobody left whom this desk may call.
      freeAt[first] = Infinity;
      continue;
    }
    called[place] = 1;
    nextOf[first] = next + 1;
    freeAt[first] = time + random.whole(law);
  }
}

/**
 * The wait to expect, by playing the line on many times from the present state (seeded Monte-Carlo).
 * @returns a range, or null if none of the desks serves the field.
 * @throws RangeError if a mean or a spread that is needed is not positive.
 */
export function estimateWait(question: WaitQuestion): WaitRange | null {
  const play = prepare(question);
  const random = draws(question.seed);
  const waits: Millis[] = [];
  for (let run = 0; run < rollouts; run++) {
    const wait = rollout(play, random);
    if (wait === null) return null;
    waits.push(wait);
  }
  waits.sort((a, b) => a - b);
  const at = (share: number): Millis => Math.round(waits[Math.floor(share * (rollouts - 1))] ?? 0);
  return { p50Ms: at(0.5), p90Ms: at(0.9) };
}
