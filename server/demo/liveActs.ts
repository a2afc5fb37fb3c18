import { randomUUID } from 'node:crypto';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { TicketId } from '../../shared/domain/ids.ts';
import { dayMs } from '../../shared/domain/localTime.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import type { Acts, Move } from '../seed/past/acts.ts';
import type { Arrival } from '../seed/past/plan.ts';
import { saidOf } from '../seed/past/pastDossiers.ts';
import { perform } from '../usecases/perform.ts';
import type { Caller, Context } from '../usecases/ports.ts';
import type { Outcome } from '../usecases/queueStore.ts';

const kiosk: Caller = { kind: 'device', screen: 'kiosk', deviceId: null, counterId: null };
const officerAt = ({ officerId }: Desk): Caller => ({
  kind: 'officer',
  screen: 'officer',
  officerId,
  role: 'officer',
  sessionHash: Buffer.alloc(0),
});

/** What an officer says of dossiers at the end of a service: received anew, or the result that was fetched. */
function recorded(
  { store, now }: Context,
  outcome: Outcome,
): Pick<ParsedInput<'ticket:finish'>, 'outcome' | 'dossiers' | 'said'> {
  const none = { dossiers: [], said: null };
  if (outcome.result === 'returned') {
    const [ready] = store.dossiers.list('ready', { now: now(), soon: now() }, 1);
    return { ...none, outcome: { ...outcome, dossierCodes: ready === undefined ? [] : [ready.code] } };
  }
  if (outcome.result === 'completed') return { ...none, outcome };
  const limits = new Map(store.office.procedures().map(({ key, limit }) => [key, limit]));
  // What is done at once makes no dossier.
  const lasting = outcome.procedures.filter(({ key }) => limits.get(key)?.kind !== 'immediate');
  return {
    outcome,
    dossiers: lasting.map(({ key }) => ({ code: null, procedureKey: key })),
    said: outcome.result === 'received' ? null : saidOf[outcome.result][0],
  };
}

/** Who acts here asks the server as the screens do, so that everybody sees it; what it refuses does not happen. */
export function liveActs(
  context: Context,
  publish: () => void,
): Acts & { readonly sitDown: (desk: Desk) => void } {
  const { store } = context;
  const ask = <N extends RequestName>(
    caller: Caller,
    name: N,
    input: Omit<ParsedInput<N>, 'requestId'>,
  ): RequestOutput<N> | null => {
    const done = perform(context, name, { ...input, requestId: randomUUID() } as ParsedInput<N>, caller);
    if (!done.ok) return null;
    publish();
    return done.value;
  };
  const found = (answer: { readonly ticketId: TicketId } | null): Ticket | null =>
    answer === null ? null : store.tickets.find(answer.ticketId);

  const take = ({ fieldId, legs, priority, channel, appointmentAt }: Arrival): Ticket | null => {
    const [seat] = store.desks.all();
    if (channel === 'staff' && seat !== undefined)
      return found(ask(officerAt(seat), 'ticket:add', { fieldId, legs: [...legs], priority }));
    if (channel === 'appointment' && appointmentAt !== null && seat !== undefined) {
      const made = ask(officerAt(seat), 'appointment:add', { fieldId, at: appointmentAt, name: null });
      if (made === null) return null;
      return found(ask(kiosk, 'appointment:checkIn', { by: { kind: 'code', code: made.code } }));
    }
    const how = channel === 'usual' || channel === 'head' ? channel : 'touch';
    return found(
      ask(kiosk, 'ticket:issue', { fieldId, legs: [...legs], visitorRef: null, priority, channel: how }),
    );
  };

  const move = (desk: Desk, { id: ticketId }: Ticket, wanted: Move): Ticket | null => {
    const officer = officerAt(desk);
    const answer =
      wanted.kind === 'transfer'
        ? ask(officer, 'ticket:transfer', {
            ticketId,
            fieldId: wanted.fieldId,
            target: { kind: 'anyone' },
            place: 'kept',
          })
        : wanted.kind === 'finish'
          ? ask(officer, 'ticket:finish', { ticketId, callNext: false, ...recorded(context, wanted.outcome) })
          : ask(officer, `ticket:${wanted.kind}`, { ticketId });
    return answer === null ? null : store.tickets.find(ticketId);
  };

  return {
    take,
    move,
    sitDown: (desk) => void ask(officerAt(desk), 'desk:take', { counterId: desk.counterId, officerId: null }),
    callNext: (desk) => found(ask(officerAt(desk), 'ticket:callNext', {})),
    leave: ({ id: ticketId }) => {
      const visitor: Caller = { kind: 'visitor', screen: 'track', ticketId, until: context.now() + dayMs };
      ask(visitor, 'track:cancel', {});
    },
    rate: ({ counterId }, { id: ticketId }, { level, reasons }) => {
      const display: Caller = { kind: 'device', screen: 'counter', deviceId: null, counterId };
      if (level === null) ask(display, 'rating:skip', { ticketId });
      else ask(display, 'rating:give', { ticketId, level, reasons: [...reasons], remark: null });
    },
    sawFace: (outcome) => {
      store.transaction(() => store.visitors.countRecognition(outcome, 'local', context.now()));
      publish();
    },
  };
}
