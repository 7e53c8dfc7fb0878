import { Hono } from 'hono';
import { z } from 'zod';
import { joinRequestSchema } from '#utils/sync/wire-access.ts';
import type { JoinResponse } from '#utils/sync/wire-access.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import type { RateLimiter } from '../http/rate-limiter.ts';
import { readJson } from '../http/read-json.ts';
import { tooMany } from '../http/require-actor.ts';
import { inviteTeammate, joinTeam, leaveTeam, loadMe } from '../services/joining.ts';

const inviteRequestSchema = z.strictObject({ role: z.enum(['lead', 'member']) });

/** Trading an invite for a token; the one call that needs no token, limited by address. */
export function joinRoutes(context: ServerContext, limiter: RateLimiter) {
  return new Hono<AppEnv>().post('/join', async (c) => {
    if (!limiter.take(c.env?.incoming?.socket.remoteAddress ?? '')) throw tooMany();
    const request = await readJson(c, joinRequestSchema);
    return c.json((await joinTeam(context, request)) satisfies JoinResponse);
  });
}

/** Who am I, who else may come, and good-bye. All behind `requireActor`. */
export function teamRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .get('/me', async (c) => c.json(await loadMe(context, c.var.actor)))
    .post('/invites', async (c) => {
      const { role } = await readJson(c, inviteRequestSchema);
      return c.json(await inviteTeammate(context, c.var.actor, role));
    })
    .post('/leave', async (c) => {
      await leaveTeam(context, c.var.actor);
      return c.json({ ok: true });
    });
}
