import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Putting } from './backup/putting.ts';
import { makeBackups } from './backup/backups.ts';
import { timePasser, watchClock } from './clock.ts';
import { sqliteStore } from './db/store.ts';
import type { AskPassphrase } from './keys/file.ts';
import { bindIntegration } from './integration.ts';
import { loadFaces, loadPreviousFaces } from './loadFaces.ts';
import { makeHttp } from './makeHttp.ts';
import { makeMetrics } from './metrics/metrics.ts';
import { watchNight } from './night.ts';
import { officeFiles } from './officeFiles.ts';
import { openOffice } from './openOffice.ts';
import { nameOf, urlInNetwork } from './ownAddress.ts';
import { makePrinters } from './printing/printers.ts';
import { makePusher } from './push/pusher.ts';
import { makePushKey, pushSender } from './push/send.ts';
import { catalogueFields } from './seed/catalogueFields.ts';
import type { FirstManager } from './seed/prepare.ts';
import { prepareOffice } from './seed/prepare.ts';
import { readRatingScale } from './seed/rating.ts';
import type { Speaker } from './speech/espeak.ts';
import { prepareFolder, startErrorOf } from './startFailure.ts';
import type { Certificate } from './tls/certificate.ts';
import { bindHttp } from './transport/bindHttp.ts';
import { bindSocket } from './transport/bindSocket.ts';
import type { Folders } from './transport/pages.ts';
import { makeScreens } from './transport/screens.ts';
import { closeDay } from './usecases/closeDay.ts';
import { makeDeviceHealth } from './usecases/deviceHealth.ts';
import { makeHeeded } from './usecases/deviceWishes.ts';
import { makeFaceMemory } from './usecases/faceMemory.ts';
import { makeLooks } from './usecases/looks.ts';
import type { Context, FaceSet } from './usecases/ports.ts';
import type { Store } from './usecases/store.ts';
import { makeWrongCodes } from './usecases/wrongCodes.ts';
import { wallFolders, watchWallMaterial } from './wallMaterial.ts';
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
  /** How long a request may take to come in whole, ms; who sends it by drops is not waited for. */
  readonly arriveMs: number;
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

/** What stands about the server: printers, a voice, and what walls show and say. */
async function openSurroundings(
  { data, findSpeaker, now, log }: AppConfig,
  store: Store,
  publish: () => void,
) {
  const printers = makePrinters(publish, (why) => log.warn({ why }, 'printer'), now);
  printers.use(store.printers.all());
  const wallAt = wallFolders(data);
  const speaker = await findSpeaker(wallAt.voiceCache);
  const wallMaterial = await watchWallMaterial(wallAt, speaker, publish);
  const close = (): void => {
    wallMaterial.close();
    printers.close();
  };
  return { printers, wallAt, speaker, wallMaterial, close };
}

/**
 * Starts a server on an office's data, making the sample office if the folder is new.
 * @param putting how it comes to be replaced by one on a backup.
 * @throws StartError, after which nothing is left open.
 */
export async function startOnce(config: AppConfig, putting: Putting): Promise<Running> {
  const { data, folders, faceSet, now, log } = config;
  prepareFolder(data);
  const office = await openOffice({ data, ask: config.askPassphrase, now });
  const { db, vault } = office;
  const app = makeHttp(config);
  const scheme = config.tls === null ? 'http' : 'https';
  try {
    const firstManager = await prepareOffice(office);
    const metrics = makeMetrics(
      () => context,
      () => screens.counts(),
      officeFiles(data).db,
    );
    const store = metrics.timed(sqliteStore(db, vault));
    store.audit.begin();
    const timeZone = (): string => store.office.office().timeZone;
    if (store.pushes.publicKey() === null) store.pushes.setKey(makePushKey());
    const faces = loadFaces(store, faceSet);
    const previousFaces = loadPreviousFaces(store, faces, config.faceSetCalled);

    const port = (): number => (app.server.address() as AddressInfo).port;
    const screens = makeScreens(
      randomUUID(),
      () => context,
      log,
      () => {
        pusher.look();
        tellOthers();
      },
    );
    const { isOnline, isConnected, lastThere, publish } = screens;
    const { backups: folder } = officeFiles(data);
    const backups = makeBackups({ db, vault, folder, timeZone, now, log, changed: publish, putting });
    const around = await openSurroundings(config, store, publish);
    app.addHook('onClose', around.close);
    const wrongCodes = makeWrongCodes();
    const faceMemory = makeFaceMemory();
    const context: Context = {
      ...faces,
      previousFaces,
      faceMemory,
      deviceHealth: makeDeviceHealth(),
      heeded: makeHeeded(),
      printers: around.printers,
      wallMaterial: around.wallMaterial,
      ratingScale: readRatingScale(),
      catalogue: catalogueFields(),
      wrongCodes,
      looks: makeLooks(),
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
    const sendPush = pushSender(config.fetch, store.pushes.key, context.publicUrl);
    const pusher = makePusher(context, sendPush, publish, (why) => log.warn({ why }, 'push'));
    closeDay(context);
    await bindHttp(app, context, screens, folders, { ...around.wallAt, say: around.speaker.say }, log);
    const tellOthers = await bindIntegration(app, context, { ...config, db, metrics, publish });
    const io = bindSocket(app.server, context, screens, log);
    await app.listen({ host: config.host, port: config.port });
    // Measured from now on, so that the first visitor may find it done.
    faces.ownAccept();
    previousFaces?.ownAccept();
    const night = watchNight(context, publish, log);
    const onTime = timePasser(context, night.look, publish);
    const stopClock = watchClock(context, onTime, log);
    const stopPlay = config.play?.(context, publish);
    return {
      url: `${scheme}://${nameOf(config.host)}:${port()}`,
      host: config.host,
      firstManager,
      data,
      counterNumbers: store.office.counters().map(({ number }) => number),
      stop: async () => {
        stopPlay?.();
        stopClock();
        pusher.close();
        faces.stop();
        previousFaces?.stop();
        await io.close();
        await app.close();
        await night.end();
        await backups.end();
        db.close();
      },
    };
  } catch (error) {
    await app.close();
    db.close();
    throw startErrorOf(error, config);
  }
}
