/** This device's token: changed now and then, and given up for a device of its own when the profile was copied. */
import { adoptDevice, changeAccount } from '#utils/db/account.ts';
import { loadMeta } from '#utils/db/meta.ts';
import type { Account, HearbackDb } from '#utils/db/schema.ts';
import { TeamError } from './team-client.ts';
import type { TeamClient } from './team-client.ts';

/** A token that leaked is worth nothing after this long (reliability.md T15). */
const ROTATE_MS = 30 * 24 * 60 * 60_000;
/** Former tokens that are kept: half a year of them, for a server that is restored from a copy as old as that. */
const FORMER_MAX = 6;

export type OpenClient = (account: Account) => TeamClient;

/**
 * Ends a rotation that was interrupted: a token that was stored and works replaces the old one. Call before anything
 * else is asked, because the old one may have ended meanwhile. Throws `TeamError` when the server is away.
 */
export async function confirmToken(db: HearbackDb, open: OpenClient): Promise<void> {
  const account = await loadMeta(db, 'account');
  const token = account?.nextToken;
  if (!account || token === undefined) return;
  const isGood = await isTaken(open({ ...account, token }));
  await changeAccount(db, account, ({ nextToken: _next, ...rest }) => {
    if (!isGood) return rest;
    const { tokenAt: _at, formerTokens = [], ...kept } = rest;
    return { ...kept, formerTokens: [rest.token, ...formerTokens].slice(0, FORMER_MAX), token };
  });
}

/**
 * After `unauthorized`: goes back to the newest of the former tokens that works, as on a server that was restored
 * from an earlier copy. False when none does. Throws `TeamError` when the server is away.
 */
export async function fallBackToFormerToken(db: HearbackDb, open: OpenClient): Promise<boolean> {
  const account = await loadMeta(db, 'account');
  for (const [index, token] of (account?.formerTokens ?? []).entries()) {
    if (!account || !(await isTaken(open({ ...account, token })))) continue;
    // The server has never heard of those between.
    return changeAccount(db, account, ({ tokenAt: _at, formerTokens = [], ...rest }) => ({
      ...rest,
      formerTokens: formerTokens.slice(index + 1),
      token,
    }));
  }
  return false;
}

/** False: the server does not take the client's token. Throws `TeamError` when it cannot be asked. */
async function isTaken(client: TeamClient): Promise<boolean> {
  try {
    await client.me();
    return true;
  } catch (error) {
    if (!(error instanceof TeamError) || error.code !== 'unauthorized') throw error;
    return false;
  }
}

/**
 * Asks for a new token once the old one is 30 days old by the server's clock (ms), because a browser's own may be a
 * year off. It is stored before it is used, and the old one is kept until the server has taken the new one. Where the
 * server is away, it has its next turn after the next exchange.
 */
export async function rotateToken(
  db: HearbackDb,
  open: OpenClient,
  serverTime: number,
): Promise<void> {
  const account = await loadMeta(db, 'account');
  if (!account) return;
  const { tokenAt = Infinity } = account;
  if (tokenAt > serverTime) {
    await changeAccount(db, account, (one) => ({ ...one, tokenAt: serverTime }));
    return;
  }
  if (serverTime - tokenAt < ROTATE_MS) return;
  try {
    const { token } = await open(account).rotateToken();
    const isKept = await changeAccount(db, account, (one) => ({ ...one, nextToken: token }));
    if (isKept) await confirmToken(db, open);
  } catch (error) {
    if (!(error instanceof TeamError)) throw error;
  }
}

/** After `device_cloned`: goes on as a device of its own, with everything that waits. Throws `TeamError`. */
export async function splitDevice(db: HearbackDb, open: OpenClient): Promise<void> {
  const account = await loadMeta(db, 'account');
  if (!account) return;
  const { token, deviceId } = await open(account).splitDevice();
  await adoptDevice(db, account, { token, deviceId });
}
