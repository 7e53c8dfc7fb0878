import { createMiddleware } from 'hono/factory';
import { authenticate } from '../auth.ts';
import type { Database } from '../store/database.ts';
import { ServiceError, unauthorized } from '../services/service-error.ts';
import type { AppEnv } from './env.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Lets through who shows a living token in `Authorization: Bearer`, as often as the device's limit allows. */
export function requireActor(store: Database, limiter: RateLimiter) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const actor = token === undefined ? null : await authenticate(store, token);
    if (!actor) throw unauthorized();
    if (!limiter.take(actor.deviceId)) throw tooMany();
    c.set('actor', actor);
    await next();
  });
}

/** The answer to somebody who asks too often. */
export function tooMany(): ServiceError {
  return new ServiceError('too_many', 'Too many requests. Wait a moment, then try again.');
}
