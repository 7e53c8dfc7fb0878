import type { TroubleKind } from '#utils/model/trouble.ts';
import { changeSyncState, loadSyncState } from './meta.ts';
import type { HearbackDb, SyncState } from './schema.ts';
import { hearServerTime } from './server-time.ts';

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

/** A server whose word on the time falls back by more had been wrong, ms; clocks are set right by seconds. */
const CLOCK_SLACK_MS = 60 * 60_000;

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

/**
 * What a good exchange tells: the server's clock, how long it keeps things, and that it lets this browser in. Where
 * threads were let go by a clock of the server's that was ahead, the next exchange loads the whole state.
 */
export async function noteExchange(
  db: HearbackDb,
  now: number,
  told: { serverTime: number; retentionDays?: number | null; askedAt?: number },
): Promise<void> {
  hearServerTime(db, told.serverTime);
  await db.transaction('rw', db.meta, async () => {
    const state = await loadSyncState(db);
    const kind = toTroubleKind(state);
    const isOver = kind !== null && !LASTING.includes(kind);
    await changeSyncState(db, {
      asOf: now,
      // From before the question: a lease may look a little shorter than it is, never longer.
      clockOffset: told.serverTime - Math.min(told.askedAt ?? now, now),
      ...(isOver ? { trouble: null, troubleKind: null } : {}),
      ...(typeof told.retentionDays === 'number' ? { retentionDays: told.retentionDays } : {}),
      ...(wasTidiedAhead(state, told.serverTime) ? startOver(state) : {}),
    });
  });
}

function wasTidiedAhead({ tidiedAt }: SyncState, serverTime: number): boolean {
  return typeof tidiedAt === 'number' && serverTime < tidiedAt - CLOCK_SLACK_MS;
}

/** The cursor is past what was let go. */
function startOver({ cursor }: SyncState): Partial<SyncState> {
  return { cursor: { ...cursor, seq: 0, mark: '' }, tidiedAt: null };
}
