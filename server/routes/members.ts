import { Hono } from 'hono';
import { memberRequestSchema, memberRoleRequestSchema } from '#utils/sync/wire-access.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson } from '../http/read-json.ts';
import { removeTeammate, setRole } from '../services/members.ts';

/** Who may do what, and who is in the team. All behind `requireActor`. */
export function memberRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .post('/members/role', async (c) => {
      await setRole(context, c.var.actor, await readJson(c, memberRoleRequestSchema));
      return c.json({ ok: true });
    })
    .post('/members/remove', async (c) => {
      const { memberId } = await readJson(c, memberRequestSchema);
      await removeTeammate(context, c.var.actor, memberId);
      return c.json({ ok: true });
    });
}
