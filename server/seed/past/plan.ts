import { weekdayOf } from '../../../shared/domain/calendar.ts';
import type { BusinessDay, FieldId, Millis } from '../../../shared/domain/ids.ts';
import { momentOf } from '../../../shared/domain/localTime.ts';
import type { Draws } from '../../../shared/domain/random.ts';
import { logNormal } from '../../../shared/domain/random.ts';
import type { Channel } from '../../usecases/makeTicket.ts';
import { happens, pick, pickKind } from './chance.ts';
import type { FieldProfile, Profile } from './profile.ts';

/** Who will come on a day, and how they are. */

const minute: Millis = 60_000;

/** Somebody who will come. */
export type Arrival = {
  readonly at: Millis;
  readonly fieldId: FieldId;
  /** A field to go on to with the same number. */
  readonly legs: readonly FieldId[];
  readonly priority: string | null;
  readonly channel: Channel;
  /** Whether the kiosk's camera is to know them. */
  readonly isRegistered: boolean;
  readonly appointmentAt: Millis | null;
  /** How many of the first calls are not heard. */
  readonly absences: number;
  /** Whoever was not called by then goes. */
  readonly patienceMs: Millis;
  /** Whether they say so on the phone page when they go. */
  readonly saysGoodbye: boolean;
};

/** When numbers are given. */
export type Stretch = { readonly from: Millis; readonly to: Millis };

const patience = logNormal({ meanMs: 170 * minute, spread: 0.6 });
/** The first and the last hour of a stretch of opening are unlike the middle: most come early, few late. */
const shape = [1.25, 1.35, 1.15, 0.75] as const;
/** Monday first. */
const byWeekday = [1.18, 1.02, 0.95, 0.93, 1.0, 1.05, 0.8] as const;
/** January first: papers before Tết, schools in summer, the year's end. */
const byMonth = [1.06, 0.86, 1.0, 0.98, 0.97, 1.03, 1.1, 1.12, 1.04, 0.98, 0.97, 1.02] as const;

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese-nu-latn', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
/** Month-day of the holidays by the sun. */
const solarHolidays = ['01-01', '04-30', '05-01', '09-02'];

/** Whether a day is a public holiday: Tết with the days around it, the Hùng kings' day, and those by the sun. */
function isHoliday(day: BusinessDay): boolean {
  if (solarHolidays.includes(day.slice(5))) return true;
  const parts = lunar.formatToParts(Date.parse(day));
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const [month, date] = [part('month'), part('day')];
  return (month === 1 && date <= 4) || (month === 12 && date >= 29) || (month === 3 && date === 10);
}

/** When numbers are given on a day, in order; none on days off. */
export function stretchesOn({ week, specialDays, timeZone }: Profile, day: BusinessDay): Stretch[] {
  const special = specialDays.find((one) => one.day === day);
  const spans = special?.spans ?? (isHoliday(day) ? [] : (week[weekdayOf(day)] ?? []));
  return spans.map(({ fromMinute, toMinute }) => ({
    from: momentOf(day, fromMinute, timeZone),
    to: momentOf(day, toMinute, timeZone),
  }));
}

/** How busy a day is beside an average one. */
export const busynessOf = (day: BusinessDay): number =>
  (byWeekday[weekdayOf(day)] ?? 1) * (byMonth[Number(day.slice(5, 7)) - 1] ?? 1);

/** How many numbers a day is expected to have at full load. */
export function expectedTickets(profile: Profile, day: BusinessDay): number {
  const hours = stretchesOn(profile, day).reduce((sum, { from, to }) => sum + (to - from), 0) / 3_600_000;
  const perHour = profile.fields.reduce((sum, field) => sum + field.perHour, 0);
  return hours * perHour * busynessOf(day);
}

function channelOf(random: Draws, isRegistered: boolean, hasAppointment: boolean): Channel {
  if (hasAppointment) return 'appointment';
  return pickKind<Channel>(
    random,
    isRegistered ? { usual: 60, touch: 28, head: 12 } : { touch: 88, head: 5, staff: 7 },
  );
}

function arrival(random: Draws, profile: Profile, fieldId: FieldId, at: Millis): Arrival {
  const isRegistered = happens(random, 0.22);
  const hasAppointment = happens(random, 0.06);
  const quarter = 15 * minute;
  const heard = random.uniform();
  const others = profile.fields.filter(({ id }) => id !== fieldId);
  return {
    at: Math.round(at),
    fieldId,
    legs: !hasAppointment && others.length > 0 && happens(random, 0.03) ? [pick(random, others).id] : [],
    priority:
      !hasAppointment && profile.priorityCodes.length > 0 && happens(random, 0.11)
        ? pick(random, profile.priorityCodes)
        : null,
    channel: channelOf(random, isRegistered, hasAppointment),
    isRegistered,
    appointmentAt: hasAppointment ? Math.round((at + 8 * minute) / quarter) * quarter : null,
    absences: heard < 0.955 ? 0 : heard < 0.985 ? 1 : Infinity,
    patienceMs: random.whole(patience),
    saysGoodbye: happens(random, 0.4),
  };
}

/** A Poisson process whose rate is `shape` over the stretch: exponential steps, by quarter of it. */
function arrivalsOf(
  random: Draws,
  profile: Profile,
  { id, perHour }: FieldProfile,
  { from, to }: Stretch,
  load: number,
): Arrival[] {
  const length = (to - from) / shape.length;
  const total = shape.reduce((sum, share) => sum + share, 0);
  return shape.flatMap((share, index) => {
    const found: Arrival[] = [];
    const rate = (perHour * load * share * shape.length) / total / 3_600_000;
    for (let past = 0; ;) {
      past -= Math.log(1 - random.uniform()) / rate;
      if (past >= length) return found;
      found.push(arrival(random, profile, id, from + index * length + past));
    }
  });
}

/**
 * Who comes on a day, by time.
 * @param load share of the desks' time that an average day's work takes.
 */
export function planDay(profile: Profile, day: BusinessDay, load: number, random: Draws): Arrival[] {
  const busy = load * busynessOf(day) * Math.exp(0.07 * random.normal());
  return stretchesOn(profile, day)
    .flatMap((stretch) =>
      profile.fields.flatMap((field) => arrivalsOf(random, profile, field, stretch, busy)),
    )
    .sort((one, other) => one.at - other.at);
}
