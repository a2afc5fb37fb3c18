import type { Refused } from '../../../shared/contract/problems.ts';
import type { Issued, RequestInput } from '../../../shared/contract/requests.ts';
import type { OwnTicket } from '../../../shared/contract/requests/reserve.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { CardTrouble, CitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { BusinessDay, FieldId } from '../../../shared/domain/ids.ts';
import type { Hint, Side, VisionTask, Wanted } from '../../vision/protocol.ts';
import type { MineStage } from './mineTypes.ts';
import type { Printed } from './slip.ts';
import type { Appointment, KnownVisitor, Visitor } from './visitorTypes.ts';

export type { Appointment, KnownVisitor, NamelessVisitor, Recognised, Visitor } from './visitorTypes.ts';

/** One calm sentence above the fields about what just happened. */
export type Note =
  | 'registered'
  | 'notRegistered'
  | 'tooYoung'
  | 'cardUnknown'
  | 'cardNotChecked'
  | 'cardRegistered'
  | 'cardNotRegistered'
  | 'fieldGone'
  | 'quotaReached'
  | 'priorityGone'
  | 'appointmentGone'
  | 'faceForgotten'
  | 'faceNotForgotten'
  | 'lineGone';

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
/** With a card that was read, and whether the face is to be registered, too. */
type ByCard = { readonly card: CitizenCard; readonly byFace: boolean };
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
  /** A citizen card is held up: to be known by it, to settle whom the camera sees, or to fill in a registration. */
  | {
      readonly at: 'card';
      readonly why:
        | { readonly kind: 'checkIn' }
        | { readonly kind: 'settle'; readonly questionRef: string }
        | { readonly kind: 'fillIn'; readonly consent: ConsentGiven };
      /** Why the last code was no good; `noReader`: the camera reads none. */
      readonly trouble: CardTrouble | 'noReader' | null;
      /** The card that was read, while the server looks for its owner. */
      readonly card?: CitizenCard;
      readonly request: number | null;
    }
  /** Card: the registration is by it alone. */
  | { readonly at: 'consent'; readonly card: CitizenCard | null }
  | ({
      readonly at: 'name';
      readonly text: string;
      readonly card: CitizenCard | null;
      readonly byFace: boolean;
    } & Registering)
  | ({ readonly at: 'cardFacts'; readonly name: string | null; readonly request: number | null } & ByCard &
      Registering)
  | MineStage
  | ({ readonly at: 'birth'; readonly name: string | null; readonly text: string } & Registering)
  | ({
      readonly at: 'enrolling';
      readonly name: string | null;
      readonly birthYear: number;
      readonly card: CitizenCard | null;
      readonly wanted: Wanted | null;
    } & Registering &
      Collecting)
  | { readonly at: 'issuing'; readonly order: Order; readonly lineLost: boolean }
  | { readonly at: 'problem'; readonly order: Order }
  /** No number, and trying again would not help. */
  | { readonly at: 'refused'; readonly refusal: Refused | 'usedUp' }
  | { readonly at: 'number'; readonly ticket: Issued | OwnTicket; readonly paper: 'printing' | Printed };

/** How many numbers of each field the kiosk may give by itself; none of those that are not named. */
export type Reserve = ReadonlyMap<FieldId, number>;

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
  /** Whether the server has its faces in memory. */
  readonly recognises: boolean;
  /**
   * Whether numbers are given now. Who has an appointment gets one after hours too, but not from a locked kiosk.
   * `lockedNext`: this kiosk was locked from afar; whoever is before it may still finish.
   */
  readonly opening: View<'kiosk'>['opening']['kind'] | 'lockedNext';
  readonly today: BusinessDay;
  /** The kiosk's printer, as far as the server has one for it. */
  readonly printer: View<'kiosk'>['printer'];
};

/** What makes the kiosk usable for whom its usual screens are not. Chosen by the visitor, for this visit only. */
export type Help = {
  /** Whether the screen with these choices is shown, over that of the stage. */
  readonly open: boolean;
  /** Everything to touch lies where somebody in a wheelchair reaches it. */
  readonly low: boolean;
  readonly large: boolean;
  readonly contrast: boolean;
  /** Screens and choices are spoken. */
  readonly sound: boolean;
};
export type HelpMode = Exclude<keyof Help, 'open'>;

export type State = {
  readonly stage: Stage;
  readonly help: Help;
  /** What the visitor has come up for: a number, or what is kept of them. */
  readonly purpose: 'number' | 'mine';
  readonly language: Language;
  /** Seconds until this visit is closed, once nobody seems to be there; null while somebody is. */
  readonly closing: number | null;
  /** The visitor's face: not seen yet, seen, or seen and then gone. */
  readonly face: 'unseen' | 'here' | 'gone';
  /** Whether anybody touched the screen during this visit. */
  readonly touched: boolean;
  /** `away`: cut just now, which may pass unnoticed; `gone`: for so long that visitors are told. */
  readonly line: 'connecting' | 'live' | 'away' | 'gone';
  readonly reserve: Reserve;
  readonly camera: Camera;
  /** Null until the first view. */
  readonly office: Office | null;
  /** What the camera was last asked for. Reports with another number are late. */
  readonly watch: { readonly task: number; readonly kind: VisionTask['kind'] };
  /** Number of the last request made. */
  readonly serial: number;
};
