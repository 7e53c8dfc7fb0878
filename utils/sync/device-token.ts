/** This device's token: changed now and then, and given up for a device of its own when the profile was copied. */
import { adoptDevice, changeAccount } from '#utils/db/account.ts';
import { loadMeta } from '#utils/db/meta.ts';
import type { Account, HearbackDb } from '#utils/db/schema.ts';
import { TeamError } from './team-client.ts';
import type { TeamClient } from './team-client.ts';

/** A token that leaked is worth nothing after this long (reliability.md T15). */
const ROTATE_MS = 30 * 24 * 60 * 60_000;

export type OpenClient = (account: Account) => TeamClient;

/**
 * Ends a rotation that was interrupted: a token that was stored and works replaces the old one. Call before anything
 * else is asked, because the old one may have ended meanwhile. Throws `TeamError` when the server is away.
 */
export async function confirmToken(db: HearbackDb, open: OpenClient, now: number): Promise<void> {
  const account = await loadMeta(db, 'account');
  const token = account?.nextToken;
  if (!account || token === undefined) return;
  let isGood = true;
  try {
    await open({ ...account, token }).me();
  } catch (error) {
    if (!(error instanceof TeamError) || error.code !== 'unauthorized') throw error;
    isGood = false;
  }
  await changeAccount(db, account, ({ nextToken: _next, ...rest }) =>
    isGood ? { ...rest, formerToken: rest.token, token, tokenAt: now } : rest,
  );
}

/**
 * After `unauthorized`: goes back to the token before the last rotation if that one works, as on a server that was
 * restored from an earlier copy. False when it does not. Throws `TeamError` when the server is away.
 */
export async function fallBackToFormerToken(db: HearbackDb, open: OpenClient): Promise<boolean> {
  const account = await loadMeta(db, 'account');
  const token = account?.formerToken;
  if (!account || token === undefined) return false;
  try {
    await open({ ...account, token }).me();
  } catch (error) {
    if (!(error instanceof TeamError) || error.code !== 'unauthorized') throw error;
    return false;
  }
  return changeAccount(db, account, ({ formerToken: _former, ...rest }) => ({ ...rest, token }));
}

/**
 * Asks for a new token once the old one is 30 days old. It is stored before it is used, and the old one is kept until
 * the server has taken the new one. Throws `TeamError`; then it is tried again after the next exchange.
 */
export async function rotateToken(db: HearbackDb, open: OpenClient, now: number): Promise<void> {
  const account = await loadMeta(db, 'account');
  if (!account) return;
  if (account.tokenAt === undefined) {
    await changeAccount(db, account, (one) => ({ ...one, tokenAt: now }));
    return;
  }
  if (now - account.tokenAt < ROTATE_MS) return;
  const { token } = await open(account).rotateToken();
  const isKept = await changeAccount(db, account, (one) => ({ ...one, nextToken: token }));
  if (isKept) await confirmToken(db, open, now);
}

/** After `device_cloned`: goes on as a device of its own, with everything that waits. Throws `TeamError`. */
export async function splitDevice(db: HearbackDb, open: OpenClient, now: number): Promise<void> {
  const account = await loadMeta(db, 'account');
  if (!account) return;
  const { token, deviceId } = await open(account).splitDevice();
  await adoptDevice(db, account, { token, deviceId, at: now });
}
