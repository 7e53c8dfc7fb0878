import type { MiddlewareHandler } from 'hono';
import { ServiceError } from '../services/service-error.ts';
import { isAllowedOrigin } from './cors.ts';

/**
 * Refuses calls that a browser makes for a page which has no business here: from another site's origin, or as an
 * image, a frame, a script, a navigation. Programs without a browser name neither and need a token like all others.
 */
export function refuseEmbeds(publicUrl: () => string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const destination = c.req.header('sec-fetch-dest');
    const isForeign = origin !== undefined && !isAllowedOrigin(origin, publicUrl());
    if (isForeign || (destination !== undefined && destination !== 'empty')) {
      throw new ServiceError('forbidden', 'Only Hearback itself may call this address.');
    }
    await next();
  };
}
