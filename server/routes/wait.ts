import { Hono } from 'hono';
import { waitRequestSchema } from '#utils/sync/wire-live.ts';
import type { WaitResponse } from '#utils/sync/wire-live.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /v1/wait`: the live channel where WebSockets are blocked. Behind `requireActor`. */
export function waitRoutes({ hub }: ServerContext) {
  return new Hono<AppEnv>().post('/wait', async (c) => {
    const request = await readJson(c, waitRequestSchema);
    const gone = new AbortController();
    // Nobody is there to read the answer; whoever waits for nobody only costs.
    c.env?.outgoing?.once('close', () => gone.abort());
    return c.json((await hub.wait(c.var.actor, request, gone.signal)) satisfies WaitResponse);
  });
}
