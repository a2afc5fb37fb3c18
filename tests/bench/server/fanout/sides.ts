import { join } from 'node:path';
import { startCrowd } from './crowd.ts';
import type { Round } from './figures.ts';
import { measure } from './figures.ts';
import { startMeasured } from './measured.ts';

/** A server that only sends, and a crowd of its own that it sends to. */
export type Side = {
  /** Everybody gets their view once. */
  readonly send: () => Promise<Round>;
  readonly close: () => Promise<void>;
};

/**
 * @param how as the product delivers views, or as bare bytes.
 * @param views one for each of the crowd, as JSON.
 */
export async function openSide(how: 'product' | 'bare', views: readonly string[]): Promise<Side> {
  const bare = how === 'bare';
  const program = join(import.meta.dirname, bare ? 'rawServer.ts' : 'viewServer.ts');
  const server = await startMeasured(program, [], /port (\d+)/u);
  const crowd = startCrowd();
  await crowd.take(`${bare ? 'ws' : 'http'}://127.0.0.1:${server.found[1]}`, views, bare);
  server.child.send('ready');
  return {
    send: () => measure(server, () => crowd.see({ kind: 'bytes' }, () => server.child.send('go'))),
    close: async () => {
      crowd.close();
      await server.kill();
    },
  };
}
