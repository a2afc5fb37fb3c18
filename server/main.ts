import { join, resolve } from 'node:path';
import { pino } from 'pino';
import type { AppConfig, Running } from './config.ts';
import { startApp } from './lasting.ts';
import { makeDemo } from './demo/demo.ts';
import { faceSetCalled, loadFaceSet } from './faceSet.ts';
import { passphraseFrom } from './keys/ask.ts';
import type { ServerOptions } from './options.ts';
import { readOptions } from './options.ts';
import { isEverywhere, networkAddresses } from './ownAddress.ts';
import { findSpeaker } from './speech/espeak.ts';
import { StartError } from './startError.ts';
import { readCertificate } from './tls/certificate.ts';
import { webhookPoster } from './webhooks/post.ts';
import { mayReach } from './webhooks/reach.ts';

/**
 * The composition root, and the only place that reads the environment and the clock.
 * `LUOT_LOG`: pino's level (default `warn`); the log goes to standard error, one JSON object a line.
 * @param home the folder of the built pages and the prepared models.
 * `LUOT_PASSPHRASE`: of a locked key file.
 */
export async function startServer(
  options: ServerOptions,
  home = join(import.meta.dirname, '..'),
): Promise<Running> {
  return options.demo ? showDemo(options, home) : startOn(options, home, { now: Date.now });
}

/** Starts on a temporary office that is played, and removes it when the server stops. */
async function showDemo(options: ServerOptions, home: string): Promise<Running> {
  const demo = await makeDemo(Date.now(), () => performance.now());
  try {
    const running = await startOn({ ...options, data: demo.data }, home, demo);
    const stop = async (): Promise<void> => {
      await running.stop();
      demo.remove();
    };
    return { ...running, firstManager: demo.firstManager, stop };
  } catch (error) {
    demo.remove();
    throw error;
  }
}

async function startOn(
  options: ServerOptions,
  home: string,
  world: Pick<AppConfig, 'now' | 'play'>,
): Promise<Running> {
  const data = resolve(options.data);
  const models = join(home, 'models/prepared');
  return startApp({
    host: options.host,
    port: options.port,
    data,
    tls: options.tls ? readCertificate(data) : null,
    folders: {
      kiosk: join(home, 'dist/kiosk'),
      screens: join(home, 'dist/screens'),
      models,
    },
    faceSet: loadFaceSet(data, models),
    faceSetCalled: (id) => faceSetCalled(id, models),
    findSpeaker,
    answerMs: 300,
    askPassphrase: passphraseFrom(process.env, options.passphraseFd),
    fetch,
    postWebhook: webhookPoster(mayReach),
    ...world,
    log: pino({ level: process.env['LUOT_LOG'] ?? 'warn' }, pino.destination(2)),
  });
}

/** The addresses of all screens, for whoever started the server. */
export function describe({ url, host, counterNumbers, firstManager }: Running): string {
  const { port, protocol } = new URL(url);
  const rows = [
    ['Kiosk', '/kiosk/'],
    ['Wall display', '/wall'],
    ...counterNumbers.map((number) => [`Counter display ${number}`, `/counter?counter=${number}`]),
    ['Officer console', '/officer'],
    ['Manage', '/manage'],
    ['For everybody', '/dan-biet'],
  ].map(([name = '', path = '']) => `  ${name.padEnd(18)} ${url}${path}`);
  return [
    'Lượt is running.',
    ...rows,
    ...(isEverywhere(host)
      ? ['', '  From other machines:', ...networkAddresses().map((it) => `    ${protocol}//${it}:${port}`)]
      : []),
    ...(firstManager === null
      ? []
      : [
          '',
          `  First manager: user name ${firstManager.login}, password ${firstManager.password}`,
          '  The password is shown only this once. Officers get theirs from the manager, in Manage.',
        ]),
  ].join('\n');
}

/** The bare server, without installing, building or opening anything; runs until SIGINT or SIGTERM. */
async function main(): Promise<void> {
  try {
    const running = await startServer(readOptions(process.argv.slice(2)));
    console.log(describe(running));
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void running.stop().then(() => process.exit(0)));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

if (import.meta.main) await main();
