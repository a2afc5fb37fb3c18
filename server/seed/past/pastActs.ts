import type { RequestName } from '../../../shared/contract/requests.ts';
import { advance } from '../../../shared/domain/advance.ts';
import type { Command, MissPolicy } from '../../../shared/domain/command.ts';
import type {
  BusinessDay,
  CounterId,
  FieldId,
  Millis,
  TicketId,
  VisitorId,
} from '../../../shared/domain/ids.ts';
import { nextInTurn } from '../../../shared/domain/queue.ts';
import type { Draws } from '../../../shared/domain/random.ts';
import type { Desk, Ticket } from '../../../shared/domain/ticket.ts';
import { formatNumber, issue } from '../../../shared/domain/ticket.ts';
import type { Outcome } from '../../usecases/queueStore.ts';
import type { Actor } from '../../usecases/records.ts';
import type { Store } from '../../usecases/store.ts';
import type { Acts, Move } from './acts.ts';
import { drawnId, pick } from './chance.ts';
import { commandOf, detailOf } from './moves.ts';
import type { PastAudit } from './pastAudit.ts';
import type { PastDossiers } from './pastDossiers.ts';
import { drawnName } from './people.ts';
import type { Arrival } from './plan.ts';
import type { Profile } from './profile.ts';

/** What days of the past are written with. */
export type PastOffice = {
  readonly store: Store;
  readonly profile: Profile;
  readonly prefixes: ReadonlyMap<FieldId, string>;
  readonly policy: { readonly miss: MissPolicy; readonly oneOfEvery: number };
  /** Who the kiosk knows. */
  readonly visitors: readonly VisitorId[];
  readonly random: Draws;
  readonly dossiers: PastDossiers;
  readonly audit: PastAudit;
};

const local: Actor = 'local';
const actorAt = ({ officerId }: Desk): Actor => `officer:${officerId}`;

/**
 * One day of the past: every ticket is moved by the domain's `advance` and written at once, so that the day is as it
 * would be if people had done it.
 */
export class PastDay {
  readonly #office: PastOffice;
  readonly #day: BusinessDay;
  readonly #now: () => Millis;
  readonly #open = new Map<TicketId, Ticket>();
  readonly #sequences = new Map<FieldId, number>();
  readonly #normalCalls = new Map<CounterId, number>();
  readonly #hereToday = new Set<VisitorId>();
  readonly #codes = new Set<string>();
  #lastIssue: Millis = 0;

  constructor(office: PastOffice, day: BusinessDay, now: () => Millis) {
    this.#office = office;
    this.#day = day;
    this.#now = now;
  }

  readonly acts: Acts = {
    take: (arrival) => this.#take(arrival),
    callNext: (desk) => this.#callNext(desk),
    move: (desk, { id }, move) => this.#moveAtDesk(desk, id, move),
    leave: ({ id }) => {
      const ticket = this.#open.get(id);
      if (ticket?.state.kind === 'waiting')
        this.#advance(ticket, { kind: 'cancel', by: 'visitor', desk: null }, `visitor:${id}`);
    },
    rate: (desk, { id }, opinion) =>
      this.#office.store.ratings.add({ ...opinion, ticketId: id, desk, remark: null }, this.#now()),
    sawFace: (outcome) => this.#office.store.visitors.countRecognition(outcome, local, this.#now()),
  };

