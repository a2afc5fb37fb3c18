import { learnArrivals } from '../../../shared/domain/estimate/arrivals.ts';
import { servicesToday } from '../../../shared/domain/estimate/calls.ts';
import { learnHabits } from '../../../shared/domain/estimate/habits.ts';
import { learnServices } from '../../../shared/domain/estimate/services.ts';
import type { DeskNow, OfficeNow, ServiceBelief } from '../../../shared/domain/estimate/state.ts';
import { rollOut } from '../../../shared/domain/estimate.ts';
import type { WaitQuantiles } from '../../../shared/domain/estimate.ts';
import type { FieldId, Millis } from '../../../shared/domain/ids.ts';
import type { Past } from './log.ts';
import type { TrueOffice } from './office.ts';
import { hour, oddities, opens } from './office.ts';
import type { DayPlan } from './plan.ts';
import type { DeskState, Moment } from './simulate.ts';
import { missPolicy, oneOfEvery } from './simulate.ts';

/** What each method says of a visitor. */
export type Said = {
  readonly ours: WaitQuantiles;
  readonly oracle: WaitQuantiles;
  readonly fieldQueue: Millis;
  readonly officeQueue: Millis;
  readonly lastServed: Millis;
  readonly headOfLine: Millis;
};

/** What an estimator is told of a desk: its present state and the roster, true or as planned. */
function deskNow(desk: DeskState, now: Millis, knowsRoster: boolean): DeskNow[] {
  const { truth, shift, calling, hadLunch } = desk;
  if (desk.doing === null) return [];
  const lunch = knowsRoster ? shift.lunch : shift.planned.lunch;
  const comes = knowsRoster ? shift.comesAt : shift.planned.from;
  const isToCome = desk.doing.kind === 'away' && now < shift.comesAt;
  return [
    {
      counterId: truth.counterId,
      officerId: truth.officerId,
      fields: new Map(truth.fieldIds.map((id) => [id, 1])),
      normalCallsSincePriority: calling.normalCallsSincePriority,
      doing: isToCome ? { kind: 'away', since: 0, until: comes } : desk.doing,
      pauses: hadLunch ? [] : [lunch],
      until: knowsRoster && shift.isForeseen ? shift.leavesAt : null,
    },
  ];
}

function trueServices(office: TrueOffice, plan: DayPlan, now: Millis): ServiceBelief {
  const share = Math.min(1, Math.max(0, (now - opens) / (9 * hour)));
  return {
    fields: new Map(
      office.fields.map(({ id, median, deviation }) => [
        id,
        {
          mean: median + oddities.mean + (plan.fieldPace.get(id) ?? 0) + share * (plan.drift.get(id) ?? 0),
          uncertainty: 0,
          deviation: Math.sqrt(deviation ** 2 + oddities.variance),
        },
      ]),
    ),
    officers: new Map(office.desks.map(({ officerId, pace }) => [officerId, { mean: pace, uncertainty: 0 }])),
    newOfficer: { mean: 0, uncertainty: 0 },
    pace: { mean: 0, uncertainty: 0 },
  };
}

const average = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/** The usual methods, each as its users know it. */
function simpleMethods(
  { ticket, waiting, desks, lastWaits, now }: Moment,
  means: ReadonlyMap<FieldId, Millis>,
): Pick<Said, 'fieldQueue' | 'officeQueue' | 'lastServed' | 'headOfLine'> {
  const { fieldId } = ticket;
  const isOn = ({ doing }: DeskState): boolean => doing !== null && doing.kind !== 'away';
  const on = desks.filter(isOn);
  const serving = on.filter(({ truth }) => truth.fieldIds.includes(fieldId));
  const ahead = waiting.filter(({ id }) => id !== ticket.id);
  const same = ahead.filter((other) => other.fieldId === fieldId);
  const mean = average(ahead.map((other) => means.get(other.fieldId) ?? 0));
  return {
    fieldQueue: (same.length * (means.get(fieldId) ?? 0)) / Math.max(1, serving.length),
    officeQueue: (ahead.length * mean) / Math.max(1, on.length),
    lastServed: lastWaits.get(fieldId) ?? 0,
    headOfLine: Math.max(0, ...same.map(({ issuedAt }) => now - issuedAt)),
  };
}

