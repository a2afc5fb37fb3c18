import { app, net } from 'electron';

const askMs = 30_000;
const patienceMs = 10_000;
/** A machine under load may miss one. */
const missesAtMost = 3;

/** Tells it that the server has ended, so that it is not expected to answer until it has once. */
export type ServerWatch = { readonly ended: () => void };

/**
 * Asks the server inside every half minute whether it is alive, until the application quits.
 * @param serverUrl its origin.
 * @param hung called when it has answered before and then did not, three times running.
 */
export function watchServer(serverUrl: string, hung: () => void): ServerWatch {
  let misses = 0;
  let answered = false;
  const forget = (): void => {
    [misses, answered] = [0, false];
  };
  const look = async (): Promise<void> => {
    const isThere = await net.fetch(`${serverUrl}/healthz`, { signal: AbortSignal.timeout(patienceMs) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) [misses, answered] = [0, true];
    else if (answered) misses += 1;
    if (misses < missesAtMost) return;
    forget();
    hung();
  };
  const timer = setInterval(() => void look(), askMs);
  app.once('before-quit', () => clearInterval(timer));
  return { ended: forget };
}
