/**
 * One exchange with the server: send what waits, then take what is new. Safe to interrupt anywhere: facts carry
 * numbers that make repeats harmless, and a page of changes is stored together with its cursor.
 */
import type { HearbackDb } from '#utils/db/schema.ts';
import {
  applyChanges,
  applySnapshotPage,
  finishSnapshot,
  forgetSeqs,
  toRecordKey,
} from '#utils/db/changes.ts';
import type { MutationContext } from '#utils/db/apply-mutation.ts';
import { changeSyncState, loadMeta, loadSyncState } from '#utils/db/meta.ts';
import { loadWaiting, renumberOutbox, settleFacts } from '#utils/db/outbox.ts';
import { TeamError } from './team-client.ts';
import type { TeamClient } from './team-client.ts';
import { PULL_MAX, PUSH_MAX } from './wire.ts';
import type { Refusal } from './wire.ts';

const unclearRefusal: Refusal = {
  code: 'invalid',
  message: 'The team server refused this without saying why.',
};

/** Sends everything that waits. Throws `TeamError`; what was answered until then is settled. */
export async function pushFacts(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<void> {
  // Each round settles at least one fact or throws, so this ends.
  for (;;) {
    const rows = await loadWaiting(db, PUSH_MAX);
    if (rows.length === 0) return;
    const { cursor } = await loadSyncState(db);
    const counter = await loadMeta(db, 'outboxCounter');
    try {
      const { results } = await client.push({
        epoch: cursor.epoch,
        ackMid: counter?.acked ?? 0,
        mutations: rows.map(({ mid, mutation }) => ({ mid, mutation })),
      });
      if (results.length === 0) throw new TeamError('offline', 'The team server gave no results.');
      const settled = results.map(({ mid, ok, refusal }) => ({
        mid,
        refusal: ok ? null : (refusal ?? unclearRefusal),
      }));
      await settleFacts(db, settled, context());
    } catch (error) {
      if (!(error instanceof TeamError) || error.code !== 'gap' || error.expected === null) {
        throw error;
      }
      // The server does not know this device's past (it was restored): go on from where it is.
      await renumberOutbox(db, error.expected);
    }
  }
}

/** Takes all changes behind the cursor, or the whole state when the server cannot go on from there. */
export async function pullChanges(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<void> {
  const { cursor: start } = await loadSyncState(db);
  if (start.mark === '') await takeSnapshot(db, client, context);
  for (;;) {
    const { cursor } = await loadSyncState(db);
    try {
      const page = await client.pull(cursor, PULL_MAX);
      await applyChanges(db, cursor, page.changes, page.next, context());
      if (!page.more) return;
    } catch (error) {
      if (!(error instanceof TeamError) || error.code !== 'reset') throw error;
      await takeSnapshot(db, client, context);
    }
  }
}

async function takeSnapshot(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<void> {
  await forgetSeqs(db);
  const seen = new Set<string>();
  let after: string | null = null;
  let first: Awaited<ReturnType<TeamClient['snapshot']>>['cursor'] | null = null;
  do {
    const page = await client.snapshot(after);
    // Rows may be newer than the first page's cursor; pulling from there again is harmless.
    first ??= page.cursor;
    for (const row of page.rows) seen.add(toRecordKey(row.kind, row.id));
    await applySnapshotPage(db, page.rows, context());
    after = page.after;
  } while (after !== null);
  await finishSnapshot(db, seen, first);
  const account = await loadMeta(db, 'account');
  if (account && account.epoch !== first.epoch) {
    await db.meta.put({ key: 'account', value: { ...account, epoch: first.epoch } });
  }
}

/** Notes a successful exchange, for "as of 10:40" and for showing ages by the server's clock. */
export async function noteExchange(
  db: HearbackDb,
  now: number,
  serverTime: number | null,
): Promise<void> {
  await changeSyncState(db, {
    asOf: now,
    trouble: null,
    ...(serverTime === null ? {} : { clockOffset: serverTime - now }),
  });
}
