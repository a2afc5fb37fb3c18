import type { Millis } from '../ids.ts';
import type { Draws } from '../random.ts';
import type { Arrivals } from './arrivals.ts';
import { makeArrivals } from './arrivals.ts';
import type { Board } from './board.ts';
import { line as lines } from './board.ts';
import type { Next, Pace } from './desks.ts';
import { afterwards, drawStart, makePace } from './desks.ts';
import type { Line } from './line.ts';
import { makeLine } from './line.ts';
import { Newcomers } from './newcomers.ts';
import { Roster } from './roster.ts';
import type { OfficeNow } from './state.ts';
import { absenceKindOf } from './state.ts';
import { Turns } from './turns.ts';

/** That a desk has not called for longer than this says no more: its officer has just sat down, or a clock was set. */
const longestIdle: Millis = 4 * 60_000;

/** A day that can be played on from now again and again, each time differently. All memory is taken at the start. */
export class Play {
  /** When each of the present people was called next in the last run, ms from now on; `Infinity` if never. */
  readonly calledAt: Float64Array;
  /**
   * By field: when the last of the present people was through in the last run, ms from now on; 0 if there was nobody,
   * `Infinity` if somebody was never called. Who missed a call counts as through unless called again by then.
   */
  readonly endAt: Float64Array;
  readonly newcomers: Newcomers;
  readonly #office: OfficeNow;
  readonly #board: Board;
  readonly #random: Draws;
  readonly #line: Line;
  readonly #pace: Pace;
  readonly #arrivals: Arrivals;
  readonly #streams: readonly { readonly field: number; readonly which: 0 | 1 }[];
  readonly #freeAt: Float64Array;
  readonly #turns: Turns;
  readonly #roster: Roster;
  readonly #next: Next = { freeAt: 0, missed: false, doneAt: 0 };
  readonly #toCall: number;
  #left = 0;
  /** For whom the last reaction was drawn, and how long it takes. */
  #reactionTo = -2;
  #reaction: Millis = 0;

