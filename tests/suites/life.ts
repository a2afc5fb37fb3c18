import { advance } from '../../shared/domain/advance.ts';
import type { Command, Service } from '../../shared/domain/command.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';

/** One command given to a ticket; `after` is null where it was refused. */
export type Step = {
  readonly before: Ticket;
  readonly command: Command;
  readonly now: Millis;
  readonly after: Ticket | null;
};

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

/** What the office would store of a finish. */
const serviceOf = ({ before, command, after }: Step): Service | null =>
  command.kind === 'finish' && after !== null
    ? { desk: command.desk, fieldId: before.fieldId, legs: before.legs, finishedAt: after.since }
    : null;

/**
 * Gives commands one after another, each with how far the clock moved before it (ms). A finish is taken back with what
 * was stored of the last one, as the office does.
 */
export function live(start: Ticket, commands: readonly (readonly [Command, number])[]): Step[] {
  const steps: Step[] = [];
  let ticket = deepFrozen(start);
  let now = start.since;
  let service: Service | null = null;
  for (const [given, clockMoved] of commands) {
    now += clockMoved;
    const command: Command = given.kind === 'undoFinish' && service !== null ? { ...given, service } : given;
    // Frozen: a refused or accepted command that changed the ticket it was given would throw.
    const result = advance(ticket, deepFrozen(command), now);
    const step: Step = { before: ticket, command, now, after: result.ok ? result.value : null };
    steps.push(step);
    service = serviceOf(step) ?? service;
    if (result.ok) ticket = deepFrozen(result.value);
  }
  return steps;
}
