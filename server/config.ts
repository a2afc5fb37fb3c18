import type { Logger } from 'pino';
import type { AskPassphrase } from './keys/file.ts';
import type { FirstManager } from './seed/prepare.ts';
import type { Speaker } from './speech/espeak.ts';
import type { Certificate } from './tls/certificate.ts';
import type { Folders } from './transport/pages.ts';
import type { Context, FaceSet } from './usecases/ports.ts';
import type { PostWebhook } from './webhooks/post.ts';

/** All that a server needs to know; nothing here is read from the environment. */
export type AppConfig = {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** To speak https with; null: plain http. */
  readonly tls: Certificate | null;
  readonly folders: Folders;
  readonly faceSet: FaceSet;
  /** Another set by its id, or null if it is not there: the one used before may know visitors. */
  readonly faceSetCalled: (id: string) => FaceSet | null;
  /** Looks for a speech program that keeps what it said in this folder. */
  readonly findSpeaker: (folder: string) => Promise<Speaker>;
  /** Asked only if the key file is locked. */
  readonly askPassphrase: AskPassphrase;
  /** How long a screen that asks for a backup to be put back has to get the answer before the server closes, ms. */
  readonly answerMs: number;
  readonly now: () => number;
  /** By which push services are reached; nothing else on the internet is. */
  readonly fetch: typeof globalThis.fetch;
  /** By which the systems are told that a manager named. */
  readonly postWebhook: PostWebhook;
  /** Plays visitors and officers of a demonstration; what it returns ends that. */
  readonly play?: (context: Context, publish: () => void) => () => void;
  readonly log: Logger;
};

export type Running = {
  /** Where this machine reaches it, such as `http://127.0.0.1:8085`. */
  readonly url: string;
  /** What it listens on; `0.0.0.0` is every address of the machine. */
  readonly host: string;
  /** Only when this start made the office. */
  readonly firstManager: FirstManager | null;
  readonly counterNumbers: readonly number[];
  readonly data: string;
  readonly stop: () => Promise<void>;
};
