import { dropOldDrafts } from './drafts.ts';
import { loadMeta, loadSyncState } from './meta.ts';
import { dropThreads, keepReserve } from './room.ts';
import type { HearbackDb } from './schema.ts';
import { pruneSent } from './sent-log.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Lets go of what the team does not keep for so long, also where the server is away: threads with their replies,
 * unless I claimed them, they wait in the outbox or have a draft; old drafts and the end of the sent log. In short
 * transactions. Meant for once a day; harmless to repeat. `now`: local clock, ms.
 */
export async function runLocalUpkeep(db: HearbackDb, now: number): Promise<void> {
  const { retentionDays, clockOffset } = await loadSyncState(db);
  const account = await loadMeta(db, 'account');
  if (retentionDays !== undefined) {
    const before = now + clockOffset - retentionDays * DAY_MS;
    const isMine = ({ holder }: { holder: string }) =>
      holder !== '' && holder === account?.memberId;
    while ((await dropThreads(db, before, isMine)) > 0);
  }
  await dropOldDrafts(db);
  await db.transaction('rw', db.sent, db.meta, () => pruneSent(db, now));
  await keepReserve(db);
}
