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
import type { OutboxRow } from '#utils/db/schema.ts';
import { TeamError } from './team-client.ts';
import type { TeamClient } from './team-client.ts';
import { NO_NEWS, addNews, toNews } from './news.ts';
import type { News } from './news.ts';
import { PULL_MAX, PUSH_MAX } from './wire.ts';
import type { Refusal } from './wire.ts';

/** Facts of one push, in UTF-8 bytes: half of what the server takes, so that the rest of the request fits too. */
const PUSH_BYTES_MAX = 500_000;

const unclearRefusal: Refusal = {
  code: 'invalid',
  message: 'The team server refused this without saying why.',
};

/** Sends everything that waits. Throws `TeamError`; what was answered until then is settled. */
export async function pushFacts(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<News> {
  let news = NO_NEWS;
  let isRenumbered = false;
  // Each round settles at least one fact, renumbers once, or throws, so this ends.
  for (;;) {
    const rows = takeFitting(await loadWaiting(db, PUSH_MAX));
    if (rows.length === 0) return news;
    const { cursor } = await loadSyncState(db);
    const counter = await loadMeta(db, 'outboxCounter');
    try {
      const { results } = await client.push({
        epoch: cursor.epoch,
        ackMid: counter?.acked ?? 0,
        mutations: rows.map(({ mid, mutation }) => ({ mid, mutation })),
      });
      const sent = new Set(rows.map(({ mid }) => mid));
      const settled = results
        .filter(({ mid }) => sent.has(mid))
        .map(({ mid, ok, refusal }) => ({ mid, refusal: ok ? null : (refusal ?? unclearRefusal) }));
      if (settled.length === 0) throw new TeamError('offline', 'The team server gave no results.');
      await settleFacts(db, settled, context());
      isRenumbered = false;
      // What was refused is undone in what people see, wherever that is.
      if (settled.some(({ refusal }) => refusal !== null)) news = null;
    } catch (error) {
      const expected = error instanceof TeamError && error.code === 'gap' ? error.expected : null;
      if (expected === null || isRenumbered) throw error;
      // The server does not know this device's past (it was restored): go on from where it is.
      await renumberOutbox(db, Math.max(1, expected));
      isRenumbered = true;
    }
  }
}

/** As many of the first rows as one request may hold; always one, so that nothing blocks for ever. */
function takeFitting(rows: readonly OutboxRow[]): OutboxRow[] {
  const encoder = new TextEncoder();
  const fitting: OutboxRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += encoder.encode(JSON.stringify(row.mutation)).length;
    if (fitting.length > 0 && bytes > PUSH_BYTES_MAX) break;
    fitting.push(row);
  }
  return fitting;
}

/** What a pull brought: which threads look different now, and the server's clock at its end. */
export interface Pulled {
  news: News;
  serverTime: number;
}

/** Takes all changes behind the cursor, or the whole state when the server cannot go on from there. */
export async function pullChanges(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<Pulled> {
  const { cursor: start } = await loadSyncState(db);
  let news = NO_NEWS;
  // One snapshot is all it takes; a server that is not content with it would be asked for ever.
  let isFresh = false;
  if (start.mark === '') {
    await takeSnapshot(db, client, context);
    isFresh = true;
    news = null;
  }
  for (;;) {
    const { cursor } = await loadSyncState(db);
    try {
      const page = await client.pull(cursor, PULL_MAX);
      await applyChanges(db, cursor, page.changes, page.next, context());
      news = addNews(news, toNews(page.changes));
      if (!page.more) return { news, serverTime: page.serverTime };
      if (page.next.seq <= cursor.seq) throw stuck();
    } catch (error) {
      if (isFresh || !(error instanceof TeamError) || error.code !== 'reset') throw error;
      await takeSnapshot(db, client, context);
      isFresh = true;
      news = null;
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
    if (page.after !== null && page.after === after) throw stuck();
    // Rows may be newer than the first page's cursor; pulling from there again is harmless.
    first ??= page.cursor;
    for (const row of page.rows) seen.add(toRecordKey(row.kind, row.id));
    await applySnapshotPage(db, page.rows, context());
    after = page.after;
  } while (after !== null);
  await finishSnapshot(db, seen, first, context());
}

function stuck(): TeamError {
  return new TeamError('offline', 'The team server repeats itself. Update it, or tell your lead.');
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
