import { daysAfter } from '../../../shared/domain/calendar.ts';
import type { BusinessDay, Millis, OfficerId, VisitorId } from '../../../shared/domain/ids.ts';
import { momentOf } from '../../../shared/domain/localTime.ts';
import { draws } from '../../../shared/domain/random.ts';
import { consentTo } from '../../usecases/consent.ts';
import { nobodyYet } from '../../usecases/records.ts';
import type { Store } from '../../usecases/store.ts';
import { steppedAgenda } from './agenda.ts';
import { drawnId } from './chance.ts';
import { PastAudit } from './pastAudit.ts';
import { PastDossiers } from './pastDossiers.ts';
import { PastDay } from './pastActs.ts';
import type { PastOffice } from './pastActs.ts';
import { drawnBirthYear, drawnName } from './people.ts';
import { expectedTickets, planDay, stretchesOn } from './plan.ts';
import { playDay } from './play.ts';
import type { Profile } from './profile.ts';
import { profileOf } from './profile.ts';
import { endOfDay } from '../../../shared/domain/timeOfDay.ts';

/** Share of the desks' time that the work of a day takes. */
const loads = { quiet: 0.45, normal: 0.72, busy: 0.95 } as const;
export type Busyness = keyof typeof loads;
export const busynesses = Object.keys(loads) as Busyness[];

/** What to fill an office with: one day, a week or a year of them. */
export type PastKind =
  | { readonly kind: 'day'; readonly busyness: Busyness }
  | { readonly kind: 'week' }
  | { readonly kind: 'year' };

export type Past = { readonly tickets: number; readonly days: number; readonly last: BusinessDay };

/** How many numbers a year has, as long as the desks can serve them. */
const ticketsOfYear = 60_000;
const lengths = { day: 1, week: 7, year: 365 } as const;
/** How many people the kiosk knows, for each day of the past and beside. */
const knownPerDay = 2;
const knownAtFirst = 60;

function addVisitors(store: Store, first: BusinessDay, days: number, seed: number): VisitorId[] {
  const random = draws(seed);
  const registeredAt = Date.parse(first);
  // Without one, nobody is known by the face.
  const consent = consentTo(store.office.consentText(), 'vi');
  return Array.from({ length: knownAtFirst + knownPerDay * days }, () => {
    const id = drawnId(random) as VisitorId;
    const name = drawnName(random);
    const birthYear = drawnBirthYear(random, Number(first.slice(0, 4)));
    store.visitors.add({ ...nobodyYet, id, name, birthYear, registeredAt });
    store.consents.add(id, consent, 'local', registeredAt);
    return id;
  });
}

/** When the first visitors of a day may come. */
const opensAt = (profile: Profile, day: BusinessDay): Millis =>
  stretchesOn(profile, day)[0]?.from ?? momentOf(day, 0, profile.timeZone);

/**
 * Writes an invented past into an office that has none.
 * @param officers who sits at the counters, in the order of their numbers.
 * @param last the last day of the past; days off stay empty, so one day alone may become the last open one before it.
 * @param seed the same gives the same days.
 * @returns how many numbers were given, on how many days, and the last of these.
 */
export function fillPast(
  store: Store,
  officers: readonly OfficerId[],
  { past, last, seed }: { readonly past: PastKind; readonly last: BusinessDay; readonly seed: number },
): Past {
  const profile = profileOf(store, officers);
  const { missPolicy, oneOfEvery } = store.office.office();
  const isOpen = (day: BusinessDay): boolean => stretchesOn(profile, day).length > 0;
  let end = last;
  for (let i = 0; past.kind === 'day' && !isOpen(end) && i < 30; i++) end = daysAfter(end, -1);
  const length = lengths[past.kind];
  const days = Array.from({ length }, (_, index) => daysAfter(end, index + 1 - length)).filter(isOpen);
  const whole = days.reduce((sum, day) => sum + expectedTickets(profile, day), 0);
  const load =
    past.kind === 'day'
      ? loads[past.busyness]
      : past.kind === 'week'
        ? loads.normal
        : Math.min(loads.busy, ticketsOfYear / whole);
  const [first = end] = days;
  const office: Omit<PastOffice, 'random' | 'dossiers' | 'audit'> = {
    store,
    profile,
    prefixes: new Map(store.office.fields().map(({ id, prefix }) => [id, prefix])),
    policy: { miss: missPolicy, oneOfEvery },
    visitors: store.transaction(() => addVisitors(store, first, days.length, seed)),
  };
  const audit = new PastAudit(store.audit);
  const dossiers = new PastDossiers(store, profile, {
    random: draws(seed * 10_009),
    audit,
    from: momentOf(first, 0, profile.timeZone),
  });
  let tickets = 0;
  days.forEach((day, index) => {
    const random = draws(seed * 10_007 + index + 1);
    const agenda = steppedAgenda(momentOf(day, 0, profile.timeZone));
    const pastDay = new PastDay({ ...office, random, dossiers, audit }, day, agenda.now);
    const arrivals = planDay(profile, day, load, random);
    tickets += arrivals.length;
    store.transaction(() => {
      playDay(
        profile,
        { stretches: stretchesOn(profile, day), arrivals },
        { agenda, acts: pastDay.acts, random },
      );
      agenda.at(opensAt(profile, day), () => pastDay.open());
      agenda.runUntil(momentOf(day, endOfDay, profile.timeZone));
      pastDay.close();
    });
  });
  return { tickets, days: days.length, last: end };
}
