import type { Member } from '#utils/model/team.ts';
import { changeSyncState, loadMeta, saveMeta, wipeTeamData } from './meta.ts';
import type { Refusal } from '#utils/sync/wire.ts';
import { renumberOutbox } from './outbox.ts';
import type { Account, DraftRow, HearbackDb, OutboxRow } from './schema.ts';

const NOT_SENT: Refusal = {
  code: 'forbidden',
  message: 'It still waited when this browser was signed out, so it was not sent. Do it again.',
};

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
    await changeSyncState(db, { cursor, trouble: null });
    await renumberOutbox(db, 1);
  });
}

interface OwnWork {
  waiting: OutboxRow[];
  drafts: DraftRow[];
}

async function loadOwnWork(db: HearbackDb): Promise<OwnWork> {
  return { waiting: await db.outbox.toArray(), drafts: await db.drafts.toArray() };
}

async function restoreOwnWork(db: HearbackDb, { waiting, drafts }: OwnWork): Promise<void> {
  await db.drafts.bulkAdd(drafts);
  for (const { mutation, at } of waiting) await db.refused.add({ mutation, refusal: NOT_SENT, at });
}
