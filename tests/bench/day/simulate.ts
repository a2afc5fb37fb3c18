import { advance } from '../../../shared/domain/advance.ts';
import type { Command, MissPolicy } from '../../../shared/domain/command.ts';
import type { Doing } from '../../../shared/domain/estimate/state.ts';
import type { BusinessDay, FieldId, Millis, TicketId } from '../../../shared/domain/ids.ts';
import { isInTurn, nextInTurn } from '../../../shared/domain/queue.ts';
import type { CallingDesk } from '../../../shared/domain/queue.ts';
import type { Draws, LogNormal } from '../../../shared/domain/random.ts';
import { draws, logNormal } from '../../../shared/domain/random.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { issue } from '../../../shared/domain/ticket.ts';
import type { DayLog } from './log.ts';
import { emptyLog } from './log.ts';
import type { TrueDesk, TrueOffice } from './office.ts';
import { hour, minute, oddities, opens } from './office.ts';
import type { DayPlan, Shift, Visitor } from './plan.ts';

/** How people really behave; estimators see only what came of it. */
const laws = {
  gap: logNormal({ meanMs: 40_000, spread: 0.9 }),
  reaction: logNormal({ meanMs: 12_000, spread: 0.7 }),
  walk: logNormal({ meanMs: 30_000, spread: 0.5 }),
  giveUp: logNormal({ meanMs: 75_000, spread: 0.4 }),
  smallBreak: logNormal({ meanMs: 10 * minute, spread: 0.4 }),
  late: logNormal({ meanMs: 3 * minute, spread: 1 }),
} satisfies Record<string, LogNormal>;
const breaksPerHour = 0.35;
const shortestLunch = 20 * minute;

export const missPolicy: MissPolicy = { maxCalls: 3, coolDownMs: 5 * minute };
export const oneOfEvery = 3;
const day = '2026-11-23' as BusinessDay;

export type DeskState = {
  readonly truth: TrueDesk;
  readonly shift: Shift;
  /** Null when it has closed for the day. */
  doing: Doing | null;
  ticket: Ticket | null;
  /** End of the last service, unless something else came after it. */
  ended: Millis | null;
  hadLunch: boolean;
  /** Though free: about to call, or tidying up. */
  isTaken: boolean;
  calling: CallingDesk;
};

/** The office at the moment a visitor has taken a number. */
export type Moment = {
  readonly now: Millis;
  /** The visitor's own ticket is among them. */
  readonly waiting: readonly Ticket[];
  readonly desks: readonly DeskState[];
  readonly ticket: Ticket;
  readonly log: DayLog;
  /** The last first-time call of each field: how long its visitor had waited. */
  readonly lastWaits: ReadonlyMap<FieldId, Millis>;
};

/** What is said of a visitor, and when the visitor was called in truth. */
export type Seen<Said> = { readonly ticket: Ticket; readonly said: Said; readonly waited: Millis };

const notBefore = ({ state }: Ticket): Millis => (state.kind === 'waiting' ? (state.notBefore ?? 0) : 0);

type Event = { readonly at: Millis; readonly what: () => void };

/** Plays one day in truth. */
class Day<Said> {
  readonly log = emptyLog();
  readonly seen: Seen<Said>[] = [];
  readonly #office: TrueOffice;
  readonly #plan: DayPlan;
  readonly #random: Draws;
  readonly #observe: (moment: Moment) => Said;
  readonly #events: Event[] = [];
  readonly #desks: DeskState[];
  readonly #visitors = new Map<TicketId, Visitor>();
  readonly #said = new Map<TicketId, Said>();
  readonly #claimed = new Set<TicketId>();
  readonly #lastWaits = new Map<FieldId, Millis>();
  #waiting: Ticket[] = [];
  #now: Millis = 0;

