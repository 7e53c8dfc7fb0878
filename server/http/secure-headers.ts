import type { MiddlewareHandler } from 'hono';

/** Pages load only what this server serves, and nobody frames them. */
const PAGE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers for every answer; pages get a content policy, all else is never stored. */
export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-resource-policy', 'same-origin');
  if (c.res.headers.get('content-type')?.startsWith('text/html')) {
    c.header('content-security-policy', PAGE_CSP);
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('x-frame-options', 'DENY');
  } else if (!c.res.headers.has('cache-control')) {
    c.header('cache-control', 'no-store');
  }
};
