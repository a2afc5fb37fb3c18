import { z } from 'zod';

/**
 * Everything that can be answered instead of a result. `refused` codes are turned into words by the screen
 * (`shared/i18n/problems.ts` has words for each); `malformed` and `bug` are the border's own.
 */
export const refusalCodes = [
  // who is asking
  'notAllowed',
  'badCredentials',
  'tooManyAttempts',
  'sessionExpired',
  'badPairingCode',
  // tickets
  'unknownField',
  'nobodyWaiting',
  'deskBusy',
  'wrongState',
  'otherDesk',
  'keptForOther',
  'coolingDown',
  'unknownTicket',
  'onBreak',
  'mayNotPick',
  'tooLate',
  'unknownProcedure',
  'unknownPriority',
  // taking a number
  'closed',
  'locked',
  'quotaReached',
  'visitorLimit',
  // appointments
  'unknownAppointment',
  'appointmentUsed',
  'timePassed',
  'badCsv',
  // dossiers
  'unknownDossier',
  'dossierElsewhere',
  'dossierState',
  'dossierUnexplained',
  'badDueDate',
  'badTable',
  'badPlaceholder',
  'noRecipient',
  // desks
  'noDesk',
  'unknownCounter',
  'counterTaken',
  'visitorHeld',
  // rating, paper
  'alreadyRated',
  'notRateable',
  'noPrinter',
  'noVoice',
  // faces
  'facesNotLoaded',
  'modelMismatch',
  'badEmbeddings',
  'visitorRefExpired',
  'consentOutdated',
  'tooYoung',
  'questionExpired',
  // personal data
  'unknownPerson',
  'unknownDataRequest',
  'dataRequestClosed',
  'unknownBreach',
  'notYet',
  'breachClosed',
  'unknownVisitor',
  'cardMismatch',
  'unknownDuplicate',
  // set-up
  'unknownOfficer',
  'unknownDevice',
  'weakPassword',
  'prefixTaken',
  'numberTaken',
  'loginTaken',
  'fieldInUse',
  'counterInUse',
  'officerInUse',
  'ownAccount',
  'fieldsChanged',
  // texts
  'procedureChanged',
  'catalogueChanged',
  'priorityInUse',
  'prioritiesChanged',
  // keeping
  'unknownBackup',
  'backupUnusable',
  'wrongPassword',
  'backupFirst',
  'configurationUnreadable',
  'configurationNewer',
  'configurationInvalid',
  'configurationChanged',
  // reports
  'badRange',
  // other systems
  'badApiKey',
  'scopeMissing',
  'tooManyRequests',
  'unknownApiKey',
  'unknownWebhook',
  'unknownDelivery',
  // the server's disk
  'diskFull',
  'notStored',
  'storageDamaged',
  // retries
  'requestIdReused',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** `detail` holds facts for the words, such as the counter that has the ticket; never personal data. */
export const refused = z.strictObject({
  kind: z.literal('refused'),
  code: z.enum(refusalCodes),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export const problem = z.discriminatedUnion('kind', [
  refused,
  /** `where`: path of the first thing that does not fit the contract. */
  z.strictObject({ kind: z.literal('malformed'), where: z.string(), what: z.string() }),
  /** `id` finds the log entry. */
  z.strictObject({ kind: z.literal('bug'), id: z.string() }),
]);
export type Refused = z.infer<typeof refused>;
export type Problem = z.infer<typeof problem>;
export type ProblemDetail = NonNullable<Refused['detail']>;

/** @returns a refusal with its code and the facts its words need. */
export function refuse(code: RefusalCode, detail?: ProblemDetail): Refused {
  return detail === undefined ? { kind: 'refused', code } : { kind: 'refused', code, detail };
}
