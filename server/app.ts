import { accessSync, constants, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import type { Logger } from 'pino';
import { businessDayOf } from '../shared/domain/calendar.ts';
import { makeBackups } from './backup/backups.ts';
import { watchClock } from './clock.ts';
import { sqliteStore } from './db/store.ts';
import type { AskPassphrase } from './keys/file.ts';
import { loadFaces, loadPreviousFaces } from './loadFaces.ts';
import { watchNight } from './night.ts';
import { officeFiles } from './officeFiles.ts';
import { openOffice } from './openOffice.ts';
import { nameOf, urlInNetwork } from './ownAddress.ts';
import { makePrinters } from './printing/printers.ts';
import { makePusher } from './push/pusher.ts';
import { makePushKey, pushSender } from './push/send.ts';
import type { FirstManager } from './seed/prepare.ts';
import { prepareOffice } from './seed/prepare.ts';
import { readRatingScale } from './seed/rating.ts';
import type { Speaker } from './speech/espeak.ts';
import { StartError } from './startError.ts';
import { startErrorOf } from './startFailure.ts';
import type { Certificate } from './tls/certificate.ts';
import { bindHttp } from './transport/bindHttp.ts';
import { bindSocket } from './transport/bindSocket.ts';
import type { Folders } from './transport/pages.ts';
import { makeScreens } from './transport/screens.ts';
import { closeDay } from './usecases/closeDay.ts';
import { makeDeviceHealth } from './usecases/deviceHealth.ts';
import { makeFaceMemory } from './usecases/faceMemory.ts';
import type { Context, FaceSet } from './usecases/ports.ts';
import { makeWrongCodes } from './usecases/wrongCodes.ts';
import { wallFolders, watchWallMaterial } from './wallMaterial.ts';

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
  readonly now: () => number;
  /** By which push services are reached; nothing else on the internet is. */
  readonly fetch: typeof globalThis.fetch;
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

/** Makes the data folder if need be. @throws StartError if it cannot be written. */
function prepareFolder(folder: string): void {
  try {
    // For its owner only: the key in it opens everything else in it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written.`);
  }
}

/** An https server is used like any other from here on. */
const makeApp = (tls: Certificate | null): FastifyInstance =>
  tls === null ? fastify({ bodyLimit: 16_384 }) : fastify({ bodyLimit: 16_384, https: tls });

/**
 * Starts a server on an office's data, making the sample office if the folder is new.
 * @throws StartError, after which nothing is left open.
 */
export async function startApp(config: AppConfig): Promise<Running> {
  const { data, folders, faceSet, now, log } = config;
  prepareFolder(data);
  const office = await openOffice({ data, ask: config.askPassphrase, now });
  const { db, vault } = office;
  const app = makeApp(config.tls);
  const scheme = config.tls === null ? 'http' : 'https';
  try {
    const firstManager = await prepareOffice(office);
    const store = sqliteStore(db, vault);
    store.audit.begin();
    const timeZone = (): string => store.office.office().timeZone;
    const backups = makeBackups({ db, vault, folder: officeFiles(data).backups, timeZone, now, log });
    if (store.pushes.publicKey() === null) store.pushes.setKey(makePushKey());
    const faces = loadFaces(store, faceSet);
    const previousFaces = loadPreviousFaces(store, faces, config.faceSetCalled);

    const port = (): number => (app.server.address() as AddressInfo).port;
    const screens = makeScreens(
      randomUUID(),
      () => context,
      log,
      () => pusher.look(),
    );
    const { isOnline, isConnected } = screens;
    const printers = makePrinters(screens.publish, (why) => log.warn({ why }, 'printer'));
    printers.use(store.printers.all());
    const wallAt = wallFolders(data);
    const speaker = await config.findSpeaker(wallAt.voiceCache);
    const wallMaterial = await watchWallMaterial(wallAt, speaker, screens.publish);
    app.addHook('onClose', () => {
      wallMaterial.close();
      printers.close();
    });
    const wrongCodes = makeWrongCodes();
    const faceMemory = makeFaceMemory();
    const context: Context = {
      ...faces,
      previousFaces,
      faceMemory,
      deviceHealth: makeDeviceHealth(),
      printers,
      wallMaterial,
      ratingScale: readRatingScale(),
      wrongCodes,
      backups,
      store,
      vault,
      now,
      isOnline,
      isConnected,
      publicUrl: () =>
        store.office.publicUrl()?.replace(/\/+$/u, '') ?? urlInNetwork(scheme, config.host, port()),
    };
    const sendPush = pushSender(config.fetch, store.pushes.key, context.publicUrl);
    const pusher = makePusher(context, sendPush, screens.publish, (why) => log.warn({ why }, 'push'));
    closeDay(context);
    await bindHttp(app, context, screens, folders, { ...wallAt, say: speaker.say }, log);
    const io = bindSocket(app.server, context, screens, log);
    await app.listen({ host: config.host, port: config.port });
    // Measured from now on, so that the first visitor may find it done.
    faces.ownAccept();
    previousFaces?.ownAccept();
    const night = watchNight(context, screens.publish, log);
    const onTime = (): void => {
      if (store.trouble() !== null) store.tryAgain();
      closeDay(context);
      night.look();
      // When nobody waits, since of a large gallery it takes a moment.
      const today = businessDayOf(now(), timeZone());
      if (store.tickets.waiting(today).length === 0) faces.gallery.settle();
      screens.publish();
    };
    const stopClock = watchClock(context, onTime, log);
    const stopPlay = config.play?.(context, screens.publish);
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
        db.close();
      },
    };
  } catch (error) {
    await app.close();
    db.close();
    throw startErrorOf(error, config);
  }
}