  /** The day is over: whoever is still there is sent home, as the server does at midnight. */
  close(): void {
    for (const ticket of this.#open.values()) this.#advance(ticket, { kind: 'expire' }, 'system');
    this.#office.dossiers.goOn(this.#now());
    this.#office.audit.write();
  }

  /** Officers sit down at their desks. */
  open(): void {
    for (const desk of this.#office.profile.desks)
      this.#note(desk, 'desk:take', { counterId: desk.counterId });
  }

  #note(desk: Desk, request: RequestName, detail: Readonly<Record<string, unknown>>): void {
    this.#office.audit.note(actorAt(desk), request, detail, this.#now());
  }

  #visitorOf(arrival: Arrival): VisitorId | null {
    const { visitors, random } = this.#office;
    if (!arrival.isRegistered || visitors.length === 0) return null;
    const id = pick(random, visitors);
    if (this.#hereToday.has(id)) return null;
    this.#hereToday.add(id);
    return id;
  }

  #take(arrival: Arrival): Ticket {
    const { store, prefixes, random } = this.#office;
    const { fieldId, channel, priority, legs, appointmentAt } = arrival;
    const sequence = (this.#sequences.get(fieldId) ?? 0) + 1;
    this.#sequences.set(fieldId, sequence);
    this.#lastIssue = Math.max(this.#now(), this.#lastIssue + 1);
    const ticket = issue({
      id: drawnId(random) as TicketId,
      number: formatNumber(prefixes.get(fieldId) ?? '', sequence),
      businessDay: this.#day,
      issuedAt: this.#lastIssue,
      visitorId: this.#visitorOf(arrival),
      priority,
      priorityConfirmed: channel === 'staff' && priority !== null,
      legs,
      appointmentAt,
      fieldId,
    });
    const [desk] = this.#office.profile.desks;
    const staff = channel === 'staff' ? desk : undefined;
    store.tickets.add(ticket, sequence, channel, staff === undefined ? local : actorAt(staff));
    if (staff !== undefined) this.#note(staff, 'ticket:add', { fieldId, legs, priority });
    this.#open.set(ticket.id, ticket);
    if (appointmentAt !== null) this.#checkIn(ticket, appointmentAt);
    return ticket;
  }

  /** The appointment that a ticket comes of, made before. */
  #checkIn({ id, fieldId, visitorId }: Ticket, at: Millis): void {
    const { store, random } = this.#office;
    let code = '';
    do code = String(Math.floor(random.uniform() * 1_000_000)).padStart(6, '0');
    while (this.#codes.has(code));
    this.#codes.add(code);
    const name = drawnName(random);
    store.appointments.add({ code, day: this.#day, at, fieldId, name, visitorId }, 'system');
    const made = store.appointments.byCode(this.#day, code);
    if (made !== null) store.appointments.checkIn(made.id, id);
  }

  #callNext(desk: Desk): Ticket | null {
    const { profile, policy } = this.#office;
    const at = profile.desks.find(({ counterId }) => counterId === desk.counterId);
    if (at === undefined) return null;
    const normalCallsSincePriority = this.#normalCalls.get(desk.counterId) ?? Infinity;
    const fields = new Map(at.fieldIds.map((id) => [id, 1]));
    const calling = { desk, fields, normalCallsSincePriority };
    const next = nextInTurn([...this.#open.values()], calling, policy, this.#now());
    if (next === null) return null;
    this.#normalCalls.set(desk.counterId, next.priority === null ? normalCallsSincePriority + 1 : 0);
    this.#note(desk, 'ticket:callNext', {});
    return this.#advance(next, { kind: 'call', desk, byHand: false }, actorAt(desk));
  }

  #moveAtDesk(desk: Desk, id: TicketId, move: Move): Ticket | null {
    const before = this.#open.get(id);
    if (before === undefined) return null;
    const after = this.#advance(before, commandOf(desk, move, this.#office.policy.miss), actorAt(desk));
    if (move.kind === 'finish') this.#serve(desk, before, after.since, move.outcome);
    else this.#note(desk, `ticket:${move.kind}`, detailOf(id, move));
    return after;
  }

  /** What an officer recorded, and what it did to dossiers. */
  #serve(desk: Desk, ticket: Ticket, finishedAt: Millis, recorded: Outcome): void {
    const { store, dossiers } = this.#office;
    const { id, fieldId, legs } = ticket;
    const fetched = recorded.result === 'returned' ? dossiers.fetched(finishedAt) : null;
    const outcome = fetched === null ? recorded : { ...recorded, dossierCodes: [fetched.code] };
    const serviceId = store.services.add(id, { desk, fieldId, legs, finishedAt }, outcome);
    this.#note(desk, 'ticket:finish', { ticketId: id, outcome, callNext: false });
    fetched?.handOver(serviceId);
    dossiers.receive(outcome, serviceId, ticket, desk, finishedAt);
  }

  /** @throws if the domain refuses: the play asked for something that cannot be. */
  #advance(ticket: Ticket, command: Command, by: Actor): Ticket {
    const moved = advance(ticket, command, this.#now());
    if (!moved.ok) throw new Error(`${ticket.number} cannot ${command.kind}: ${moved.error.code}`);
    this.#office.store.tickets.save(ticket, moved.value, by, this.#now());
    const { kind } = moved.value.state;
    if (kind === 'done' || kind === 'cancelled' || kind === 'expired') this.#open.delete(ticket.id);
    else this.#open.set(ticket.id, moved.value);
    return moved.value;
  }
}
