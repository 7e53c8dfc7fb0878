import type { Clock } from '../clock.ts';
import { createRateLimiter } from './rate-limiter.ts';
import type { RateLimit, RateLimiter } from './rate-limiter.ts';

/** How often who may ask. Each server process counts on its own. */
export interface AppLimits {
  /** All requests of one device. */
  device: RateLimit;
  /** Writes of one team. */
  team: RateLimit;
  /** Requests without a living token, by address. */
  stranger: RateLimit;
  /** Attempts to join, by address. */
  join: RateLimit;
  /** Attempts with one invite, by its first letters, from wherever. */
  invite: RateLimit;
}

/**
 * A person with a busy page makes a few requests a second and a team of fifty about five writes; a script in a loop
 * makes hundreds. An office shares one address.
 */
export const defaultLimits: AppLimits = {
  device: { perSecond: 20, burst: 300 },
  team: { perSecond: 100, burst: 2_000 },
  stranger: { perSecond: 20, burst: 600 },
  join: { perSecond: 0.5, burst: 30 },
  invite: { perSecond: 0.05, burst: 10 },
};

/** The limits at work. */
export type AppLimiters = { [K in keyof AppLimits]: RateLimiter };

/** One limiter for each limit. */
export function createLimiters(clock: Clock, limits: AppLimits): AppLimiters {
  const { device, team, stranger, join, invite } = limits;
  return {
    device: createRateLimiter(clock, device),
    team: createRateLimiter(clock, team),
    stranger: createRateLimiter(clock, stranger),
    join: createRateLimiter(clock, join),
    invite: createRateLimiter(clock, invite),
  };
}
