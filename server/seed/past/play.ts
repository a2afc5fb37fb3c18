import type { FieldId, Millis, TicketId } from '../../../shared/domain/ids.ts';
import type { Draws } from '../../../shared/domain/random.ts';
import type { Desk, Ticket } from '../../../shared/domain/ticket.ts';
import type { Acts } from './acts.ts';
import type { Agenda } from './agenda.ts';
import { courseOf, opinionOf, otherField, outcomeOf, sightsOf, times } from './behaviour.ts';
import { happens } from './chance.ts';
import type { Arrival, Stretch } from './plan.ts';
import type { DeskProfile, FieldProfile, Profile } from './profile.ts';

const minute: Millis = 60_000;
/** How long after closing officers go on with those who still wait. */
const overtime: Millis = 50 * minute;

type Visitor = {
  readonly arrival: Arrival;
  gone: boolean;
  hasWaited: Millis;
  answeredCalls: number;
};
/** Somebody who was sent for a copy or a form, at a desk. */
type Parked = { readonly ticket: Ticket; readonly leftMs: Millis; readonly backAt: Millis };
type DeskState = DeskProfile & {
  readonly desk: Desk;
  doing: 'away' | 'free' | 'busy';
  readonly parked: Parked[];
};

const become = (desk: DeskState, doing: DeskState['doing']): void => void Object.assign(desk, { doing });

/** Plays one day of an office: visitors come, officers call, and whatever happens is done through `acts`. */
class Day {
  readonly #profile: Profile;
  readonly #stretches: readonly Stretch[];
  readonly #agenda: Agenda;
  readonly #acts: Acts;
  readonly #random: Draws;
  readonly #visitors = new Map<TicketId, Visitor>();
  readonly #fields: ReadonlyMap<FieldId, FieldProfile>;
  readonly #desks: readonly DeskState[];