/** Mean service of each field as measured. */
function meansOf(office: TrueOffice, past: Past): Map<FieldId, Millis> {
  return new Map(
    office.fields.map(({ id, catalogueMs, deviation }) => {
      const its = past.services.filter(({ fieldId }) => fieldId === id);
      const count = its.reduce((sum, tally) => sum + tally.count, 0);
      const sum = its.reduce((total, tally) => total + tally.sumLog, 0);
      return [
        id,
        count === 0 ? catalogueMs : Math.exp(sum / count + (deviation ** 2 + oddities.variance) / 2),
      ];
    }),
  );
}

/** The office as an estimator sees it. */
function officeNow(
  plan: DayPlan,
  past: Past,
  moment: Moment,
  known: Pick<OfficeNow, 'services' | 'habits' | 'fields'> & { readonly knowsRoster: boolean },
): OfficeNow {
  const { now, waiting, desks } = moment;
  return {
    now,
    desks: desks.flatMap((desk) => deskNow(desk, now, known.knowsRoster)),
    waiting,
    fields: known.fields,
    services: known.services,
    habits: known.habits,
    arrivals: learnArrivals(past.arrivals, past.days, now / hour),
    appointments: plan.visitors.flatMap(({ fieldId, appointmentAt, arrivesAt }) =>
      arrivesAt > now && appointmentAt !== null ? [{ fieldId, at: appointmentAt }] : [],
    ),
    oneOfEvery,
    missPolicy,
  };
}

const priorsOf = ({ fields }: TrueOffice): Map<FieldId, Millis> =>
  new Map(fields.map(({ id, catalogueMs }) => [id, catalogueMs]));

/** Our estimate at a moment with everything the product asks of it, ready to be made. */
export function oursAt(
  office: TrueOffice,
  plan: DayPlan,
  past: Past,
  moment: Moment,
): (seed: number) => void {
  const habits = learnHabits(past.habits);
  const fields = office.fields.map(({ id }) => id);
  return (seed) => {
    const services = learnServices(
      priorsOf(office),
      past.services,
      servicesToday(moment.log.calls),
      moment.now,
    );
    rollOut(officeNow(plan, past, moment, { services, habits, fields, knowsRoster: false }), seed);
  };
}

/** @returns what is asked of each method when a visitor has taken a number. */
export function methods(office: TrueOffice, plan: DayPlan, past: Past): (moment: Moment) => Said {
  const priors = priorsOf(office);
  const habits = learnHabits(past.habits);
  const means = meansOf(office, past);
  let seed = plan.seed;
  return (moment) => {
    const asked = (services: ServiceBelief, knowsRoster: boolean): WaitQuantiles => {
      const known = { services, habits, fields: [], knowsRoster };
      const wait = rollOut(officeNow(plan, past, moment, known), seed++).waits.get(moment.ticket.id);
      if (wait === undefined) throw new Error('nothing is said of a ticket');
      return wait;
    };
    const ours = asked(
      learnServices(priors, past.services, servicesToday(moment.log.calls), moment.now),
      false,
    );
    return {
      ours,
      oracle: asked(trueServices(office, plan, moment.now), true),
      ...simpleMethods(moment, means),
    };
  };
}

/** A wait as a single figure. Nobody says "for ever". */
export const pointOf = ({ p50Ms }: WaitQuantiles): Millis => Math.min(p50Ms, 4 * hour);

export const covers = ({ p10Ms, p90Ms }: WaitQuantiles, waited: Millis): boolean =>
  p10Ms <= waited && waited <= p90Ms;
