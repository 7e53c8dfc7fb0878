import { endMembership } from '#utils/db/account.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { noteTrouble } from '#utils/db/trouble.ts';
import type { TroubleKind } from '#utils/model/trouble.ts';
import { logError } from '#utils/platform/log.ts';
import { TeamError } from './team-client.ts';

/** What follows from an exchange that failed. */
export interface Failure {
  /** Trying again is of no use until a person has acted. */
  isFinal: boolean;
  /** The server itself asked not to be asked again soon. */
  isServersWish: boolean;
  retryAfterMs: number | null;
}

const TROUBLES: Readonly<Record<string, TroubleKind>> = {
  unauthorized: 'signedOut',
  too_old: 'tooOld',
  device_cloned: 'copied',
};
const FINAL: readonly string[] = ['unauthorized', 'removed', 'too_old'];
const BUSY: readonly string[] = ['unavailable', 'too_many', 'internal'];

/**
 * Notes what a person has to know of a failed exchange, and says how to go on. Of a team that has removed this
 * browser's member nothing stays.
 */
export async function noteFailure(db: HearbackDb, error: unknown): Promise<Failure> {
  if (!(error instanceof TeamError)) {
    logError('exchange failed', error);
    return { isFinal: false, isServersWish: false, retryAfterMs: null };
  }
  const { code, retryAfterMs } = error;
  const trouble = TROUBLES[code];
  if (code === 'removed') await endMembership(db);
  else if (trouble) await noteTrouble(db, trouble);
  return { isFinal: FINAL.includes(code), isServersWish: BUSY.includes(code), retryAfterMs };
}
