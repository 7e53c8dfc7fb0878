import { Hono } from 'hono';
import { joinRequestSchema } from '#utils/sync/wire-access.ts';
import type { JoinResponse } from '#utils/sync/wire-access.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import type { AppLimiters } from '../http/limits.ts';
import { readJson } from '../http/read-json.ts';
import { takeOrRefuse } from '../http/too-many.ts';
import { joinTeam } from '../services/joining.ts';

/** As much of an invite as tells it from others: the team, and 8 of its 43 letters. */
const INVITE_PREFIX = /^[^.]{1,60}\..{8}/;

/** Trading an invite for a token; the one call that needs no token, limited by address and by invite. */
export function joinRoutes(context: ServerContext, limiters: AppLimiters) {
  return new Hono<AppEnv>().post('/join', async (c) => {
    takeOrRefuse(limiters.join, c.var.address);
    const request = await readJson(c, joinRequestSchema);
    takeOrRefuse(limiters.invite, INVITE_PREFIX.exec(request.invite)?.[0] ?? '');
    return c.json((await joinTeam(context, request)) satisfies JoinResponse);
  });
}
