import { z } from 'zod';
import {
  counterId,
  dossierCode,
  fieldId,
  legs,
  note,
  officerId,
  outcome,
  priorityCode,
  procedureKey,
  ticketId,
  visitorRef,
  waitRange,
  millis,
} from '../schemas.ts';
import { dossierPaper } from '../views/dossier.ts';
import type { Request } from './request.ts';
import { nothing, onTicket, repeatable } from './request.ts';

export const issued = z.strictObject({
  ticketId,
  number: z.string(),
  fieldId,
  legs,
  issuedAt: millis,
  /** When the visitor is expected, for a ticket of an appointment. */
  appointmentAt: millis.nullable(),
  peopleAhead: z.int().nonnegative(),
  wait: waitRange.nullable(),
  /** Address of the phone page of this ticket. */
  trackUrl: z.string(),
});
export type Issued = z.infer<typeof issued>;

const named = z.strictObject({ ticketId, number: z.string() });

/** Who may call a transferred ticket. */
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('anyone') }),
  z.strictObject({ kind: z.literal('counter'), counterId }),
  z.strictObject({ kind: z.literal('officer'), officerId }),
]);

const byOfficer = { callers: ['officer'], output: nothing } as const;
const command = { ...byOfficer, input: onTicket, audited: ['ticketId'] } as const;
/** Managers also from the live floor, with a ticket at any desk. */
const byStaff = { callers: ['officer', 'manage'], output: nothing } as const;
const commandByStaff = { ...command, ...byStaff } as const;

/** Numbers, and what becomes of them. */
export const ticketRequests = {
  'ticket:issue': {
    callers: ['kiosk'],
    input: repeatable.extend({
      fieldId,
      /** Fields to go on to afterwards, with the same number. */
      legs,
      visitorRef: visitorRef.nullable(),
      /** A class the visitor declares to be of; staff confirm it. */
      priority: priorityCode.nullable(),
      /** How the field was chosen: by touch among all or among those used before, or with the head; or, by a card, who is there. */
      channel: z.enum(['touch', 'usual', 'head', 'card']),
    }),
    output: issued,
  },
  /** A number for somebody who stands at the desk. Opening hours, quotas and limits do not bind staff. */
  'ticket:add': {
    callers: ['officer'],
    input: repeatable.extend({ fieldId, legs, priority: priorityCode.nullable() }),
    output: issued,
    audited: ['fieldId', 'legs', 'priority'],
  },
  'ticket:callNext': { callers: ['officer'], input: repeatable, output: named, audited: [] },
  /** One particular ticket: missed or parked, or out of turn by whoever may. */
  'ticket:call': command,
  'ticket:recall': commandByStaff,
  'ticket:start': command,
  'ticket:return': commandByStaff,
  'ticket:miss': {
    ...commandByStaff,
    /** Whether the ticket went back to the line or, after the last call, out of it. */
    output: z.strictObject({ state: z.enum(['waiting', 'missed']) }),
  },
  'ticket:park': command,
  'ticket:resume': command,
  /** At a desk; managers send on who waits, too. */
  'ticket:transfer': {
    ...byStaff,
    input: onTicket.extend({ fieldId, target, place: z.enum(['kept', 'end']) }),
    audited: ['ticketId', 'fieldId', 'target', 'place'],
  },
  'ticket:finish': {
    callers: ['officer'],
    /** `callNext`: the next visitor is called in the same step. */
    input: onTicket.extend({
      outcome,
      callNext: z.boolean(),
      /** Received, to be supplemented or refused, as the outcome says; without a code the server makes one. */
      dossiers: z
        .array(z.strictObject({ code: dossierCode.nullable(), procedureKey }))
        .max(20)
        .default([]),
      /** What is missing, or why it is refused. */
      said: note.nullable().default(null),
    }),
    output: z.strictObject({
      next: named.nullable(),
      /** What to print for the visitor. */
      papers: z.array(dossierPaper),
    }),
    audited: ['ticketId', 'outcome', 'callNext'],
  },
  /** Within five seconds of finishing, while nobody else was called. */
  'ticket:undoFinish': command,
  'ticket:cancel': command,
  /** Back to the line after a miss, a cancellation or a mistake; with its old place. */
  'ticket:reactivate': command,
  'ticket:setPriority': {
    ...byOfficer,
    /** Setting the class the visitor declared confirms it. */
    input: onTicket.extend({ priority: priorityCode.nullable(), reason: z.string().trim().min(1).max(200) }),
    audited: ['ticketId', 'priority', 'reason'],
  },
  'ticket:setLegs': { ...byOfficer, input: onTicket.extend({ legs }), audited: ['ticketId', 'legs'] },
  'ticket:note': { ...byOfficer, input: onTicket.extend({ text: note }), audited: ['ticketId'] },
  /** The facts of its paper, to be printed once more. */
  'ticket:reprint': { ...command, output: issued },
} as const satisfies Record<string, Request>;
