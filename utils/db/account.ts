import type { Member } from '#utils/model/team.ts';
import { changeSyncState, loadMeta, saveMeta, wipeTeamData } from './meta.ts';
import { renumberOutbox } from './outbox.ts';
import type { Account, HearbackDb } from './schema.ts';

/**
 * Makes this browser a member's: all of it or nothing, however the worker ends. Facts recorded alone go to the
 * team; those of another member are dropped, because nobody's facts are sent as somebody else's.
 */
export async function adoptAccount(db: HearbackDb, account: Account, me: Member): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const known = await loadMeta(db, 'account');
    const isSame = known?.team.id === account.team.id && known.memberId === account.memberId;
    if (known && !isSame) await wipeTeamData(db);
    await saveMeta(db, 'account', account);
    await db.members.put({ id: me.id, seq: 0, base: me, body: me });
    const cursor = { epoch: account.epoch, seq: 0, mark: '' };
    await changeSyncState(db, { cursor, trouble: null });
    await renumberOutbox(db, 1);
  });
}
