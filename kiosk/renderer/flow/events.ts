import type { Problem } from '../../../shared/contract/problems.ts';
import type { Issued, RequestInput, RequestOutput } from '../../../shared/contract/requests.ts';
import type { OwnTicket } from '../../../shared/contract/requests/reserve.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { CitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { FieldId, IsoDay, TicketId } from '../../../shared/domain/ids.ts';
import type { CardRead } from '../../vision/card/protocol.ts';
import type { FromVision, Side, VisionTask } from '../../vision/protocol.ts';
import type { Forgetting, MineAnswer, MineRequest } from './mineTypes.ts';
import type { Camera, Channel, ConsentGiven, HelpMode, Office, Order, Reserve, State } from './types.ts';
import type { Printed, Slip } from './slip.ts';

export type Timer = 'idle' | 'second' | 'giveUp' | 'rearm' | 'line' | 'retry';

/** What a finger, a key or a turn of the head can ask for. */
export type Action =
  | { readonly kind: 'touch' }
  | { readonly kind: 'language'; readonly language: Language }
  /** To see what would help, or to be done with it. */
  | { readonly kind: 'help'; readonly open: boolean }
  | { readonly kind: 'helpBy'; readonly mode: HelpMode; readonly on: boolean }
  | { readonly kind: 'takeNumber' }
  | { readonly kind: 'chooseField'; readonly fieldId: FieldId; readonly channel: Channel }
  /** To choose several fields for one number, or only one after all. */
  | { readonly kind: 'several' }
  | { readonly kind: 'takeSeveral' }
  | { readonly kind: 'otherFields' }
  | { readonly kind: 'declarePriority' }
  | { readonly kind: 'setPriority'; readonly code: string | null }
  /** To type the code of an appointment. */
  | { readonly kind: 'enterCode' }
  | { readonly kind: 'checkInByCode'; readonly code: string }
  /** The appointment of the visitor who was recognised. */
  | { readonly kind: 'checkIn' }
  | { readonly kind: 'notMe' }
  | { readonly kind: 'answerYear'; readonly year: number }
  | { readonly kind: 'register' }
  | { readonly kind: 'agree'; readonly version: string }
  | { readonly kind: 'useCard' }
  /** A card, or a code that is none, was held before the camera or put to a scanner. */
  | { readonly kind: 'cardRead'; readonly read: CardRead }
  | { readonly kind: 'readerFailed' }
  | { readonly kind: 'editName' }
  | { readonly kind: 'confirmCard' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'named'; readonly name: string | null }
  | { readonly kind: 'born'; readonly year: number }
  /** To see what is kept of oneself. */
  | { readonly kind: 'mine' }
  /** A whole birth date: to prove who it is, or as a correction. */
  | { readonly kind: 'bornOn'; readonly birthDate: IsoDay }
  | { readonly kind: 'correctMine' }
  | { readonly kind: 'forgetMine'; readonly what: Forgetting }
  /** It is meant. */
  | { readonly kind: 'confirmForget' }
  /** What a visitor who agreed before says to the new wording; or to be asked another time. */
  | { readonly kind: 'answerAgain'; readonly agrees: boolean; readonly version: string }
  | { readonly kind: 'later' }
  | { readonly kind: 'back' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'leave' };

type Failed = { readonly kind: 'failed'; readonly problem: Problem | { readonly kind: 'offline' } };
type Answered<Kind extends string, Answer> = {
  readonly kind: Kind;
  /** Which request it answers; another than the stage's is late. */
  readonly request: number;
  readonly answer: Answer | Failed;
};
/** `side`: to which the head is to turn, should a turn be needed. Drawn outside, since the flow draws no lots. */
type WithSide = { readonly side: Side };

export type Event =
  | Action
  | { readonly kind: 'live'; readonly office: Office }
  | { readonly kind: 'away' }
  | { readonly kind: 'reserve'; readonly left: Reserve }
  | { readonly kind: 'camera'; readonly camera: Camera }
  | Extract<FromVision, { readonly kind: 'seen' | 'turned' | 'left' }>
  | Omit<Extract<FromVision, { readonly kind: 'run' }>, 'tookMs'>
  | (Answered<'identified', RequestOutput<'visitor:identify'>> & WithSide)
  | (Answered<'answered', RequestOutput<'visitor:answer'>> & WithSide)
  | Answered<'enrolled', { readonly kind: 'done' } & RequestOutput<'visitor:enrol'>>
  | Answered<'cardShown', RequestOutput<'visitor:showCard'>>
  | Answered<'cardRegistered', { readonly kind: 'done' } & RequestOutput<'visitor:register'>>
  | Answered<
      'issued',
      { readonly kind: 'done'; readonly ticket: Issued | OwnTicket } | { readonly kind: 'usedUp' }
    >
  | Answered<'mineAnswered', MineAnswer>
  | { readonly kind: 'printed'; readonly ticketId: TicketId; readonly outcome: Printed }
  | { readonly kind: 'timer'; readonly timer: Timer };

type Faces = { readonly modelId: string; readonly embeddings: readonly Float32Array[] };
/** How clear the pictures were, 0..1. */
type Clear = { readonly quality: number };

export type Effect =
  | { readonly kind: 'startTimer'; readonly timer: Timer; readonly ms: number }
  | { readonly kind: 'stopTimer'; readonly timer: Timer }
  | { readonly kind: 'task'; readonly task: number; readonly what: VisionTask }
  | ({ readonly kind: 'identify'; readonly request: number; readonly previous: Faces | null } & Faces & Clear)
  | {
      readonly kind: 'answer';
      readonly request: number;
      readonly questionRef: string;
      readonly birthYear: number;
    }
  | ({
      readonly kind: 'enrol';
      readonly request: number;
      readonly name: string | null;
      readonly birthYear: number;
      readonly card: CitizenCard | null;
      readonly consent: ConsentGiven;
    } & Faces &
      Clear)
  | {
      readonly kind: 'showCard';
      readonly request: number;
      readonly card: CitizenCard;
      readonly questionRef: string | null;
    }
  | {
      readonly kind: 'registerCard';
      readonly request: number;
      readonly card: CitizenCard;
      readonly name: string | null;
      readonly consent: ConsentGiven;
    }
  | { readonly kind: 'issue'; readonly order: Order }
  /** To give a number by itself. `instead`: the order for which the server was asked before, in vain. */
  | { readonly kind: 'give'; readonly order: Order; readonly instead: number | null }
  | { readonly kind: 'mine'; readonly request: number; readonly what: MineRequest }
  | { readonly kind: 'print'; readonly slip: Slip }
  | { readonly kind: 'deny'; readonly visitorRef: string }
  | { readonly kind: 'unproven'; readonly why: RequestInput<'visitor:unproven'>['why'] }
  | { readonly kind: 'sound'; readonly sound: 'greeting' | 'number' };

/** The state after an event, and what is to be done about it, in order. */
export type Step = { readonly state: State; readonly effects: readonly Effect[] };