  constructor(office: OfficeNow, board: Board, random: Draws) {
    const { desks, lanes, lane, rank } = board;
    this.#office = office;
    this.#board = board;
    this.#random = random;
    this.#line = makeLine(board);
    this.#pace = makePace(board, office.services, random);
    this.#arrivals = makeArrivals(office.arrivals, random);
    this.#streams = office.arrivals.map(({ fieldId, priority }) => ({
      field: board.fields.indexOf(fieldId),
      which: priority ? lines.priority : lines.normal,
    }));
    this.newcomers = new Newcomers(board);
    this.calledAt = new Float64Array(board.present);
    this.endAt = new Float64Array(board.fields.length);
    this.#freeAt = new Float64Array(desks.length);
    this.#turns = new Turns(board, this.#line, this.newcomers, office.oneOfEvery);
    this.#roster = new Roster(office, random);
    this.#toCall = board.people.filter(
      (ticket, i) =>
        ticket?.state.kind === 'waiting' &&
        desks.some((_, desk) => rank[desk * lanes + (lane[i] ?? 0)] !== 0),
    ).length;
  }

  /** Plays the day until everybody who is asked about was called, or nobody calls any more. */
  run(): void {
    this.#begin();
    this.#playOn();
    const { present, away, fieldOf } = this.#board;
    for (let person = 0; person < present; person++)
      if (away[person] === 0 && this.calledAt[person] === Infinity)
        this.#through(fieldOf[person] ?? 0, Infinity);
  }

  #playOn(): void {
    const { desks, present } = this.#board;
    while (this.#left > 0 || this.newcomers.left() > 0) {
      let desk = 0;
      for (let i = 1; i < desks.length; i++) if ((this.#freeAt[i] ?? 0) < (this.#freeAt[desk] ?? 0)) desk = i;
      const time = this.#freeAt[desk] ?? Infinity;
      if (time === Infinity) return;
      this.#let(time);
      const back = this.#roster.awayUntil(desk, time);
      if (back > time) {
        this.#freeAt[desk] = back;
        continue;
      }
      const person = this.#turns.call(desk, time);
      if (person < 0) this.#freeAt[desk] = this.#idleUntil(time);
      else {
        if (person < present && this.calledAt[person] === Infinity && this.#board.away[person] === 0) {
          this.calledAt[person] = time;
          this.#left--;
        }
        this.#serve(desk, person, time);
      }
    }
  }

  #begin(): void {
    const { desks, people } = this.#board;
    this.#line.reset();
    this.#turns.reset();
    this.newcomers.reset();
    this.#pace.draw();
    this.#arrivals.reset();
    this.calledAt.fill(Infinity);
    this.endAt.fill(0);
    this.#left = this.#toCall;
    this.#roster.reset();
    this.#reactionTo = -2;
    for (let desk = 0; desk < desks.length; desk++) {
      const its = desks[desk];
      if (its?.doing.kind === 'free') this.#freeAt[desk] = this.#readyAt(desk, its.doing.since);
      else {
        drawStart(this.#board, this.#office, desk, {
          pace: this.#pace,
          random: this.#random,
          next: this.#next,
        });
        this.#freeAt[desk] = this.#next.freeAt;
        this.#throughFirst(desk);
        if (this.#next.missed && its?.doing.kind === 'called')
          this.#miss(people.indexOf(its.doing.ticket), this.#next.freeAt);
      }
    }
  }

  #through(field: number, time: Millis): void {
    if (time > (this.endAt[field] ?? Infinity)) this.endAt[field] = time;
  }

  /** When whoever a desk has now is through, by what was drawn of it. */
  #throughFirst(desk: number): void {
    const { desks, fields } = this.#board;
    const doing = desks[desk]?.doing;
    if (doing?.kind === 'serving') this.#through(fields.indexOf(doing.fieldId), this.#next.doneAt);
    if (doing?.kind === 'called') this.#through(fields.indexOf(doing.ticket.fieldId), this.#next.doneAt);
  }

  /** When a desk that is free calls: soon after its last service, or after the first for whom it is free came. */
  #readyAt(desk: number, since: Millis | null): Millis {
    const { habits, now } = this.#office;
    const person = this.#turns.next(desk, 0);
    const came = person < 0 ? 0 : Math.min(longestIdle, -(this.#line.since[person] ?? 0));
    const free = since === null ? Infinity : Math.min(longestIdle, Math.max(0, now - since));
    if (person >= 0 && free <= came) return this.#random.rest(habits.gap, free);
    // One of the idle officers sees to whoever came; not each tries to be the first.
    if (person !== this.#reactionTo) this.#reaction = this.#random.rest(habits.reaction, came);
    this.#reactionTo = person;
    return this.#reaction;
  }

  /** Lets those come who come until `time`. */
  #let(time: Millis): void {
    while (this.#arrivals.time() <= time) {
      const stream = this.#streams[this.#arrivals.stream()];
      if (stream !== undefined) this.#line.join(stream.which, stream.field, this.#arrivals.time());
      this.#arrivals.advance();
    }
  }

  /** An idle desk waits for whoever comes next or may be called again. */
  #idleUntil(time: Millis): Millis {
    const next = Math.min(this.#arrivals.time(), this.#line.nextReady(time));
    return next === Infinity ? Infinity : next + this.#random.whole(this.#office.habits.reaction);
  }

  #serve(desk: number, person: number, time: Millis): void {
    const { habits } = this.#office;
    const { fieldOf, fields, present } = this.#board;
    const field = fieldOf[person] ?? 0;
    const fieldId = fields[field];
    this.#line.call(person);
    this.#turns.count(desk, person);
    const kind = absenceKindOf(time - (this.#line.since[person] ?? 0), this.#line.misses[person] ?? 0);
    if (fieldId !== undefined && this.#random.uniform() < habits.absence(fieldId, kind)) {
      this.#freeAt[desk] = time + this.#random.whole(habits.giveUp);
      this.#miss(person, this.#freeAt[desk] ?? time);
      if (person < present) this.#through(field, this.#freeAt[desk] ?? time);
      return;
    }
    const service = this.#pace.service(desk, field);
    const doneAt = time + this.#random.whole(habits.walk) + service;
    this.#freeAt[desk] = doneAt + afterwards(habits, this.#random);
    if (person < present) this.#through(field, doneAt);
  }

  #miss(person: number, time: Millis): void {
    const { missPolicy } = this.#office;
    const misses = (this.#line.misses[person] ?? 0) + 1;
    this.#line.misses[person] = misses;
    if (misses < missPolicy.maxCalls) this.#line.comeBack(person, time + missPolicy.coolDownMs);
  }
}
