import { businessDayOf } from '../../../shared/domain/calendar.ts';
import { codeOf } from '../../../shared/domain/dossier.ts';
import { dueAt } from '../../../shared/domain/dueDate.ts';
import type { Millis } from '../../../shared/domain/ids.ts';
import { momentOf } from '../../../shared/domain/localTime.ts';
import type { Draws } from '../../../shared/domain/random.ts';
import type { Desk, Ticket } from '../../../shared/domain/ticket.ts';
import type { DossierId, NewStep } from '../../usecases/dossierStore.ts';
import type { Outcome } from '../../usecases/queueStore.ts';
import type { Actor, Procedure } from '../../usecases/records.ts';
import type { Store } from '../../usecases/store.ts';
import { steppedAgenda } from './agenda.ts';
import { drawnId, happens, pick, pickKind } from './chance.ts';
import type { PastAudit } from './pastAudit.ts';
import type { Profile } from './profile.ts';
import { workMoment } from './workTime.ts';

const minute: Millis = 60_000;
const day: Millis = 24 * 60 * minute;

/** What officers say to visitors; it names nobody. */
export const saidOf = {
  supplement: ['Thiếu bản chính để đối chiếu', 'Đơn chưa có chữ ký', 'Giấy tờ tùy thân đã hết hạn'],
  refused: ['Không thuộc thẩm quyền giải quyết', 'Không đủ điều kiện theo quy định'],
  extended: ['Chờ ý kiến của cơ quan phối hợp', 'Cần xác minh thêm'],
} as const;

/** One that is under way. */
type Open = {
  readonly id: DossierId;
  readonly code: string;
  readonly procedure: Procedure;
  readonly by: Actor;
  due: Millis | null;
};

/** What became of dossiers of the past: each step at its time, until the past ends. */
export class PastDossiers {
  readonly #store: Store;
  readonly #profile: Profile;
  readonly #random: Draws;
  readonly #audit: PastAudit;
  readonly #agenda: ReturnType<typeof steppedAgenda>;
  readonly #procedures: ReadonlyMap<string, Procedure>;
  readonly #hours: ReturnType<Store['office']['hours']>;
  readonly #pattern: string;
  /** Results that wait to be fetched, oldest first. */
  readonly #ready = new Map<string, Open>();

  constructor(
    store: Store,
    profile: Profile,
    world: { readonly random: Draws; readonly audit: PastAudit; readonly from: Millis },
  ) {
    this.#store = store;
    this.#profile = profile;
    this.#random = world.random;
    this.#audit = world.audit;
    this.#agenda = steppedAgenda(world.from);
    this.#procedures = new Map(store.office.procedures().map((one) => [one.key, one]));
    this.#hours = store.office.hours();
    this.#pattern = store.dossiers.setting().codePattern;
  }

  /** What the office does with dossiers up to a moment. */
  goOn(until: Millis): void {
    this.#agenda.runUntil(until);
  }

