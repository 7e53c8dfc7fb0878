import type { MiddlewareHandler } from 'hono';

/** Chrome's ids are 32 letters a–p; Firefox makes a UUID for each installation. */
const EXTENSION_ORIGIN =
  /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Extensions and the server's own pages; no other page may read an answer. */
export function isAllowedOrigin(origin: string, publicUrl: string): boolean {
  return EXTENSION_ORIGIN.test(origin) || origin === new URL(publicUrl).origin;
}

/** Answers the origin that asks, and only one that is allowed; never `*`, never with cookies. */
export function cors(publicUrl: () => string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const isAllowed = origin !== undefined && isAllowedOrigin(origin, publicUrl());
    if (c.req.method === 'OPTIONS') {
      c.header('vary', 'Origin');
      if (!isAllowed) return c.body(null, 403);
      c.header('access-control-allow-origin', origin);
      c.header('access-control-allow-methods', 'GET, POST');
      c.header('access-control-allow-headers', 'authorization, content-type, hearback-protocol');
      c.header('access-control-max-age', '600');
      // Chrome asks this of a server on the own machine or network.
      if (c.req.header('access-control-request-private-network') === 'true') {
        c.header('access-control-allow-private-network', 'true');
      }
      return c.body(null, 204);
    }
    await next();
    c.header('vary', 'Origin');
    if (isAllowed) {
      c.header('access-control-allow-origin', origin);
      // Without it a browser does not hear how long it is to stay away.
      c.header('access-control-expose-headers', 'retry-after');
    }
    return undefined;
  };
}
