import { dropOldDrafts } from './drafts.ts';
import { changeSyncState, loadMeta, loadSyncState } from './meta.ts';
import { dropThreads, keepReserve } from './room.ts';
import type { HearbackDb } from './schema.ts';
import { pruneSent } from './sent-log.ts';
import { heardServerTime } from './server-time.ts';
import { dropOldUses } from './uses.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Lets go of what the team does not keep for so long: threads with their replies, unless I claimed them, they wait in
 * the outbox or have a draft; old drafts and the end of the sent log. In short transactions. By the server's word on
 * the time alone: nothing goes until this worker has heard it. Meant for once a day; harmless to repeat.
 */
export async function runLocalUpkeep(db: HearbackDb): Promise<void> {
  const time = heardServerTime(db);
  if (time !== null) {
    await dropOldThreads(db, time);
    await dropOldDrafts(db, time);
    await dropOldUses(db, time);
    await db.transaction('rw', db.sent, db.meta, () => pruneSent(db, time));
  }
  await keepReserve(db);
}

async function dropOldThreads(db: HearbackDb, time: number): Promise<void> {
  const { retentionDays } = await loadSyncState(db);
  if (retentionDays === undefined) return;
  const account = await loadMeta(db, 'account');
  const isMine = ({ holder }: { holder: string }) => holder !== '' && holder === account?.memberId;
  // First, so that it is known even if this is broken off: the server may have been wrong (`noteExchange`).
  await changeSyncState(db, { tidiedAt: time });
  while ((await dropThreads(db, time - retentionDays * DAY_MS, isMine)) > 0);
}