  constructor(
    profile: Profile,
    stretches: readonly Stretch[],
    world: { readonly agenda: Agenda; readonly acts: Acts; readonly random: Draws },
  ) {
    this.#profile = profile;
    this.#stretches = stretches;
    this.#agenda = world.agenda;
    this.#acts = world.acts;
    this.#random = world.random;
    this.#fields = new Map(profile.fields.map((field) => [field.id, field]));
    this.#desks = profile.desks.map((desk) => ({
      ...desk,
      desk: { counterId: desk.counterId, officerId: desk.officerId },
      doing: 'away',
      parked: [],
    }));
  }

  begin(arrivals: readonly Arrival[]): void {
    for (const arrival of arrivals) this.#agenda.at(this.#atKiosk(arrival), () => this.#arrive(arrival));
    for (const desk of this.#desks) {
      for (const { from } of this.#stretches)
        this.#agenda.at(from + this.#random.whole(times.late) - 3 * minute, () => {
          // Whoever still serves somebody of the morning goes on with that.
          if (desk.doing !== 'busy') this.#ready(desk);
        });
    }
  }

  /** Some look into the camera before they choose. */
  #atKiosk(arrival: Arrival): Millis {
    const sights = sightsOf(this.#random, arrival);
    sights.forEach((outcome, index) =>
      this.#agenda.at(arrival.at + index * 4_000, () => this.#acts.sawFace(outcome)),
    );
    return arrival.at + sights.length * 4_000;
  }

  #after(law: (typeof times)[keyof typeof times], what: () => void): void {
    this.#agenda.at(this.#agenda.now() + this.#random.whole(law), what);
  }

  #arrive(arrival: Arrival): void {
    const ticket = this.#acts.take(arrival);
    if (ticket === null) return;
    const visitor: Visitor = { arrival, gone: false, hasWaited: 0, answeredCalls: 0 };
    this.#visitors.set(ticket.id, visitor);
    this.#agenda.at(this.#agenda.now() + arrival.patienceMs, () => this.#loseWait(ticket, visitor));
    this.#agenda.at(Math.max(this.#agenda.now(), ticket.appointmentAt ?? 0), () => this.#poke());
  }

  #loseWait(ticket: Ticket, visitor: Visitor): void {
    if (visitor.answeredCalls > 0) return;
    Object.assign(visitor, { gone: true });
    if (visitor.arrival.saysGoodbye) this.#acts.leave(ticket);
  }

  /** Idle officers notice who has come. */
  #poke(): void {
    for (const desk of this.#desks)
      if (desk.doing === 'free') {
        become(desk, 'busy');
        this.#after(times.notice, () => this.#ready(desk));
      }
  }

  /** Whether desks call anybody now: in opening hours, and for a while afterwards. */
  #isWorking(): boolean {
    const now = this.#agenda.now();
    return this.#stretches.some(({ from, to }) => now >= from - 5 * minute && now < to + overtime);
  }

  /** The officer looks up: takes somebody back who was sent away, calls, or waits for people. */
  #ready(desk: DeskState): void {
    if (!this.#isWorking()) return become(desk, 'away');
    become(desk, 'busy');
    const back = desk.parked.findIndex(({ backAt }) => backAt <= this.#agenda.now());
    const [parked] = back < 0 ? [] : desk.parked.splice(back, 1);
    if (parked !== undefined) return this.#resume(desk, parked);
    const called = this.#acts.callNext(desk.desk);
    return called === null ? become(desk, 'free') : this.#call(desk, called);
  }

  #resume(desk: DeskState, { ticket, leftMs }: Parked): void {
    const serving = this.#acts.move(desk.desk, ticket, { kind: 'resume' });
    if (serving === null) return this.#ready(desk);
    return this.#serve(desk, serving, leftMs);
  }

  #call(desk: DeskState, ticket: Ticket): void {
    const visitor = this.#visitors.get(ticket.id);
    const isHere = visitor === undefined || (!visitor.gone && ticket.misses >= visitor.arrival.absences);
    if (isHere) {
      this.#after(times.walk, () => this.#start(desk, ticket));
      return;
    }
    this.#after(times.recall, () => {
      const recalled = this.#acts.move(desk.desk, ticket, { kind: 'recall' });
      if (recalled === null) return this.#ready(desk);
      return this.#after(times.recall, () => {
        const missed = this.#acts.move(desk.desk, recalled, { kind: 'miss' });
        // When the time for the next try has come somebody has to look.
        const until = missed?.state.kind === 'waiting' ? missed.state.notBefore : null;
        if (until !== null) this.#agenda.at(until, () => this.#poke());
        this.#ready(desk);
      });
    });
  }

  #start(desk: DeskState, ticket: Ticket): void {
    const serving = this.#acts.move(desk.desk, ticket, { kind: 'start' });
    if (serving === null) return this.#ready(desk);
    const visitor = this.#visitors.get(ticket.id);
    if (visitor?.answeredCalls === 0)
      Object.assign(visitor, { hasWaited: ticket.since - ticket.issuedAt, answeredCalls: 1 });
    const field = this.#fields.get(ticket.fieldId);
    const takes = field === undefined ? 10 * minute : this.#random.whole(field.service, desk.slowness);
    const course = courseOf(this.#random);
    if (course === 'whole') return this.#serve(desk, serving, takes);
    const until = this.#agenda.now() + takes / 2;
    if (course === 'parked') return this.#agenda.at(until, () => this.#park(desk, serving, takes / 2));
    return this.#agenda.at(until, () => this.#transfer(desk, serving));
  }

  #park(desk: DeskState, ticket: Ticket, leftMs: Millis): void {
    const parked = this.#acts.move(desk.desk, ticket, { kind: 'park' });
    // A few never come back.
    if (parked !== null && !happens(this.#random, 0.05)) {
      const backAt = this.#agenda.now() + this.#random.whole(times.away);
      desk.parked.push({ ticket: parked, leftMs, backAt });
      this.#agenda.at(backAt, () => this.#poke());
    }
    this.#after(times.gap, () => this.#ready(desk));
  }

  #transfer(desk: DeskState, ticket: Ticket): void {
    const fieldId = otherField(this.#random, this.#profile.fields, ticket.fieldId);
    this.#acts.move(desk.desk, ticket, { kind: 'transfer', fieldId });
    this.#poke();
    this.#after(times.gap, () => this.#ready(desk));
  }

  #serve(desk: DeskState, ticket: Ticket, takes: Millis): void {
    this.#agenda.at(this.#agenda.now() + takes, () => {
      const outcome = outcomeOf(this.#random, this.#fields.get(ticket.fieldId));
      const after = this.#acts.move(desk.desk, ticket, { kind: 'finish', outcome });
      if (after?.state.kind === 'done') this.#rate(desk, after);
      else this.#poke();
      this.#after(times.gap, () => this.#ready(desk));
    });
  }

  #rate({ desk }: DeskState, ticket: Ticket): void {
    const waited = this.#visitors.get(ticket.id)?.hasWaited ?? 0;
    const opinion = opinionOf(this.#random, waited, this.#profile.reasonCodes);
    if (opinion === null) return;
    // At the counter while it is still asked there; on the phone on the way home.
    const law = opinion.screen === 'counter' ? times.answer : times.away;
    this.#after(law, () => this.#acts.rate(desk, ticket, opinion));
  }
}

/**
 * Enters a day of an office into an agenda: running that plays the day.
 * @param stretches when numbers are given on the day.
 * @param arrivals who comes, by time.
 */
export function playDay(
  profile: Profile,
  { stretches, arrivals }: { readonly stretches: readonly Stretch[]; readonly arrivals: readonly Arrival[] },
  world: { readonly agenda: Agenda; readonly acts: Acts; readonly random: Draws },
): void {
  new Day(profile, stretches, world).begin(arrivals);
}
