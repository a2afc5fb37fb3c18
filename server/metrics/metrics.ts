import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { Screen } from '../../shared/contract/protocol.ts';
import { screens } from '../../shared/contract/protocol.ts';
import { todayOf } from '../usecases/newAppointment.ts';
import type { Context } from '../usecases/ports.ts';
import type { Log } from '../db/log.ts';
import type { Store } from '../usecases/store.ts';

/** How the server fares, for Prometheus: numbers only, nobody in a label. */
export type Metrics = {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  /** The same store, its transactions timed. */
  readonly timed: (store: Store) => Store;
  /** The same log, its syncs timed. */
  readonly timedLog: (log: Log) => Log;
  readonly close: () => void;
};

type Connected = () => ReadonlyMap<Screen, number>;

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

type AddGauge = (
  name: string,
  help: string,
  labels: readonly string[],
  read: (set: (value: number, ...labels: string[]) => void) => void,
) => void;

/** Gauges that are read when somebody asks, and cost nothing otherwise. */
function gaugesIn(registry: Registry): AddGauge {
  return (name, help, labelNames, read) => {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect: () => {
        // A field that is gone must not be counted for ever.
        gauge.reset();
        read((value, ...labels) =>
          gauge.set(Object.fromEntries(labelNames.map((label, i) => [label, labels[i] ?? ''])), value),
        );
      },
    });
  };
}

function officeGauges(add: AddGauge, context: () => Context, connected: Connected): void {
  add('luot_waiting', 'People in line', ['field'], (set) => {
    const { store, now } = context();
    const line = store.tickets.waiting(todayOf({ store, now }));
    for (const { id, prefix } of store.office.fields())
      set(line.filter(({ fieldId }) => fieldId === id).length, prefix);
  });
  add('luot_longest_wait_seconds', 'How long whoever has waited longest has waited', ['field'], (set) => {
    const { store, now } = context();
    const line = store.tickets.waiting(todayOf({ store, now }));
    for (const { id, prefix } of store.office.fields()) {
      const since = line.filter(({ fieldId }) => fieldId === id).map((ticket) => ticket.issuedAt);
      set(since.length === 0 ? 0 : Math.max(0, now() - Math.min(...since)) / 1000, prefix);
    }
  });
  add('luot_tickets_today', 'Numbers of today by what became of them', ['state'], (set) => {
    const { store, now } = context();
    for (const [state, count] of store.days.ticketsByState(todayOf({ store, now }))) set(count, state);
  });
  add('luot_counters_staffed', 'Counters at which an officer works', [], (set) =>
    set(context().store.desks.all().length),
  );
  add('luot_screens_connected', 'Screens that are connected', ['kind'], (set) => {
    const counts = connected();
    for (const kind of screens) set(counts.get(kind) ?? 0, kind);
  });
}

function machineGauges(add: AddGauge, context: () => Context, file: string): void {
  add('luot_database_bytes', 'Size of the database', [], (set) => set(sizeOf(file)));
  add('luot_database_wal_bytes', 'Size of its write-ahead log', [], (set) => set(sizeOf(`${file}-wal`)));
  add('luot_backup_age_seconds', 'Age of the last backup; without end while there is none', [], (set) => {
    const { backups, now } = context();
    const { lastAt } = backups.state();
    set(lastAt === null ? Infinity : Math.max(0, now() - lastAt) / 1000);
  });
  add('luot_backup_trouble', '1 if the last backup was not made', [], (set) =>
    set(context().backups.state().trouble === null ? 0 : 1),
  );
  add(
    'luot_webhook_deliveries',
    'Messages to other systems that are still to be sent, or given up',
    ['state'],
    (set) => {
      const { due, dead } = context().store.webhooks.figures();
      set(due, 'due');
      set(dead, 'dead');
    },
  );
  add('luot_webhook_oldest_seconds', 'Age of the oldest message that is still to be sent', [], (set) => {
    const { store, now } = context();
    const { oldestAt } = store.webhooks.figures();
    set(oldestAt === null ? 0 : Math.max(0, now() - oldestAt) / 1000);
  });
  add('process_resident_memory_bytes', 'Memory', [], (set) => set(process.memoryUsage.rss()));
}

/**
 * Begins to measure.
 * @param context made after the metrics are, which time its transactions; hence a function.
 * @param file of the database.
 */
export function makeMetrics(context: () => Context, connected: Connected, file: string): Metrics {
  const registry = new Registry();
  const add = gaugesIn(registry);
  officeGauges(add, context, connected);
  machineGauges(add, context, file);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  add('luot_event_loop_delay_seconds', 'Since it was asked last', ['quantile'], (set) => {
    for (const quantile of [50, 90, 99] as const)
      set(delay.percentile(quantile) / 1e9, String(quantile / 100));
    delay.reset();
  });
  const transactions = new Histogram({
    name: 'luot_transaction_seconds',
    help: 'Transactions, without bringing them to the disk',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1],
    registers: [registry],
  });
  const syncs = new Histogram({
    name: 'luot_sync_seconds',
    help: 'Bringing what was committed to the disk, for all who wait for it at once',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    timed: (store) => ({
      ...store,
      transaction: (work) => {
        const from = performance.now();
        try {
          return store.transaction(work);
        } finally {
          transactions.observe((performance.now() - from) / 1000);
        }
      },
    }),
    timedLog: (log) => ({
      ...log,
      sync: async () => {
        const from = performance.now();
        await log.sync();
        syncs.observe((performance.now() - from) / 1000);
      },
    }),
    close: () => delay.disable(),
  };
}
