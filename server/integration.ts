import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Commits } from './commits.ts';
import type { Db } from './db/open.ts';
import { watchDropFolder } from './drop/watch.ts';
import type { Metrics } from './metrics/metrics.ts';
import { makeReadiness } from './readiness.ts';
import { bindApi, keyHolder } from './transport/bindApi.ts';
import { bindHealth } from './transport/bindHealth.ts';
import type { Context } from './usecases/ports.ts';
import type { PostWebhook } from './webhooks/post.ts';
import { makeWebhookSender } from './webhooks/sender.ts';

type Edge = {
  readonly db: Db;
  readonly commits: Commits;
  readonly metrics: Metrics;
  readonly postWebhook: PostWebhook;
  /** Shows every screen what has changed. */
  readonly publish: () => void;
  readonly log: Logger;
};

/**
 * Everything by which other systems and the office meet: webhooks, the folder for lists, the HTTP API, and what watches the
 * server. Ends with the app.
 * @returns to be called after every change, so that others are told of it.
 */
export async function bindIntegration(
  app: FastifyInstance,
  context: Context,
  { db, commits, metrics, postWebhook, publish, log }: Edge,
): Promise<() => void> {
  const webhooks = makeWebhookSender(context, postWebhook, publish, (facts) => log.warn(facts, 'webhook'));
  const endDrop = watchDropFolder(context, commits, publish, (err) => log.warn({ err }, 'drop folder'));
  app.addHook('onClose', async () => {
    webhooks.close();
    metrics.close();
    await endDrop();
  });
  const holderOf = keyHolder(context);
  await bindApi(app, context, commits, holderOf, publish, log);
  bindHealth(app, makeReadiness(db, context), metrics, holderOf);
  return webhooks.look;
}
