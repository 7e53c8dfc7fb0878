import { Hono } from 'hono';
import { shareEndSchema, shareRequestSchema } from '#utils/sync/wire-stories.ts';
import type { ShareResponse, SharesResponse } from '#utils/sync/wire-stories.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson } from '../http/read-json.ts';
import { endShare, listShares, shareCollection } from '../services/shares.ts';

/** Links by which people outside the team read a collection. All behind `requireActor`. */
export function shareRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .get('/shares', async (c) => {
      const shares = await listShares(context, c.var.actor);
      return c.json({ shares } satisfies SharesResponse);
    })
    .post('/shares', async (c) => {
      const request = await readJson(c, shareRequestSchema);
      return c.json((await shareCollection(context, c.var.actor, request)) satisfies ShareResponse);
    })
    .post('/shares/end', async (c) => {
      await endShare(context, c.var.actor, (await readJson(c, shareEndSchema)).id);
      return c.json({});
    });
}
