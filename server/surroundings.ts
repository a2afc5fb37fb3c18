import type { AppConfig } from './config.ts';
import { makePrinters } from './printing/printers.ts';
import type { Speaker } from './speech/espeak.ts';
import { goodUntil } from './tls/certificate.ts';
import type { ServerHealth } from './usecases/serverHealth.ts';
import { makeServerHealth } from './usecases/serverHealth.ts';
import type { Store } from './usecases/store.ts';
import { wallFolders, watchWallMaterial } from './wallMaterial.ts';

type Surroundings = {
  readonly printers: ReturnType<typeof makePrinters>;
  readonly wallAt: ReturnType<typeof wallFolders>;
  readonly speaker: Speaker;
  readonly wallMaterial: Awaited<ReturnType<typeof watchWallMaterial>>;
  readonly close: () => void;
};

/** What stands about the server: printers, a voice, and what walls show and say. */
export async function openSurroundings(
  { data, findSpeaker, now, log }: AppConfig,
  store: Store,
  publish: () => void,
): Promise<Surroundings> {
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

/** How the machine fares that the server runs on. */
export const ownHealth = ({ data, freeBytes, tls }: AppConfig): ServerHealth =>
  makeServerHealth(() => freeBytes(data), tls && goodUntil(tls.cert));
