import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { CitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';

export type Recognised = Extract<RequestOutput<'visitor:identify'>, { kind: 'recognised' }>;
export type Appointment = NonNullable<Recognised['appointment']>;

/** Somebody the server recognised or has just registered, by face or by a citizen card. */
export type KnownVisitor = {
  readonly kind: 'known';
  readonly by: 'face' | 'card';
  readonly visitorRef: string;
  readonly maskedName: string | null;
  readonly usualFields: readonly FieldId[];
  /** Today's, if there is one. */
  readonly appointment: Appointment | null;
  /** Open ones, those to be fetched first. */
  readonly dossiers: Recognised['dossiers'];
  /** Where a result that is ready is fetched. */
  readonly pickUpFieldId: FieldId | null;
  /** The wording has changed since the visitor agreed. */
  readonly asksConsent: boolean;
};
/** Everybody else. Registration is offered only to those the server is sure not to know. */
export type NamelessVisitor = { readonly kind: 'nameless'; readonly mayRegister: boolean };
/** Somebody whose citizen card nobody has registered. */
export type Newcomer = { readonly kind: 'newcomer'; readonly card: CitizenCard };
export type Visitor = KnownVisitor | NamelessVisitor | Newcomer;
