import { createMiddleware } from 'hono/factory';
import { authenticate, hashSecret, wasRemoved } from '../auth.ts';
import { ServiceError, removed, unauthorized } from '../services/service-error.ts';
import { StoreUnavailableError } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { touchDevice } from '../store/devices.ts';
import type { AppEnv } from './env.ts';
import type { AppLimiters } from './limits.ts';
import { takeOrRefuse } from './too-many.ts';

/** How exactly it is kept when a device was last there. */
const SEEN_EVERY_MS = 60_000;
/** Ask, but write nothing. */
const READING_POSTS = new Set(['/v1/wait', '/v1/guard', '/v1/threads']);

/**
 * Lets through who shows a living token in `Authorization: Bearer`, as often as the limits of device and team allow.
 * Those who show none are counted by address.
 */
export function requireActor(store: Database, limiters: AppLimiters) {
  return createMiddleware<AppEnv>(async (c, next) => {
    refuseTokenInAddress(c.req.query());
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const actor = token === undefined ? null : await authenticate(store, token);
    if (token === undefined || !actor) {
      takeOrRefuse(limiters.stranger, c.var.address);
      const isTold = token !== undefined && knowsRemoved(c.req.header('hearback-protocol'));
      throw isTold && (await wasRemoved(store, token)) ? removed() : unauthorized();
    }
    takeOrRefuse(limiters.device, actor.deviceId);
    if (c.req.method !== 'GET' && !READING_POSTS.has(c.req.path)) {
      takeOrRefuse(limiters.team, actor.teamId);
    }
    await noteSeen(store, actor.teamId, actor.deviceId);
    c.set('actor', actor);
    c.set('tokenHash', hashSecret(token));
    await next();
  });
}

/** Version 1 would take the word for no answer of ours and ask for ever. */
function knowsRemoved(protocol: string | undefined): boolean {
  return protocol === undefined || Number.parseInt(protocol, 10) >= 2;
}

/** Addresses end up in logs of proxies and in histories; a token that was sent there is to be replaced. */
function refuseTokenInAddress(query: Record<string, string>): void {
  const isSecret = (value: string) => /^(?:Bearer )?[\w-]{1,60}\.[\w-]{43}$/i.test(value);
  if (!('token' in query || 'access_token' in query) && !Object.values(query).some(isSecret))
    return;
  throw new ServiceError(
    'bad_request',
    'A token must not stand in an address. Sign this device out and join again, for others may have read it.',
  );
}

/** A disk that is full must not keep anybody from reading. */
async function noteSeen(store: Database, teamId: string, deviceId: string): Promise<void> {
  try {
    await touchDevice(store, teamId, deviceId, SEEN_EVERY_MS);
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
  }
}