  /** The dossier whose result a visitor fetches now, or null if none is ready; `handOver` goes with the service. */
  fetched(now: Millis): { readonly code: string; readonly handOver: (serviceId: number) => void } | null {
    this.goOn(now);
    const [first] = this.#ready.values();
    if (first === undefined) return null;
    return { code: first.code, handOver: (serviceId) => this.#return(first, serviceId) };
  }

  /** What a service received, or found incomplete, or refused. What is done at once makes no dossier. */
  receive({ result, procedures }: Outcome, serviceId: number, ticket: Ticket, desk: Desk, now: Millis): void {
    if (result !== 'received' && result !== 'supplement' && result !== 'refused') return;
    this.goOn(now);
    for (const { key, count } of procedures) {
      const procedure = this.#procedures.get(key);
      if (procedure === undefined || procedure.limit?.kind === 'immediate') continue;
      for (let i = 0; i < count; i++) this.#begin(result, procedure, serviceId, ticket, desk);
    }
  }

  #begin(
    kind: 'received' | 'supplement' | 'refused',
    procedure: Procedure,
    serviceId: number,
    ticket: Ticket,
    desk: Desk,
  ): void {
    const { dossiers } = this.#store;
    const now = this.#agenda.now();
    const year = Number(businessDayOf(now, this.#profile.timeZone).slice(0, 4));
    const open: Open = {
      id: drawnId(this.#random) as DossierId,
      code: codeOf(this.#pattern, year, dossiers.nextNumber(year)),
      procedure,
      by: `officer:${desk.officerId}`,
      due: this.#dueFrom(now, procedure),
    };
    dossiers.add({
      id: open.id,
      code: open.code,
      procedureKey: procedure.key,
      visitorId: ticket.visitorId,
      ticketId: ticket.id,
      receivedAt: now,
      dueAt: open.due,
      state: kind,
    });
    const text = kind === 'received' ? null : pick(this.#random, saidOf[kind]);
    this.#step(open, { kind, state: kind, text, serviceId });
    if (kind === 'received') this.#work(open);
    // Some never bring what is missing.
    if (kind === 'supplement' && !happens(this.#random, 0.1))
      this.#at(now, now + 6 * day, () => this.#complete(open));
  }

  #dueFrom(now: Millis, { limit }: Procedure): Millis | null {
    return limit && dueAt(limit, now, this.#hours, this.#profile.timeZone);
  }

  /** Something that happens at some working time between two moments. @returns whether there is any. */
  #at(from: Millis, to: Millis, what: () => void): boolean {
    const at = workMoment(this.#profile, from, to, 0.05 + 0.95 * this.#random.uniform());
    if (at === null) return false;
    this.#agenda.at(at, what);
    return true;
  }

  /** A step by the officer who received it. Steps with a service are the service's to be audited. */
  #step(open: Open, step: Omit<NewStep, 'dueAt'>): void {
    const now = this.#agenda.now();
    this.#store.dossiers.addStep(open.id, { ...step, dueAt: open.due }, open.by, now);
    if (step.serviceId !== null) return;
    const dueAtSaid = step.kind === 'extended' ? open.due : null;
    this.#audit.note(open.by, 'dossier:step', { dossierId: open.id, kind: step.kind, dueAt: dueAtSaid }, now);
  }

  /** What was missing has come: the limit begins anew. */
  #complete(open: Open): void {
    open.due = this.#dueFrom(this.#agenda.now(), open.procedure);
    this.#step(open, { kind: 'received', state: 'received', text: null, serviceId: null });
    this.#work(open);
  }

  /** Plans when the result will be ready: mostly in time. */
  #work(open: Open): void {
    const now = this.#agenda.now() + 20 * minute;
    const ready = (): void => this.#finish(open);
    const { due } = open;
    if (due === null) return void this.#at(now, now + 10 * day, ready);
    const dayOfDue = momentOf(businessDayOf(due, this.#profile.timeZone), 0, this.#profile.timeZone);
    const pace = pickKind(this.#random, { early: 58, onTime: 36, late: 6 });
    if (pace === 'early' && this.#at(now, dayOfDue, ready)) return undefined;
    if (pace !== 'late' && this.#at(Math.max(now, dayOfDue), due, ready)) return undefined;
    // Whoever sees it coming says so, and has more time.
    if (happens(this.#random, 0.3) && this.#at(now, due, () => this.#extend(open))) return undefined;
    return void this.#at(due + minute, due + 4 * day, ready);
  }

  #extend(open: Open): void {
    const limit = { kind: 'workingDays', n: 5 } as const;
    const before = open.due ?? this.#agenda.now();
    open.due = dueAt(limit, before, this.#hours, this.#profile.timeZone) ?? before;
    this.#step(open, {
      kind: 'extended',
      state: 'received',
      text: pick(this.#random, saidOf.extended),
      serviceId: null,
    });
    this.#at(before, open.due, () => this.#finish(open));
  }

  #finish(open: Open): void {
    this.#step(open, { kind: 'ready', state: 'ready', text: null, serviceId: null });
    this.#ready.set(open.code, open);
    // One in eight is left until somebody comes for a result.
    if (happens(this.#random, 0.12)) return;
    const now = this.#agenda.now();
    this.#at(now, now + 5 * day, () => {
      if (this.#ready.has(open.code)) this.#return(open, null);
    });
  }

  #return(open: Open, serviceId: number | null): void {
    this.#ready.delete(open.code);
    this.#step(open, { kind: 'returned', state: 'returned', text: null, serviceId });
  }
}
