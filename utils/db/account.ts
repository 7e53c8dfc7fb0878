import type { Member } from '#utils/model/team.ts';
import { changeSyncState, loadMeta, saveMeta, wipeTeamData } from './meta.ts';
import type { Refusal } from '#utils/sync/wire.ts';
import type { Account, DraftRow, HearbackDb, OutboxRow } from './schema.ts';
import { isVoid, startNumbersAnew } from './sent-log.ts';
import { noteTrouble } from './trouble.ts';

const NOT_SENT: Refusal = {
  code: 'forbidden',
  message: 'It still waited when this browser was signed out, so it was not sent. Do it again.',
};

/** Changes the account if it still has the token that `from` has. False: somebody else was faster. */
export async function changeAccount(
  db: HearbackDb,
  from: Account,
  change: (account: Account) => Account,
): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const account = await loadMeta(db, 'account');
    if (account?.token !== from.token) return false;
    await saveMeta(db, 'account', change(account));
    return true;
  });
}

/**
 * Makes this browser a device of its own, after a copy of its profile turned up: token and numbers change together
 * or not at all. False: it has another token by now.
 */
export async function adoptDevice(
  db: HearbackDb,
  from: Account,
  device: { token: string; deviceId: string },
): Promise<boolean> {
  return db.transaction('rw', db.meta, db.outbox, db.sent, async () => {
    const { token, deviceId } = device;
    const isChanged = await changeAccount(db, from, (account) => {
      // Those are the other device's: tried by this one, they look like a copy of a token.
      const { nextToken: _next, formerTokens: _former, tokenAt: _at, ...kept } = account;
      return { ...kept, token, deviceId };
    });
    if (isChanged) await startNumbersAnew(db, false);
    return isChanged;
  });
}

/**
 * Makes this browser a member's: all of it or nothing, however the worker ends. Facts recorded alone go to the
 * team. Nobody's facts are sent as somebody else's: what still waited for an earlier membership of the same team is
 * told to the person instead, with the drafts kept; what belongs to another team goes.
 */
export async function adoptAccount(db: HearbackDb, account: Account, me: Member): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const known = await loadMeta(db, 'account');
    const isSame = known?.team.id === account.team.id && known.memberId === account.memberId;
    if (known && !isSame) {
      const kept = known.team.id === account.team.id ? await loadOwnWork(db) : null;
      await wipeTeamData(db);
      if (kept) await restoreOwnWork(db, kept);
    }
    await saveMeta(db, 'account', account);
    await db.members.put({ id: me.id, seq: 0, base: me, body: me });
    const cursor = { epoch: account.epoch, seq: 0, mark: '' };
    await changeSyncState(db, { cursor, trouble: null, troubleKind: null });
    // A server that was restored to a time before this browser joined has lost all that it sent.
    await startNumbersAnew(db, isSame && known.epoch !== account.epoch);
  });
}

/** Takes everything of the team from this browser, what waits and drafts too, because its member was removed. */
export async function endMembership(db: HearbackDb): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await wipeTeamData(db);
    await noteTrouble(db, 'removed');
  });
}

interface OwnWork {
  waiting: OutboxRow[];
  drafts: DraftRow[];
}

async function loadOwnWork(db: HearbackDb): Promise<OwnWork> {
  const rows = await db.outbox.toArray();
  return { waiting: rows.filter((row) => !isVoid(row)), drafts: await db.drafts.toArray() };
}

async function restoreOwnWork(db: HearbackDb, { waiting, drafts }: OwnWork): Promise<void> {
  await db.drafts.bulkAdd(drafts);
  for (const { mutation, at } of waiting) await db.refused.add({ mutation, refusal: NOT_SENT, at });
}
