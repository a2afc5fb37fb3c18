import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getActiveResourcesInfo } from 'node:process';
import { getHeapSpaceStatistics } from 'node:v8';
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
let cpuBefore = process.cpuUsage();

const tell = (message: Answered): void => void process.send?.(message);

/** Of all that JavaScript keeps, what is no code. */
const dataBytes = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name: space }) => !/code|trusted/u.test(space))
    .reduce((sum, { space_used_size: used }) => sum + used, 0);

/** What is garbage is let go first: twice, since what finalizers hold goes only with the second. */
async function read(): Promise<Reading> {
  const lagP99Ms = delay.percentile(99) / 1e6;
  const { user, system } = process.cpuUsage(cpuBefore);
  for (let i = 0; i < 2; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  delay.reset();
  cpuBefore = process.cpuUsage();
  const { rss, external, arrayBuffers } = process.memoryUsage();
  const resources = getActiveResourcesInfo();
  const count = (kind: string): number => resources.filter((one) => one === kind).length;
  return {
    rssBytes: rss,
    heapBytes: dataBytes(),
    externalBytes: external,
    arrayBufferBytes: arrayBuffers,
    descriptors: readdirSync('/proc/self/fd').length,
    sockets: count('TCPSocketWrap'),
    timers: count('Timeout'),
    resources: resources.length,
    lagP99Ms,
    cpuMs: (user + system) / 1000,
  };
}

const running = await startOn(readOptions(args), join(import.meta.dirname, '../..'), {
  now: () => now,
  // As if time had passed, not as if somebody had set the clock.
  steady: () => now,
  // The receiver is on this machine, where otherwise nothing is sent.
  postWebhook: webhookPoster((_protocol, address) => address === '127.0.0.1'),
});
delay.enable();
const obey = async (order: Order): Promise<void> => {
  if (order.kind === 'clock') now = order.at;
  const reading = order.kind === 'read' ? await read() : null;
  if (order.kind === 'stop') await running.stop();
  tell({ kind: 'done', id: order.id, reading });
  // From here on nothing keeps it alive but what the server has left behind.
  if (order.kind === 'stop') process.off('disconnect', leave).disconnect();
};
// Its parent has ended, in whatever way.
const leave = (): void => process.exit();
process.on('disconnect', leave);
process.on('message', (order: Order) => void obey(order));
tell({ kind: 'runs', url: running.url, manager: running.firstManager });
