import type { Match } from '#utils/model/brand.ts';
import type { FollowUp } from '#utils/model/follow-up.ts';
import type { Look } from '#utils/model/look.ts';
import type { Post } from '#utils/model/post.ts';
import type { Snooze, ThreadRoute } from '#utils/model/thread-route.ts';
import type { Claim, Happiness, Outcome, Thread } from '#utils/model/thread.ts';
import type { Label } from '#utils/model/triage.ts';
import type { Row, Sql } from './database.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The record as it travels. A claim that was swept is gone for everybody, though its holder may still renew. */
export function toThread(row: Row): Thread {
  return {
    id: String(row.id),
    post: JSON.parse(String(row.post)) as Post,
    match: JSON.parse(String(row.match)) as Match,
    seenBy: String(row.seen_by),
    seenAt: Number(row.seen_at),
    outcome: row.outcome as Outcome,
    ...(row.outcome_reason === null ? {} : { outcomeReason: String(row.outcome_reason) }),
    ...(row.happiness === null ? {} : { happiness: row.happiness as Happiness }),
    ...(row.label === null ? {} : { label: JSON.parse(String(row.label)) as Label }),
    ...(row.look === null ? {} : { look: JSON.parse(String(row.look)) as Look }),
    ...(row.follow_ups === null
      ? {}
      : { followUps: JSON.parse(String(row.follow_ups)) as FollowUp[] }),
    ...(row.route === null ? {} : { route: JSON.parse(String(row.route)) as ThreadRoute }),
    ...(row.snooze === null ? {} : { snooze: JSON.parse(String(row.snooze)) as Snooze }),
    claim: toClaim(row),
    ...toLapsed(row),
    fence: Number(row.fence),
    ...(row.doubled_at === null ? {} : { doubledAt: Number(row.doubled_at) }),
  };
}

/** The claim that ran out, as the holder stays named until somebody takes or gives back. */
function toLapsed(row: Row): Pick<Thread, 'lapsed'> {
  if (row.holder === null || Number(row.lapsed) !== 1) return {};
  const lapsed = {
    memberId: String(row.holder),
    since: Number(row.claimed_at),
    leaseUntil: Number(row.lease_until),
  };
  return { lapsed };
}

/** The claim in a thread's row; null when nobody holds it. */
export function toClaim(row: Row): Claim | null {
  if (row.holder === null || Number(row.lapsed) === 1) return null;
  return {
    memberId: String(row.holder),
    fence: Number(row.fence),
    since: Number(row.claimed_at),
    leaseUntil: Number(row.lease_until),
    ...(row.claim_from === null ? {} : { from: String(row.claim_from) }),
    ...(row.claim_note === null ? {} : { note: String(row.claim_note) }),
  };
}

/**
 * Makes a thread seen now, also over a tombstone; false when it is known already. Its fence goes on rising, even
 * where upkeep has dropped the tombstone: what somebody sends under an older one is never taken for a newer.
 */
export async function insertThread(
  sql: Sql,
  teamId: string,
  thread: { id: string; post: Post; match: Match; seenBy: string },
): Promise<boolean> {
  const { id, post, match, seenBy } = thread;
  const inserted = await sql.run(
    `INSERT INTO thread (team_id, id, site, post, match, seen_by, seen_at, fence)
     SELECT team_id, ?, ?, ?, ?, ?, db_now(), fence_base FROM team WHERE team_id = ?
     ON CONFLICT (team_id, id) DO UPDATE SET post = excluded.post, match = excluded.match,
       seen_by = excluded.seen_by, seen_at = excluded.seen_at, deleted_at = NULL, author_hash = NULL
     WHERE thread.deleted_at IS NOT NULL`,
    [id, post.site, JSON.stringify(post), JSON.stringify(match), seenBy, teamId],
  );
  return inserted > 0;
}

/** Replaces what was read of the page. */
export async function updateThreadReading(
  sql: Sql,
  teamId: string,
  id: string,
  reading: { post: Post; match: Match },
): Promise<void> {
  await sql.run('UPDATE thread SET post = ?, match = ? WHERE team_id = ? AND id = ?', [
    JSON.stringify(reading.post),
    JSON.stringify(reading.match),
    teamId,
    id,
  ]);
}

