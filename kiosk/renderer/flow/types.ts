import type { FieldId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Issued, RequestInput, RequestOutput } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { FromVision, Hint, VisionTask } from '../../vision/protocol.ts';

/** Somebody the server recognised or has just registered. */
export type KnownVisitor = {
  readonly kind: 'known';
  readonly visitorRef: string;
  readonly maskedName: string | null;
  readonly usualFields: readonly FieldId[];
};
/** Everybody else. Registration is offered only to those the server is sure not to know. */
export type NamelessVisitor = { readonly kind: 'nameless'; readonly mayRegister: boolean };
export type Visitor = KnownVisitor | NamelessVisitor;

/** One calm sentence above the fields about what just happened. */
export type Note = 'registered' | 'notRegistered' | 'fieldGone';

export type ConsentGiven = { readonly version: string; readonly language: Language };

/** How a field was chosen. */
export type Channel = RequestInput<'ticket:issue'>['channel'];

/** One wish for a number. It keeps its `request` through every retry, so that it never becomes two numbers. */
export type Order = {
  readonly request: number;
  readonly fieldId: FieldId;
  readonly visitor: Visitor;
  readonly channel: Channel;
};

/** Where the visit is, each place with only its own data. `attract` and `offline` are the two starts. */
export type Stage =
  | { readonly at: 'offline' }
  /** Armed: a face in view begins a visit. Not armed: the last visitor may still stand there. */
  | { readonly at: 'attract'; readonly armed: boolean }
  | {
      readonly at: 'look';
      readonly hint: Hint | null;
      readonly progress: number;
      /** The identify request under way. */
      readonly request: number | null;
    }
  | { readonly at: 'greet'; readonly visitor: KnownVisitor }
  | { readonly at: 'fields'; readonly visitor: Visitor; readonly note: Note | null }
  | { readonly at: 'consent' }
  | { readonly at: 'name'; readonly consent: ConsentGiven; readonly text: string }
  | {
      readonly at: 'enrolling';
      readonly consent: ConsentGiven;
      readonly name: string | null;
      readonly hint: Hint | null;
      readonly progress: number;
      readonly request: number | null;
    }
  | { readonly at: 'issuing'; readonly order: Order; readonly lineLost: boolean }
  | { readonly at: 'problem'; readonly order: Order }
  | { readonly at: 'number'; readonly ticket: Issued };

export type Camera =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly modelId: string }
  | { readonly kind: 'none' };

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
  /** The model set of the server's gallery; null until the first view. */
  readonly galleryModel: string | null;
  /** What the camera was last asked for. Reports with another number are late. */
  readonly watch: { readonly task: number; readonly kind: Exclude<VisionTask['kind'], 'turn'> };
  /** Number of the last request made. */
  readonly serial: number;
};

export type Timer = 'idle' | 'second' | 'giveUp' | 'rearm' | 'line' | 'retry';

type Failed = { readonly kind: 'failed'; readonly problem: Problem | { readonly kind: 'offline' } };

/** What a finger, a key or a turn of the head can ask for. */
export type Action =
  | { readonly kind: 'touch' }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'takeNumber' }
  | { readonly kind: 'chooseField'; readonly fieldId: FieldId; readonly channel: Channel }
  | { readonly kind: 'otherFields' }
  | { readonly kind: 'notMe' }
  | { readonly kind: 'register' }
  | { readonly kind: 'agree'; readonly version: string }
  | { readonly kind: 'decline' }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'named'; readonly name: string | null }
  | { readonly kind: 'retry' }
  | { readonly kind: 'leave' };

export type Event =
  | Action
  | { readonly kind: 'live'; readonly modelId: string }
  | { readonly kind: 'away' }
  | { readonly kind: 'camera'; readonly camera: Camera }
  | Extract<FromVision, { readonly kind: 'seen' | 'left' }>
  | Omit<Extract<FromVision, { readonly kind: 'run' }>, 'tookMs'>
  | {
      readonly kind: 'identified';
      readonly request: number;
      readonly answer: RequestOutput<'visitor:identify'> | Failed;
    }
  | {
      readonly kind: 'enrolled';
      readonly request: number;
      readonly answer: ({ readonly kind: 'done' } & RequestOutput<'visitor:enrol'>) | Failed;
    }
  | {
      readonly kind: 'issued';
      readonly request: number;
      readonly answer: { readonly kind: 'done'; readonly ticket: Issued } | Failed;
    }
  | { readonly kind: 'timer'; readonly timer: Timer };

export type Effect =
  | { readonly kind: 'startTimer'; readonly timer: Timer; readonly ms: number }
  | { readonly kind: 'stopTimer'; readonly timer: Timer }
  | { readonly kind: 'task'; readonly task: number; readonly what: VisionTask }
  | {
      readonly kind: 'identify';
      readonly request: number;
      readonly modelId: string;
      readonly embeddings: readonly Float32Array[];
    }
  | {
      readonly kind: 'enrol';
      readonly request: number;
      readonly modelId: string;
      readonly embeddings: readonly Float32Array[];
      readonly name: string | null;
      readonly consent: ConsentGiven;
    }
  | { readonly kind: 'issue'; readonly order: Order }
  | { readonly kind: 'deny'; readonly visitorRef: string }
  | { readonly kind: 'sound'; readonly sound: 'greeting' | 'number' };

/** The state after an event, and what is to be done about it, in order. */
export type Step = { readonly state: State; readonly effects: readonly Effect[] };
