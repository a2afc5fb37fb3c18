import type { KnownVisitor, NamelessVisitor, Note, Recognised, Stage, State, Visitor } from './types.ts';

/** Somebody without a name. @param mayRegister whether they are offered to. */
export const nameless = (mayRegister: boolean): NamelessVisitor => ({ kind: 'nameless', mayRegister });

/** Somebody without a name who is not to be asked to register: known perhaps, unwilling, or in a hurry. */
export const notRegistering = nameless(false);

/** What there is of somebody who has registered just now. */
export const nothingYet: Omit<Recognised, 'kind' | 'visitorRef' | 'maskedName'> = {
  usualFields: [],
  appointment: null,
  dossiers: [],
  pickUpFieldId: null,
  asksConsent: false,
};

/** The visitor of an answer of the server. @param by what they were known by. */
export const known = (
  {
    visitorRef,
    maskedName,
    usualFields,
    appointment,
    dossiers,
    pickUpFieldId,
    asksConsent,
  }: Omit<Recognised, 'kind'>,
  by: KnownVisitor['by'],
): KnownVisitor => ({
  kind: 'known',
  by,
  visitorRef,
  maskedName,
  usualFields,
  appointment,
  dossiers,
  pickUpFieldId,
  asksConsent,
});

/** The same visitor without the appointment, which is no more. */
export const withoutAppointment = (visitor: Visitor): Visitor =>
  visitor.kind === 'known' ? { ...visitor, appointment: null } : visitor;

/** All fields, with nothing else decided yet. */
export const allFields = (visitor: Visitor, note: Note | null = null): Extract<Stage, { at: 'fields' }> => ({
  at: 'fields',
  visitor,
  note,
  priority: null,
  several: null,
});

/** On without a name: to the fields, or, for who has come to see what is kept of them, to the word that staff can help. */
export const goOnNameless = ({ purpose }: Pick<State, 'purpose'>): Stage =>
  purpose === 'mine' ? { at: 'mineUnknown' } : allFields(notRegistering);
