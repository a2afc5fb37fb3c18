import type { Refused } from '../../../shared/contract/problems.ts';
import type { Issued, RequestInput, RequestOutput } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import type { Hint, Side, VisionTask, Wanted } from '../../vision/protocol.ts';
import type { Printed } from './slip.ts';

export type Recognised = Extract<RequestOutput<'visitor:identify'>, { kind: 'recognised' }>;
export type Appointment = NonNullable<Recognised['appointment']>;

/** Somebody the server recognised or has just registered. */
export type KnownVisitor = {
  readonly kind: 'known';
  readonly visitorRef: string;
  readonly maskedName: string | null;
  readonly usualFields: readonly FieldId[];
  /** Today's, if there is one. */
  readonly appointment: Appointment | null;
  /** Open ones, those to be fetched first. */
  readonly dossiers: Recognised['dossiers'];
  /** Where a result that is ready is fetched. */
  readonly pickUpFieldId: FieldId | null;
};
/** Everybody else. Registration is offered only to those the server is sure not to know. */
export type NamelessVisitor = { readonly kind: 'nameless'; readonly mayRegister: boolean };
export type Visitor = KnownVisitor | NamelessVisitor;

/** One calm sentence above the fields about what just happened. */
export type Note =
  | 'registered'
  | 'notRegistered'
  | 'tooYoung'
  | 'fieldGone'
  | 'quotaReached'
  | 'priorityGone'
  | 'appointmentGone';

export type ConsentGiven = { readonly version: string; readonly language: Language };

/** How a field was chosen. */
export type Channel = RequestInput<'ticket:issue'>['channel'];

/** What a visitor has made up on the way to a number. */
export type Choices = {
  readonly visitor: Visitor;
  /** Code of the priority class the visitor declares to be of. */
  readonly priority: string | null;
  /** The fields chosen so far by a visitor who has come for more than one; null: the first choice is the number. */
  readonly several: readonly FieldId[] | null;
};

/** What the number is for. */
export type Wish =
  | {
      readonly kind: 'field';
      readonly fieldId: FieldId;
      /** Fields to go on to afterwards. */
      readonly legs: readonly FieldId[];
      readonly priority: string | null;
      readonly channel: Channel;
    }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'appointment'; readonly visitorRef: string; readonly appointment: Appointment };

/** One wish for a number. It keeps its `request` through every retry, so that it never becomes two numbers. */
export type Order = { readonly request: number; readonly visitor: Visitor; readonly wish: Wish };

/** Somebody agreed to be registered. */
type Registering = { readonly consent: ConsentGiven };
/** What the camera says while it collects, and the request with what it collected. */
type Collecting = {
  readonly hint: Hint | null;
  readonly progress: number;
  /** The request under way. */
  readonly request: number | null;
};

/** Where the visit is, each place with only its own data. `attract`, `closed` and `offline` are the starts. */
export type Stage =
  | { readonly at: 'offline' }
  /** No numbers are given now. */
  | { readonly at: 'closed' }
  /** Armed: a face in view begins a visit. Not armed: the last visitor may still stand there. */
  | { readonly at: 'attract'; readonly armed: boolean }
  /** Proven: a person stands there, not a picture of one. */
  | ({ readonly at: 'look'; readonly proven: boolean } & Collecting)
  /** Recognised, but it may be a picture: nothing of the visitor is shown before the head has turned. */
  | {
      readonly at: 'turn';
      readonly visitor: KnownVisitor;
      readonly side: Side;
      readonly hint: Hint | null;
      readonly progress: number;
    }
  /** One of these is the birth year of whom the server takes this for. */
  | {
      readonly at: 'question';
      readonly questionRef: string;
      readonly birthYears: readonly number[];
      readonly proven: boolean;
      readonly request: number | null;
    }
  | { readonly at: 'greet'; readonly visitor: KnownVisitor }
  | ({ readonly at: 'fields'; readonly note: Note | null } & Choices)
  | ({ readonly at: 'priority' } & Choices)
  /** The code of an appointment. `trouble`: why the last one was no good. */
  | ({ readonly at: 'code'; readonly text: string; readonly trouble: Refused | null } & Choices)
  | { readonly at: 'consent' }
  | ({ readonly at: 'name'; readonly text: string } & Registering)
  | ({ readonly at: 'birth'; readonly name: string | null; readonly text: string } & Registering)
  | ({
      readonly at: 'enrolling';
      readonly name: string | null;
      readonly birthYear: number;
      readonly wanted: Wanted | null;
    } & Registering &
      Collecting)
  | { readonly at: 'issuing'; readonly order: Order; readonly lineLost: boolean }
  | { readonly at: 'problem'; readonly order: Order }
  /** No number, and trying again would not help. */
  | { readonly at: 'refused'; readonly refusal: Refused }
  | { readonly at: 'number'; readonly ticket: Issued; readonly paper: 'printing' | Printed };

export type Camera =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly modelId: string }
  | { readonly kind: 'none' };

/** What the journey needs to know of the office. */
export type Office = {
  /** The model set of the server's gallery. */
  readonly modelId: string;
  /** The set used before, while there are visitors known only by it. */
  readonly previousModelId: string | null;
  /** Whether numbers are given now. Who has an appointment gets one after hours too, but not from a locked kiosk. */
  readonly opening: View<'kiosk'>['opening']['kind'];
  readonly year: number;
  /** The kiosk's printer, as far as the server has one for it. */
  readonly printer: View<'kiosk'>['printer'];
};

export type State = {
  readonly stage: Stage;
  readonly language: Language;
  /** Seconds until this visit is closed, once nobody seems to be there; null while somebody is. */
  readonly closing: number | null;
  /** The visitor's face: not seen yet, seen, or seen and then gone. */
  readonly face: 'unseen' | 'here' | 'gone';
  /** Whether anybody touched the screen during this visit. */
  readonly touched: boolean;
  readonly line: 'connecting' | 'live' | 'away';
  readonly camera: Camera;
  /** Null until the first view. */
  readonly office: Office | null;
  /** What the camera was last asked for. Reports with another number are late. */
  readonly watch: { readonly task: number; readonly kind: VisionTask['kind'] };
  /** Number of the last request made. */
  readonly serial: number;
};
