import { ServiceError } from '../services/service-error.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Counts one act of `key`. Throws `too_many`, which says when to try again. */
export function takeOrRefuse(limiter: RateLimiter, key: string): void {
  if (limiter.take(key)) return;
  const seconds = Math.max(1, Math.ceil(limiter.waitMs(key) / 1_000));
  const message = 'Too many requests. Wait a moment, then try again.';
  throw new ServiceError('too_many', message, undefined, seconds);
}
