import { z } from 'zod';
import {
  appointmentCode,
  bilingual,
  counterId,
  factsFrom,
  fieldId,
  legs,
  millis,
  officerId,
  procedureLimit,
  serviceResult,
  ticketId,
} from '../schemas.ts';
import { hours } from '../settings.ts';
import { paperTexts } from '../texts.ts';
import { dossierNamed } from './dossier.ts';
import {
  field,
  me,
  office,
  opening,
  printerFault,
  priorityClass,
  staffCounter,
  ticketPriority,
} from './parts.ts';

/** What every list of the console says of a ticket. */
const listed = z.strictObject({
  id: ticketId,
  number: z.string(),
  fieldId,
  issuedAt: millis,
  priority: ticketPriority.nullable(),
  appointmentAt: millis.nullable(),
  /** Only of a recognised visitor, or of one with an appointment. */
  name: z.string().nullable(),
});

const visit = z.strictObject({
  day: z.string(),
  number: z.string(),
  fieldId,
  /** Null where no service came of it. */
  result: serviceResult.nullable(),
  procedures: z.array(bilingual),
});

const deskTicket = listed.extend({
  state: z.enum(['called', 'serving']),
  /** When it was called, or when the service began. */
  since: millis,
  announcements: z.int().nonnegative(),
  misses: z.int().nonnegative(),
  legs,
  /** Service before the present stay (it was parked, or served in another field), ms. */
  servedMs: millis,
  notes: z.array(z.strictObject({ at: millis, officerName: z.string(), text: z.string() })),
  /** Only for a recognised visitor. The officer still checks the card. */
  visitor: z
    .strictObject({
      name: z.string().nullable(),
      /** Where the name comes from. */
      factsFrom,
      registeredAt: millis,
      visits: z.int().nonnegative(),
      /** The last five before this one, newest first. */
      past: z.array(visit),
      /** The last ten, open ones first. */
      dossiers: z.array(dossierNamed),
    })
    .nullable(),
});

export const officer = z.strictObject({
  office,
  me: me.extend({ mayPick: z.boolean() }),
  opening,
  counters: z.array(staffCounter.extend({ officerName: z.string().nullable() })),
  /** The counter this officer works at. */
  desk: z
    .strictObject({
      counterId,
      /** Fields called from here: those of the counter and the officer. */
      fieldIds: z.array(fieldId),
      onBreak: z.strictObject({ since: millis, until: millis.nullable() }).nullable(),
      ticket: deskTicket.nullable(),
      /** The service finished last, while that can be taken back. */
      undo: z.strictObject({ ticketId, number: z.string(), until: millis }).nullable(),
    })
    .nullable(),
  fields: z.array(field),
  /** Of the fields called from this desk. */
  procedures: z.array(z.strictObject({ key: z.string(), fieldId, name: bilingual, limit: procedureLimit })),
  /** By which the console says when a dossier will be due. */
  hours,
  priorityClasses: z.array(priorityClass),
  /** What stands on paper in the office's own words. */
  texts: paperTexts,
  /** Those this desk may call, in the order they will be called; then those not yet to be called. At most 50. */
  line: z.array(
    listed.extend({
      misses: z.int().nonnegative(),
      /** Cool-down after a miss, or the time of an appointment. */
      notBefore: millis.nullable(),
    }),
  ),
  /** Of the fields called from this desk, or parked at it; oldest first. At most 50 each. */
  parked: z.array(
    listed.extend({ since: millis, counterNumber: z.int().positive(), officerName: z.string() }),
  ),
  missed: z.array(listed.extend({ since: millis })),
  /** Ended today in these fields by finishing or cancelling, newest first. At most 30. */
  ended: z.array(
    listed.extend({
      state: z.enum(['done', 'cancelled']),
      at: millis,
      counterNumber: z.int().positive().nullable(),
    }),
  ),
  /** Held by other counters now; managers may act on them. */
  elsewhere: z.array(
    listed.extend({
      state: z.enum(['called', 'serving']),
      since: millis,
      counterNumber: z.int().positive(),
      officerName: z.string(),
      /** Whether that officer's console is open. */
      officerOnline: z.boolean(),
    }),
  ),
  /** Whom a ticket can be transferred to. */
  colleagues: z.array(
    z.strictObject({ id: officerId, name: z.string(), counterNumber: z.int().positive().nullable() }),
  ),
  /** Today's, not yet checked in or cancelled, by time. At most 100. */
  appointments: z.array(
    z.strictObject({
      id: z.int().positive(),
      code: appointmentCode,
      fieldId,
      at: millis,
      name: z.string().nullable(),
    }),
  ),
  /** Kiosks that print nothing now: somebody has to go there. Null is the kiosk on the server's own machine. */
  printersInTrouble: z.array(z.strictObject({ kiosk: z.string().nullable(), fault: printerFault })),
  missPolicy: z.strictObject({ maxCalls: z.int().positive(), coolDownMs: millis }),
});