  constructor(office: TrueOffice, plan: DayPlan, observe: (moment: Moment) => Said) {
    this.#office = office;
    this.#plan = plan;
    this.#random = draws(plan.seed + 1_000_003);
    this.#observe = observe;
    this.#desks = office.desks.flatMap((truth, index): DeskState[] => {
      const shift = plan.shifts[index];
      if (shift === undefined) return [];
      return [
        {
          truth,
          shift,
          doing: { kind: 'away', since: 0, until: shift.planned.from },
          ticket: null,
          ended: null,
          hadLunch: false,
          isTaken: false,
          calling: {
            desk: { counterId: truth.counterId, officerId: truth.officerId },
            fields: new Map(truth.fieldIds.map((fieldId) => [fieldId, 1])),
            normalCallsSincePriority: Infinity,
          },
        },
      ];
    });
  }

  run(): void {
    for (const visitor of this.#plan.visitors) this.#at(visitor.arrivesAt, () => this.#arrive(visitor));
    for (const desk of this.#desks) {
      this.#at(desk.shift.comesAt, () => this.#ready(desk, true));
      // Whoever has nobody to serve goes at the time.
      for (const time of [desk.shift.lunch.from, desk.shift.leavesAt])
        if (time !== null)
          this.#at(time, () => {
            if (desk.doing?.kind === 'free' && !desk.isTaken) this.#ready(desk, false);
          });
    }
    for (let next = this.#events.pop(); next !== undefined; next = this.#events.pop()) {
      this.#now = next.at;
      next.what();
    }
    if (this.#waiting.length > 0) throw new Error(`${this.#waiting.length} were never called`);
  }

  #at(at: Millis, what: () => void): void {
    // Kept in order, the next one last.
    let place = this.#events.length;
    while (place > 0 && (this.#events[place - 1]?.at ?? 0) <= at) place--;
    this.#events.splice(place, 0, { at, what });
  }

  #arrive(visitor: Visitor): void {
    const count = this.#visitors.size + 1;
    const ticket = issue({
      id: String(count) as TicketId,
      number: `A${String(count).padStart(4, '0')}`,
      businessDay: day,
      issuedAt: this.#now,
      visitorId: null,
      priority: visitor.priority ? 'ELDERLY80' : null,
      priorityConfirmed: false,
      legs: [],
      appointmentAt: visitor.appointmentAt,
      fieldId: visitor.fieldId,
    });
    this.#visitors.set(ticket.id, visitor);
    this.#waiting.push(ticket);
    this.log.issued.push(ticket);
    if (ticket.appointmentAt === null)
      this.#said.set(
        ticket.id,
        this.#observe({
          now: this.#now,
          waiting: [...this.#waiting],
          desks: this.#desks,
          ticket,
          log: this.log,
          lastWaits: this.#lastWaits,
        }),
      );
    else this.#at(ticket.appointmentAt, () => this.#poke());
    this.#poke();
  }

  /** Idle officers notice who has come. */
  #poke(): void {
    for (const ticket of this.#waiting) {
      if (this.#claimed.has(ticket.id)) continue;
      const idle = this.#desks.filter(
        (desk) => desk.doing?.kind === 'free' && !desk.isTaken && isInTurn(ticket, desk.calling, this.#now),
      );
      const desk = idle[Math.floor(this.#random.uniform() * idle.length)];
      if (desk === undefined) continue;
      desk.isTaken = true;
      this.#claimed.add(ticket.id);
      this.#at(this.#now + this.#random.whole(laws.reaction), () => {
        desk.isTaken = false;
        this.#claimed.delete(ticket.id);
        if (desk.doing?.kind === 'free') this.#ready(desk, false);
        else this.#poke();
      });
    }
  }

  /** The officer looks up: goes, has lunch, calls, or waits for people. */
  #ready(desk: DeskState, isBack: boolean): void {
    const { leavesAt, lunch, planned } = desk.shift;
    const calling = nextInTurn(this.#waiting, desk.calling, { oneOfEvery }, this.#now);
    if (leavesAt !== null && this.#now >= leavesAt) {
      desk.doing = null;
      this.#poke();
    } else if (!desk.hadLunch && this.#now >= lunch.from) {
      desk.hadLunch = true;
      desk.doing = { kind: 'away', since: this.#now, until: Math.max(planned.lunch.until, this.#now) };
      const back = Math.max(lunch.until, this.#now + shortestLunch) + this.#random.whole(laws.late);
      this.#at(back, () => this.#ready(desk, true));
      this.#poke();
    } else if (calling !== null) this.#call(desk, calling);
    else desk.doing = { kind: 'free', since: isBack ? this.#now : desk.ended };
  }

  #move(ticket: Ticket, command: Command): Ticket {
    const moved = advance(ticket, command, this.#now);
    if (!moved.ok) throw new Error(moved.error.code);
    return moved.value;
  }

  #call(desk: DeskState, ticket: Ticket): void {
    const visitor = this.#visitors.get(ticket.id);
    if (visitor === undefined) throw new Error('a ticket of nobody');
    this.#waiting = this.#waiting.filter(({ id }) => id !== ticket.id);
    const record: DayLog['calls'][number] = {
      daysAgo: 0,
      fieldId: ticket.fieldId,
      ...desk.calling.desk,
      issuedAt: ticket.issuedAt,
      readyAt: Math.max(ticket.since, ticket.appointmentAt ?? 0, notBefore(ticket)),
      calledAt: this.#now,
      earlierCalls: ticket.misses,
      endedAt: null,
      answer: null,
      servedUntil: null,
    };
    this.log.calls.push(record);
    this.#noteWait(ticket);
    const called = this.#move(ticket, { kind: 'call', desk: desk.calling.desk, byHand: false });
    desk.doing = { kind: 'called', ticket: called };
    const normal = ticket.priority === null ? desk.calling.normalCallsSincePriority + 1 : 0;
    desk.calling = { ...desk.calling, normalCallsSincePriority: normal };
    desk.ended = null;
    const isHere = ticket.misses >= visitor.absences && this.#now - ticket.issuedAt <= visitor.patienceMs;
    const takes = this.#random.whole(isHere ? laws.walk : laws.giveUp);
    this.#at(this.#now + takes, () => {
      record.endedAt = this.#now;
      record.answer = isHere ? 'came' : 'missed';
      if (isHere) this.#start(desk, called, record);
      else this.#miss(desk, called);
    });
  }

  #noteWait(ticket: Ticket): void {
    if (ticket.misses > 0) return;
    const waited = this.#now - ticket.issuedAt;
    this.#lastWaits.set(ticket.fieldId, waited);
    const said = this.#said.get(ticket.id);
    if (said !== undefined) this.seen.push({ ticket, said, waited });
  }

  #miss(desk: DeskState, ticket: Ticket): void {
    const missed = this.#move(ticket, { kind: 'miss', desk: desk.calling.desk, policy: missPolicy });
    if (missed.state.kind === 'waiting') {
      this.#waiting.push(missed);
      this.#at(missed.state.notBefore ?? this.#now, () => this.#poke());
    }
    this.#ready(desk, false);
  }

  #start(desk: DeskState, ticket: Ticket, record: DayLog['calls'][number]): void {
    const { fieldId } = ticket;
    desk.doing = { kind: 'serving', fieldId, since: this.#now };
    const field = this.#office.fields.find(({ id }) => id === fieldId);
    if (field === undefined) throw new Error('an unknown field');
    const share = Math.min(1, Math.max(0, (this.#now - opens) / (9 * hour)));
    const ms = Math.exp(
      field.median +
        desk.truth.pace +
        (desk.truth.paceIn.get(fieldId) ?? 0) +
        (this.#plan.fieldPace.get(fieldId) ?? 0) +
        share * (this.#plan.drift.get(fieldId) ?? 0) +
        this.#oddity() +
        field.deviation * this.#random.normal(),
    );
    this.#at(this.#now + ms, () => {
      record.servedUntil = this.#now;
      desk.ended = this.#now;
      this.#rest(desk, ms);
    });
  }

  #oddity(): number {
    let left = this.#random.uniform();
    for (const { share, shift } of oddities.kinds) {
      left -= share;
      if (left < 0) return shift;
    }
    return 0;
  }

  /** After a service the officer tidies up, and now and then has a small break. */
  #rest(desk: DeskState, worked: Millis): void {
    const hasBreak = this.#random.uniform() < -Math.expm1((-breaksPerHour * worked) / hour);
    desk.doing = hasBreak
      ? { kind: 'away', since: this.#now, until: null }
      : { kind: 'free', since: this.#now };
    desk.isTaken = true;
    const takes = this.#random.whole(hasBreak ? laws.smallBreak : laws.gap);
    this.#at(this.#now + takes, () => {
      desk.isTaken = false;
      this.#ready(desk, hasBreak);
    });
  }
}

/**
 * Plays one day in truth.
 * @param observe is asked about each visitor without an appointment, when the number was just taken.
 * @returns what it said of each, beside the wait until the first call, and what the office's database would hold.
 */
export function simulateDay<Said>(
  office: TrueOffice,
  plan: DayPlan,
  observe: (moment: Moment) => Said,
): { readonly seen: readonly Seen<Said>[]; readonly log: DayLog } {
  const played = new Day(office, plan, observe);
  played.run();
  return { seen: played.seen, log: played.log };
}
