import type { Context } from '../usecases/ports.ts';
import type { DuePush } from '../usecases/pushes.ts';
import { endPush, takeDuePushes } from '../usecases/pushes.ts';
import type { SendPush } from './send.ts';

/** Tells phones that the turn is near. Nobody waits for it. */
export type Pusher = {
  /** To be called after every change of the line: tells those whose turn has come near. */
  readonly look: () => void;
  /** Lets go of what is under way. */
  readonly close: () => void;
};

/**
 * @param changed called when phones were forgotten that push services no longer know.
 * @param log told what failed, in words that name no phone.
 */
export function makePusher(
  context: Context,
  send: SendPush,
  changed: () => void,
  log: (why: string) => void,
): Pusher {
  const closed = new AbortController();
  const fail = (error: unknown): void => {
    if (!closed.signal.aborted) log(error instanceof Error ? error.message : 'fails');
  };
  const tell = async (due: DuePush): Promise<void> => {
    // What is said to the phone goes through others' machines, though they cannot read it: no more than it has to.
    const outcome = await send(due.subscription, { number: due.number, ahead: due.ahead }, closed.signal);
    if (closed.signal.aborted) return;
    endPush(context, due, outcome);
    if (outcome === 'gone') changed();
  };
  return {
    look: () => {
      try {
        for (const due of takeDuePushes(context)) tell(due).catch(fail);
      } catch (error) {
        fail(error);
      }
    },
    close: () => closed.abort(),
  };
}
