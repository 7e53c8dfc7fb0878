import { Hono } from 'hono';
import type { AppEnv } from '../http/env.ts';
import { readNow } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { PROTOCOL_VERSION } from '#utils/sync/wire.ts';

/** `GET /healthz`: 200 while the store answers. */
export function healthRoutes(store: Database) {
  return new Hono<AppEnv>().get('/healthz', async (c) => {
    const serverTime = await readNow(store);
    return c.json({ ok: true, protocol: PROTOCOL_VERSION, serverTime });
  });
}
