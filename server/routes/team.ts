import { Hono } from 'hono';
import { z } from 'zod';
import { inviteRequestSchema, teamRequestSchema } from '#utils/sync/wire-access.ts';
import type { AuditPage, MeResponse } from '#utils/sync/wire-access.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson, readQuery } from '../http/read-json.ts';
import { loadAuditPage } from '../services/audit.ts';
import { inviteTeammate } from '../services/invites.ts';
import { loadMe } from '../services/me.ts';
import { setRetention } from '../services/team-settings.ts';

const auditQuerySchema = z.object({ before: z.string().max(200).optional() });

/** Who am I, who may come, how the team is set, who did what. All behind `requireActor`. */
export function teamRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .get('/me', async (c) => c.json((await loadMe(context, c.var.actor)) satisfies MeResponse))
    .post('/invites', async (c) => {
      const request = await readJson(c, inviteRequestSchema);
      return c.json(await inviteTeammate(context, c.var.actor, request));
    })
    .post('/team', async (c) => {
      const { retentionDays } = await readJson(c, teamRequestSchema);
      await setRetention(context, c.var.actor, retentionDays);
      return c.json({ ok: true });
    })
    .get('/audit', async (c) => {
      const { before } = readQuery(c, auditQuerySchema);
      const page = await loadAuditPage(context, c.var.actor, before ?? null);
      return c.json(page satisfies AuditPage);
    });
}
