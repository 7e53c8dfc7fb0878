import { Hono } from 'hono';
import { z } from 'zod';
import {
  claimRequestSchema,
  cursorSchema,
  guardRequestSchema,
  PULL_MAX,
  pushRequestSchema,
  threadsRequestSchema,
} from '#utils/sync/wire.ts';
import { eraseRequestSchema } from '#utils/sync/wire-access.ts';
import type {
  ClaimResponse,
  GuardResponse,
  PullResponse,
  PushResponse,
  SnapshotResponse,
  ThreadsResponse,
} from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson, readQuery } from '../http/read-json.ts';
import { decideClaim } from '../services/claims.ts';
import { erase } from '../services/erasure.ts';
import { askGuard } from '../services/guard.ts';
import { loadSnapshotPage, loadThreads, pullChanges } from '../services/pull.ts';
import { pushFacts } from '../services/push.ts';

const limit = z.coerce.number().int().min(1).max(PULL_MAX).default(PULL_MAX);
const pullQuerySchema = cursorSchema.extend({
  seq: z.coerce.number().pipe(cursorSchema.shape.seq),
  limit,
});
const snapshotQuerySchema = z.object({ after: z.string().max(4_000).optional(), limit });

/** Facts in, changes out, claims, the send guard's question, erasure. All behind `requireActor`. */
export function syncRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .post('/push', async (c) => {
      const request = await readJson(c, pushRequestSchema);
      return c.json((await pushFacts(context, c.var.actor, request)) satisfies PushResponse);
    })
    .get('/pull', async (c) => {
      const { limit: wanted, ...cursor } = readQuery(c, pullQuerySchema);
      const answer = await pullChanges(context, c.var.actor, cursor, wanted);
      return c.json(answer satisfies PullResponse);
    })
    .get('/snapshot', async (c) => {
      const { after, limit: wanted } = readQuery(c, snapshotQuerySchema);
      const answer = await loadSnapshotPage(context, c.var.actor, after ?? null, wanted);
      return c.json(answer satisfies SnapshotResponse);
    })
    .post('/threads', async (c) => {
      const request = await readJson(c, threadsRequestSchema);
      return c.json((await loadThreads(context, c.var.actor, request)) satisfies ThreadsResponse);
    })
    .post('/claims', async (c) => {
      const request = await readJson(c, claimRequestSchema);
      return c.json((await decideClaim(context, c.var.actor, request)) satisfies ClaimResponse);
    })
    .post('/guard', async (c) => {
      const request = await readJson(c, guardRequestSchema);
      return c.json((await askGuard(context, c.var.actor, request)) satisfies GuardResponse);
    })
    .post('/erase', async (c) => {
      const request = await readJson(c, eraseRequestSchema);
      return c.json(await erase(context, c.var.actor, request));
    });
}