/** Sets what became of the thread; `happiness` with a settled one. */
export async function updateThreadOutcome(
  sql: Sql,
  teamId: string,
  id: string,
  {
    outcome,
    reason,
    happiness,
  }: { outcome: Outcome; reason: string | null; happiness: Happiness | null },
): Promise<void> {
  await sql.run(
    'UPDATE thread SET outcome = ?, outcome_reason = ?, happiness = ? WHERE team_id = ? AND id = ?',
    [outcome, reason, happiness, teamId, id],
  );
}

/** Sets what a person said the post is; null: nothing. */
export async function updateThreadLabel(
  sql: Sql,
  teamId: string,
  id: string,
  label: Label | null,
): Promise<void> {
  await sql.run('UPDATE thread SET label = ? WHERE team_id = ? AND id = ?', [
    label && JSON.stringify(label),
    teamId,
    id,
  ]);
}

/** Sets the draft that is before the team; null: none. */
export async function updateThreadLook(
  sql: Sql,
  teamId: string,
  id: string,
  look: Look | null,
): Promise<void> {
  await sql.run('UPDATE thread SET look = ? WHERE team_id = ? AND id = ?', [
    look && JSON.stringify(look),
    teamId,
    id,
  ]);
}

/** Sets what the customer wrote after the team had answered. */
export async function updateThreadFollowUps(
  sql: Sql,
  teamId: string,
  id: string,
  followUps: readonly FollowUp[],
): Promise<void> {
  await sql.run('UPDATE thread SET follow_ups = ? WHERE team_id = ? AND id = ?', [
    followUps.length === 0 ? null : JSON.stringify(followUps),
    teamId,
    id,
  ]);
}

/** Sets where a thread was sent in the team. */
export async function updateThreadRoute(
  sql: Sql,
  teamId: string,
  id: string,
  route: ThreadRoute,
): Promise<void> {
  await sql.run('UPDATE thread SET route = ? WHERE team_id = ? AND id = ?', [
    JSON.stringify(route),
    teamId,
    id,
  ]);
}

/** Sets until when a thread is put off; null: it is not. */
export async function updateThreadSnooze(
  sql: Sql,
  teamId: string,
  id: string,
  snooze: Snooze | null,
): Promise<void> {
  await sql.run('UPDATE thread SET snooze = ? WHERE team_id = ? AND id = ?', [
    snooze && JSON.stringify(snooze),
    teamId,
    id,
  ]);
}

/** Notes once that two teammates have answered; false when it was noted already. */
export async function markThreadDoubled(sql: Sql, teamId: string, id: string): Promise<boolean> {
  const marked = await sql.run(
    'UPDATE thread SET doubled_at = db_now() WHERE team_id = ? AND id = ? AND doubled_at IS NULL',
    [teamId, id],
  );
  return marked > 0;
}

/** Up to `limit` threads that were first seen more than `days` ago and that nobody holds now. */
export async function listThreadsOlderThan(
  sql: Sql,
  teamId: string,
  days: number,
  limit: number,
): Promise<string[]> {
  const rows = await sql.all(
    `SELECT id FROM thread WHERE team_id = ? AND deleted_at IS NULL AND seen_at < db_now() - ?
       AND (holder IS NULL OR lapsed = 1 OR lease_until <= db_now())
     ORDER BY seen_at LIMIT ?`,
    [teamId, days * DAY_MS, limit],
  );
  return rows.map((row) => String(row.id));
}

/** Leaves a tombstone without words, which keeps the fence and a hash of the author. */
export async function removeThread(
  tx: Sql,
  teamId: string,
  id: string,
  authorHash: string,
): Promise<void> {
  await tx.run(
    `UPDATE thread SET deleted_at = db_now(), post = '{}', match = '{}', outcome = 'open',
       outcome_reason = NULL, holder = NULL, holder_device = NULL, claimed_at = NULL,
       lease_until = NULL, lapsed = 0, claim_from = NULL, claim_note = NULL, doubled_at = NULL,
       happiness = NULL, label = NULL, look = NULL, follow_ups = NULL, route = NULL, snooze = NULL,
       author_hash = ?
     WHERE team_id = ? AND id = ? AND deleted_at IS NULL`,
    [authorHash, teamId, id],
  );
}
