import type { KnownVisitor, NamelessVisitor, Note, Recognised, Stage, Visitor } from './types.ts';

export const nameless = (mayRegister: boolean): NamelessVisitor => ({ kind: 'nameless', mayRegister });

/** Somebody without a name who is not to be asked to register: known perhaps, unwilling, or in a hurry. */
export const notRegistering = nameless(false);

/** The visitor of an answer of the server. */
export const known = ({
  visitorRef,
  maskedName,
  usualFields,
  appointment,
  dossiers,
  pickUpFieldId,
}: Omit<Recognised, 'kind'>): KnownVisitor => ({
  kind: 'known',
  visitorRef,
  maskedName,
  usualFields,
  appointment,
  dossiers,
  pickUpFieldId,
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
