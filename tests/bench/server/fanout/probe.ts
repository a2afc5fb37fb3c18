import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded before the program of a process that is measured (`node --import`): answers what the process has cost so far.
 * Ends with whoever started it, however that ends.
 */
export type Usage = {
  /** Processor time of all its threads, µs. */
  readonly cpuUs: number;
  /** The longest that its event loop was held up since this was asked last, ms. */
  readonly heldUpMs: number;
};

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
process.on('message', (asked) => {
  if (asked !== 'usage') return;
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpuUs: user + system, heldUpMs: delay.max / 1e6 };
  delay.reset();
  process.send?.(usage);
});
process.once('disconnect', () => process.exit());
