import { setTimeout as sleep } from 'node:timers/promises';
import { startOnce } from './app.ts';
import type { AppConfig, Running } from './config.ts';
import type { Putting } from './backup/putting.ts';
import { restore } from './backup/restore.ts';
import type { PutBackWish } from './usecases/keepingStore.ts';

/** The port of an address such as `https://localhost:443`, which `URL` would leave out. */
const portOf = (url: string): number => Number(/:(\d+)$/u.exec(url)?.[1]);

/**
 * Starts a server that can put a backup back by itself: it closes, the data are replaced, and it opens again under the
 * same address, all in this process, so that nobody has to be there whatever started it. If the backup turns out to be no
 * good, what was there before is what it goes on with. It also opens again when the disk did not keep what it was given,
 * with whatever it did keep.
 * @throws StartError, after which nothing is left open.
 */
export async function startApp(config: AppConfig): Promise<Running> {
  const { data, askPassphrase: ask, now, log, answerMs } = config;
  const opening = { data, ask, now };
  const ending = new AbortController();
  let isComing = false;
  let work = Promise.resolve();

  const open = (last: Putting['last'], port: number): Promise<Running> =>
    startOnce({ ...config, port }, { begin, isComing: () => isComing, last }, openAgain);
  const putBack = async (file: string, { by, requestId }: PutBackWish): Promise<void> => {
    const port = portOf(life.url);
    const at = now();
    await life.stop();
    // From here on the wish is fulfilled or failed: the next life may be asked for another.
    isComing = false;
    let former: string | null = null;
    try {
      const { before, madeAt } = await restore(opening, file, by);
      if (before.kind === 'backedUp') former = before.file;
      life = await open({ done: true, at, madeAt, requestId }, port);
    } catch (error) {
      log.error({ err: error, file }, 'a backup could not be put back');
      if (former !== null) await restore(opening, former);
      life = await open({ done: false, at, madeAt: at, requestId }, port);
    }
  };
  // If it cannot, the process ends with that, and whatever started it starts it again.
  const openAgain = (error: unknown): void => {
    log.error(
      { err: error },
      'the disk did not keep what it was given; the server opens again on what it did keep',
    );
    work = work.then(async () => {
      const port = portOf(life.url);
      await life.stop();
      life = await open(null, port);
    });
  };
  const begin: Putting['begin'] = (file, wish) => {
    if (isComing) return;
    isComing = true;
    work = sleep(answerMs, undefined, { signal: ending.signal }).then(
      () => putBack(file, wish),
      // The server was ended meanwhile.
      () => undefined,
    );
  };

  const first = await open(null, config.port);
  let life = first;
  return {
    ...first,
    stop: async () => {
      ending.abort();
      await work;
      await life.stop();
    },
  };
}
