import { Hono } from 'hono';
import { deviceRequestSchema } from '#utils/sync/wire-access.ts';
import type { TokenResponse } from '#utils/sync/wire-access.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson } from '../http/read-json.ts';
import {
  leaveTeam,
  loadDevices,
  revokeTeamDevice,
  rotateToken,
  splitDevice,
} from '../services/devices.ts';

/** The browsers that may act, and their tokens. All behind `requireActor`. */
export function deviceRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .get('/devices', async (c) => c.json({ devices: await loadDevices(context, c.var.actor) }))
    .post('/devices/revoke', async (c) => {
      const { deviceId } = await readJson(c, deviceRequestSchema);
      await revokeTeamDevice(context, c.var.actor, deviceId);
      return c.json({ ok: true });
    })
    .post('/devices/rotate', async (c) => {
      const { actor, tokenHash } = c.var;
      return c.json((await rotateToken(context, actor, tokenHash)) satisfies TokenResponse);
    })
    .post('/devices/split', async (c) => {
      return c.json((await splitDevice(context, c.var.actor)) satisfies TokenResponse);
    })
    .post('/leave', async (c) => {
      await leaveTeam(context, c.var.actor);
      return c.json({ ok: true });
    });
}
