import { isIPv6 } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './env.ts';

/**
 * Whom an unknown visitor is counted as. With `trustedProxies` = n the n-th address from the right of
 * `X-Forwarded-For` is the visitor, because each trusted proxy adds one there; further left anybody may write what
 * they like. With 0 the header is not looked at.
 */
export function findClientAddress(
  forwardedFor: string | string[] | undefined,
  remoteAddress: string | undefined,
  trustedProxies: number,
): string {
  const forwarded = String(forwardedFor ?? '').split(',');
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return toLimitKey(told || (remoteAddress ?? ''));
}

/** Notes the visitor's address for limits. */
export function readClientAddress(trustedProxies: number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const forwarded = c.req.header('x-forwarded-for');
    const remote = c.env?.incoming?.socket.remoteAddress;
    c.set('address', findClientAddress(forwarded, remote, trustedProxies));
    await next();
  };
}

/** An IPv6 network of /64 counts as one, for its owner has all of its addresses. */
export function toLimitKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [front = '', back] = plain.toLowerCase().split('::');
  const groups = front === '' ? [] : front.split(':');
  if (back !== undefined) {
    const tail = back === '' ? [] : back.split(':');
    groups.push(...Array.from({ length: 8 - groups.length - tail.length }, () => '0'), ...tail);
  }
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
