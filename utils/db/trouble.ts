import type { TroubleKind } from '#utils/model/trouble.ts';
import { changeSyncState, loadSyncState } from './meta.ts';
import type { HearbackDb, SyncState } from './schema.ts';

const WORDS: Record<TroubleKind, string> = {
  signedOut: 'This browser was signed out of the team. Join again with a new invite link.',
  removed: 'You are no longer in the team, so its data was removed from this browser.',
  tooOld: 'The team server needs a newer Hearback. Update the extension; what you do now is kept.',
  storageFull:
    'The disk is full, so Hearback takes no new mentions. Free some room; what you do yourself is still kept.',
  cleared:
    'The browser deleted what Hearback had kept. Join the team again with a new invite link.',
  copied: 'A copy of this browser profile works under the same name. Use one of the two.',
};

/** Troubles under which no exchange makes sense until a person has acted. */
const BARS: readonly TroubleKind[] = ['signedOut', 'removed', 'tooOld'];
/** Troubles that a good exchange does not end. */
const LASTING: readonly TroubleKind[] = ['storageFull'];

/** What kind of trouble there is; null when all is well. */
export function toTroubleKind({ trouble, troubleKind }: SyncState): TroubleKind | null {
  return troubleKind ?? (trouble === null ? null : 'signedOut');
}

/** True when the server does not let this browser in as it is. */
export function isBarred(state: SyncState): boolean {
  const kind = toTroubleKind(state);
  return kind !== null && BARS.includes(kind);
}

/** Notes a trouble for people; one that bars is not covered by one that does not. True when that is news. */
export async function noteTrouble(
  db: HearbackDb,
  kind: TroubleKind,
  words: string = WORDS[kind],
): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const state = await loadSyncState(db);
    const known = toTroubleKind(state);
    if (known === kind || (isBarred(state) && !BARS.includes(kind))) return false;
    await changeSyncState(db, { trouble: words, troubleKind: kind });
    return true;
  });
}

/** Takes one kind of trouble back; true when there was one. */
export async function endTrouble(db: HearbackDb, kind: TroubleKind): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    if (toTroubleKind(await loadSyncState(db)) !== kind) return false;
    await changeSyncState(db, { trouble: null, troubleKind: null });
    return true;
  });
}

/** What a good exchange tells: the server's clock, how long it keeps things, and that it lets this browser in. */
export async function noteExchange(
  db: HearbackDb,
  now: number,
  told: { serverTime: number; retentionDays?: number | null; askedAt?: number },
): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const kind = toTroubleKind(await loadSyncState(db));
    const isOver = kind !== null && !LASTING.includes(kind);
    await changeSyncState(db, {
      asOf: now,
      // From before the question: a lease may look a little shorter than it is, never longer.
      clockOffset: told.serverTime - Math.min(told.askedAt ?? now, now),
      ...(isOver ? { trouble: null, troubleKind: null } : {}),
      ...(typeof told.retentionDays === 'number' ? { retentionDays: told.retentionDays } : {}),
    });
  });
}
