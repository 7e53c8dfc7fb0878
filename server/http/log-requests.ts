import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { AppEnv } from './env.ts';

/** One line a request: the route's pattern, never the address or what was sent. */
export function logRequests(log: Logger, clock: Clock): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = clock.now();
    await next();
    const actor = c.get('actor');
    log.info('request', {
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: clock.now() - startedAt,
      ...(actor ? { teamId: actor.teamId, deviceId: actor.deviceId } : {}),
    });
  };
}
