import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getActiveResourcesInfo } from 'node:process';
import { startOn } from '../../server/main.ts';
import { readOptions } from '../../server/options.ts';
import { webhookPoster } from '../../server/webhooks/post.ts';
import type { Answered, Order, Reading } from './reading.ts';

/**
 * The real server as a process of its own, whose clock stands where its parent puts it and which says how it fares.
 * `node --expose-gc serverProcess.ts FIRST-MOMENT [options of the server]`, forked.
 */
const [moment = '', ...args] = process.argv.slice(2);
let now = Number(moment);
const delay = monitorEventLoopDelay({ resolution: 10 });

const tell = (message: Answered): void => void process.send?.(message);

/** What is garbage is let go first: twice, since what finalizers hold goes only with the second. */
async function read(): Promise<Reading> {
  const [lagP50Ms, lagP99Ms] = [delay.percentile(50) / 1e6, delay.percentile(99) / 1e6];
  for (let i = 0; i < 2; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  delay.reset();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  const resources = getActiveResourcesInfo();
  const count = (kind: string): number => resources.filter((one) => one === kind).length;
  const { user, system } = process.cpuUsage();
  return {
    rssBytes: rss,
    heapBytes: heapUsed,
    externalBytes: external,
    arrayBufferBytes: arrayBuffers,
    descriptors: readdirSync('/proc/self/fd').length,
    sockets: count('TCPSocketWrap'),
    timers: count('Timeout'),
    resources: resources.length,
    lagP50Ms,
    lagP99Ms,
    cpuMs: (user + system) / 1000,
  };
}

const running = await startOn(readOptions(args), join(import.meta.dirname, '../..'), {
  now: () => now,
  // The receiver is on this machine, where otherwise nothing is sent.
  postWebhook: webhookPoster((_protocol, address) => address === '127.0.0.1'),
});
delay.enable();
const obey = async (order: Order): Promise<void> => {
  if (order.kind === 'clock') now = order.at;
  const reading = order.kind === 'read' ? await read() : null;
  if (order.kind === 'stop') await running.stop();
  tell({ kind: 'done', id: order.id, reading });
  if (order.kind === 'stop') process.disconnect();
};
process.on('message', (order: Order) => void obey(order));
tell({ kind: 'runs', url: running.url, manager: running.firstManager });
