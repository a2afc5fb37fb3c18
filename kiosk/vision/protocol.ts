/**
 * What the kiosk's screen and its camera worker say to each other.
 *
 * Frames go in as a stream and never come out: the only facts that leave the worker are the ones below,
 * and of those only `embeddings` ever go on to the server.
 */

/** Why the gate is not (yet) satisfied; the screen turns each into one short sentence. */
export const hints = [
  'comeCloser',
  'moveBack',
  'lookHere',
  'moveIntoFrame',
  'oneAtATime',
  'tooDark',
  'tooBright',
  'holdStill',
] as const;
export type Hint = (typeof hints)[number];

/** The visitor's own. */
export type Side = 'left' | 'right';

/** Which way to look next while registering. */
export type Wanted = 'straight' | Side;

/**
 * What the set's passive networks make of a run: a person in the room, a picture of one on a screen or on paper, or
 * neither for certain. `unmeasured`: the set has no such networks.
 */
export type Liveness = 'real' | 'unclear' | 'replay' | 'unmeasured';

/** What the worker is asked to look for. */
export type VisionTask =
  /** Say only whether somebody is there (lowest rate, cheapest). */
  | { readonly kind: 'rest' }
  /** Collect a steady run of good frames to recognise somebody. */
  | { readonly kind: 'identify' }
  /** Collect a longer, more varied run to register somebody. */
  | { readonly kind: 'enrol' }
  /** Say where the head points, as often as a cursor needs it; nothing is collected. */
  | { readonly kind: 'point' }
  /** Say when the person of the last complete run turns the head to this side: the visitor's own left or right. */
  | { readonly kind: 'turn'; readonly side: Side };

/** Everything but `open` comes after the worker said that it is ready. */
export type ToVision =
  | {
      readonly kind: 'open';
      /** Where the prepared files of one model set are served, ending in a slash: `/models/embedded/`. */
      readonly modelsUrl: string;
      /**
       * The same of the set that was used before: while given, every embedding of an `identify` run is made with it as
       * well. It is loaded after the main set; if it cannot be, everything goes on without it.
       */
      readonly previousUrl?: string | null;
      /** Threads for the networks; by default half the cores, at most 2. Always 1 without cross-origin isolation. */
      readonly threads?: number;
    }
  /**
   * The camera, from `MediaStreamTrackProcessor.readable`, transferred: the first, or a new one after a loss
   * (models stay loaded).
   */
  | { readonly kind: 'frames'; readonly frames: ReadableStream<VideoFrame> }
  /** `task` numbers the request: answers of an earlier task are recognised as stale by their number. */
  | { readonly kind: 'task'; readonly task: number; readonly what: VisionTask };

/** Where the face is, in fractions of the frame (0..1), not mirrored. */
export type FaceBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Where a head points: the tip of the nose from the middle between the eyes, in eye distances, as in a mirror:
 * turning to one's right makes `x` larger, bowing makes `y` larger. Only differences mean something, since every face
 * and every camera's place has its own zero. About ±0.15 is comfortable.
 */
export type Pointing = { readonly x: number; readonly y: number };

export type FromVision =
  | {
      readonly kind: 'ready';
      /** Id of the model set the embeddings belong to, as in `models/manifest.json`. */
      readonly modelId: string;
      readonly threads: number;
      readonly loadMs: number;
    }
  /** At most one per analysed frame. */
  | {
      readonly kind: 'seen';
      readonly task: number;
      readonly faces: number;
      readonly box: FaceBox | null;
      /** null: nothing to correct (or nobody there). */
      readonly hint: Hint | null;
      /** Share of the run that is collected, or how far the head is of the turn that was asked for; 0..1. */
      readonly progress: number;
      /** Which way to look now for the next picture of a registration; null: it does not matter. */
      readonly wanted: Wanted | null;
      /** null: it is not clear whose head would point (nobody's, two people's, somebody's far away), or nobody asked. */
      readonly pointing: Pointing | null;
    }
  /** The task's run is complete. The worker goes on saying `seen`, but collects no more until the next task. */
  | {
      readonly kind: 'run';
      readonly task: number;
      readonly modelId: string;
      /** One L2-normalised embedding per good frame, `Float32Array[dimension of the set]`. */
      readonly embeddings: readonly Float32Array[];
      /** How clear the face was in these frames, 0..1 (`clarity.ts`). */
      readonly quality: number;
      /**
       * The same frames described by the set that was used before, as far as it found the face in them; null: it is not
       * loaded, or the task is another than `identify`.
       */
      readonly previous: { readonly modelId: string; readonly embeddings: readonly Float32Array[] } | null;
      readonly liveness: Liveness;
      /** ms from the first frame of this run in which the face was seen to now. */
      readonly tookMs: number;
    }
  /** The head was turned as asked, by the person of the last complete run. Said once for a task, or never. */
  | { readonly kind: 'turned'; readonly task: number }
  /** Nobody has been in view for long enough to be sure they left. */
  | { readonly kind: 'left'; readonly task: number }
  /** `models`: files missing or wrong; `frames`: the camera's stream ended; `bug`: anything else. */
  | { readonly kind: 'failed'; readonly reason: 'models' | 'frames' | 'bug'; readonly detail: string };

/** Sent every second while the worker is alive; for `client.ts` only. */
export type Heartbeat = { readonly kind: 'beat' };
