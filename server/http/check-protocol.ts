import { createMiddleware } from 'hono/factory';
import { PROTOCOL_OLDEST } from '#utils/sync/wire.ts';
import { ServiceError } from '../services/service-error.ts';

/**
 * Refuses clients whose `hearback-protocol` is older than the server can talk to. Newer ones are served: they know
 * the server's version from `/healthz`. Without the header it is not the extension that asks.
 */
export const checkProtocol = createMiddleware(async (c, next) => {
  const header = c.req.header('hearback-protocol');
  if (header !== undefined && Number.parseInt(header, 10) < PROTOCOL_OLDEST) {
    throw new ServiceError(
      'too_old',
      'This version of Hearback is too old for your team’s server. Update the extension; nothing is lost.',
    );
  }
  await next();
});
