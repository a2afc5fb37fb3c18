import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Putting } from './backup/putting.ts';
import { makeBackups } from './backup/backups.ts';
import { timePasser, watchClock } from './clock.ts';
import type { AppConfig, Running } from './config.ts';
import { makeCommits } from './commits.ts';
import { logOf } from './db/log.ts';
import { sqliteStore } from './db/store.ts';
import { bindIntegration } from './integration.ts';
import type { KnownFaces } from './loadFaces.ts';
import { knownFaces } from './loadFaces.ts';
import { makeHttp } from './makeHttp.ts';
import { makeMetrics } from './metrics/metrics.ts';
import { watchNight } from './night.ts';
import { officeFiles } from './officeFiles.ts';
import type { OfficeClock } from './officeClock.ts';
import { officeClock } from './officeClock.ts';
import { openOffice } from './openOffice.ts';
import { nameOf, urlInNetwork } from './ownAddress.ts';
import { makePusher } from './push/pusher.ts';
import { makePushKey, pushSender } from './push/send.ts';
import { catalogueFields } from './seed/catalogueFields.ts';
import { prepareOffice } from './seed/prepare.ts';
import { readRatingScale } from './seed/rating.ts';
import { prepareFolder, startErrorOf } from './startFailure.ts';
import { openSurroundings, ownHealth } from './surroundings.ts';
import { bindHttp } from './transport/bindHttp.ts';
import { bindSocket } from './transport/bindSocket.ts';
import { bug } from './transport/problem.ts';
import { makeScreens } from './transport/screens.ts';
import { heedClockAtStart } from './usecases/clockSet.ts';
import { closeDay } from './usecases/closeDay.ts';
import { makeDeviceHealth } from './usecases/deviceHealth.ts';
import { makeHeeded } from './usecases/deviceWishes.ts';
import { makeFaceMemory } from './usecases/faceMemory.ts';
import { makeLooks } from './usecases/looks.ts';
import type { Context } from './usecases/ports.ts';
import { makeWrongCodes } from './usecases/wrongCodes.ts';

type OnLost = Parameters<typeof makeCommits>[1];

/** What a server reads once, and what it knows only as long as it runs. */
const remembered = (config: AppConfig) => ({
  ratingScale: readRatingScale(),
  catalogue: catalogueFields(),
  faceMemory: makeFaceMemory(),
  deviceHealth: makeDeviceHealth(),
  heeded: makeHeeded(),
  wrongCodes: makeWrongCodes(),
  looks: makeLooks(),
  serverHealth: ownHealth(config),
});

/** What happens though nobody does anything. @returns what stops it, and what waits for the night's work. */
function watchTime(
  context: Context,
  follow: OfficeClock['follow'],
  publish: () => void,
  { log, play }: AppConfig,
) {
  const night = watchNight(context, publish, log);
  const onTime = timePasser(context, night.look, publish);
  const stopClock = watchClock(context, follow, onTime, log);
  const stopPlay = play?.(context, publish);
  const stop = (): void => {
    stopPlay?.();
    stopClock();
  };
  return { stop, end: night.end };
}

/** Brings the faces into memory; of what goes wrong with that later managers are told. */
const bringFaces = (
  { bring }: KnownFaces,
  { serverHealth, now }: Context,
  publish: () => void,
  { log, faceLoading }: AppConfig,
): void =>
  bring(faceLoading, publish, (why) => {
    bug(log, 'faces', why);
    serverHealth.keepFacesLost(now());
    publish();
  });

/**
 * Starts a server on an office's data, making the sample office if the folder is new.
 * @param putting how it comes to be replaced by one on a backup.
 * @param onLost called if the disk does not keep what it was given: nothing is answered any more then, and what the disk
 * did keep only a new start tells.
 * @throws StartError, after which nothing is left open.
 */
export async function startOnce(given: AppConfig, putting: Putting, onLost: OnLost): Promise<Running> {
  const config = { ...given, ...officeClock(given.now, given.steady) };
  const { data, folders, faceSet, now, log } = config;
  prepareFolder(data);
  const office = await openOffice({ ...config, ask: config.askPassphrase });
  const { db, vault, keys } = office;
  const dbLog = logOf(db);
  const app = makeHttp(config);
  const scheme = config.tls === null ? 'http' : 'https';
  try {
    const firstManager = await prepareOffice(office);
    const metrics = makeMetrics(
      () => context,
      () => screens.counts(),
      officeFiles(data).db,
    );
    const commits = makeCommits(metrics.timedLog(dbLog), onLost);
    const store = metrics.timed(sqliteStore(db, vault, dbLog.beforeWrite));
    store.audit.begin();
    const timeZone = (): string => store.office.office().timeZone;
    if (store.pushes.publicKey() === null) store.pushes.setKey(makePushKey());
    const known = knownFaces(store, faceSet, config.faceSetCalled);

    const port = (): number => (app.server.address() as AddressInfo).port;
    const screens = makeScreens(
      randomUUID(),
      () => context,
      commits,
      log,
      () => {
        pusher.look();
        tellOthers();
      },
    );
    const { isOnline, isConnected, lastThere, publish } = screens;
    const { backups: folder } = officeFiles(data);
    const backups = makeBackups({ db, vault, keys, folder, timeZone, now, log, changed: publish, putting });
    const around = await openSurroundings(config, store, publish);
    app.addHook('onClose', around.close);
    const context: Context = {
      ...known.faces,
      previousFaces: known.previousFaces,
      ...remembered(config),
      printers: around.printers,
      wallMaterial: around.wallMaterial,
      backups,
      store,
      vault,
      now,
      isOnline,
      isConnected,
      lastThere,
      publicUrl: () =>
        store.office.publicUrl()?.replace(/\/+$/u, '') ?? urlInNetwork(scheme, config.host, port()),
      dropFolder: officeFiles(data).drop,
    };
    const send = pushSender(config.fetch, store.pushes.key, context.publicUrl);
    const pusher = makePusher(context, send, publish, (why) => log.warn({ why }, 'push'));
    heedClockAtStart(context);
    closeDay(context);
    await bindHttp(
      app,
      context,
      commits,
      screens,
      folders,
      { ...around.wallAt, say: around.speaker.say },
      log,
    );
    const tellOthers = await bindIntegration(app, context, { ...config, db, commits, metrics, publish });
    const io = bindSocket(app.server, context, commits, screens, log);
    bringFaces(known, context, publish, config);
    await app.listen({ host: config.host, port: config.port });
    const time = watchTime(context, config.follow, publish, config);
    return {
      url: `${scheme}://${nameOf(config.host)}:${port()}`,
      host: config.host,
      firstManager,
      data,
      counterNumbers: store.office.counters().map(({ number }) => number),
      stop: async () => {
        time.stop();
        pusher.close();
        known.stop();
        // Whoever waits for an answer gets it first.
        await commits.end();
        await io.close();
        await app.close();
        await time.end();
        await backups.end();
        await commits.end();
        dbLog.close();
      },
    };
  } catch (error) {
    await app.close();
    dbLog.close();
    throw startErrorOf(error, config);
  }
}
