import { Hono } from 'hono';
import { polishRequestSchema } from '#utils/model/polish.ts';
import type { PolishResponse, PolishStatus } from '#utils/model/polish.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson } from '../http/read-json.ts';
import { loadPolishStatus, polish } from '../services/polish.ts';

/** The model, if the team has one. All behind `requireActor`. */
export function polishRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .get('/polish', async (c) => {
      return c.json((await loadPolishStatus(context, c.var.actor)) satisfies PolishStatus);
    })
    .post('/polish', async (c) => {
      const request = await readJson(c, polishRequestSchema);
      return c.json((await polish(context, c.var.actor, request)) satisfies PolishResponse);
    });
}
