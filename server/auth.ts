/**
 * Tokens and invites are `<team>.<256 random bits>`, opaque to everybody else. The team stands in front so that
 * the look-up stays within one team's rows (one shard). Only the SHA-256 is stored.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from './services/actor.ts';
import { insertAudit } from './store/audit.ts';
import { StoreUnavailableError } from './store/database.ts';
import type { Database } from './store/database.ts';
import {
  endOldToken,
  forgetReusedToken,
  isReusedToken,
  isTokenOfRemoved,
  loadDeviceByToken,
} from './store/device-tokens.ts';

/** A new token or invite secret of a team. */
export function createSecret(teamId: string): string {
  return `${teamId}.${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A short random id, safe in addresses, and on a command line, where a leading dash makes an option. */
export function createId(): string {
  const id = randomBytes(12).toString('base64url');
  return id.startsWith('-') ? createId() : id;
}

/** The team that a secret is of; null when it cannot be one of ours. */
export function parseTeamId(secret: string): string | null {
  return /^([\w-]{1,60})\.[\w-]{43}$/.exec(secret)?.[1] ?? null;
}

/**
 * Who holds the token; null when it is unknown, revoked, or of somebody who was removed. A token that ended by
 * rotation is written down the first time it is used after its end: somebody may have a copy of it.
 */
export async function authenticate(store: Database, token: string): Promise<Actor | null> {
  const teamId = parseTeamId(token);
  if (teamId === null) return null;
  const hash = hashSecret(token);
  const found = await loadDeviceByToken(store, teamId, hash);
  if (found?.isFirstUse) await noteFirstUse(store, teamId, hash);
  if (!found) await reportReuse(store, teamId, hash);
  return found?.device ?? null;
}

/** A disk that is full must not keep anybody from reading: the next use is as good. */
async function noteFirstUse(store: Database, teamId: string, tokenHash: string): Promise<void> {
  try {
    await endOldToken(store, teamId, tokenHash);
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
  }
}

/** Whether a token that is not let in is of somebody who was removed, so that their browser may know. */
export async function wasRemoved(store: Database, token: string): Promise<boolean> {
  const teamId = parseTeamId(token);
  return teamId !== null && (await isTokenOfRemoved(store, teamId, hashSecret(token)));
}

async function reportReuse(store: Database, teamId: string, tokenHash: string): Promise<void> {
  if (!(await isReusedToken(store, teamId, tokenHash))) return;
  await store.transaction(async (tx) => {
    const device = await forgetReusedToken(tx, teamId, tokenHash);
    if (device) await insertAudit(tx, teamId, device.memberId, 'token.reused', device.deviceId);
  });
}
