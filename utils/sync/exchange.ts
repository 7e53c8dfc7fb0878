/**
 * One exchange with the server: send what waits, then take what is new. Safe to interrupt anywhere: facts carry
 * numbers that make repeats harmless, and a page of changes is stored together with its cursor. A server that has
 * gone back in time is told again what it has forgotten (docs/protocol.md).
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
import { loadMeta, loadSyncState } from '#utils/db/meta.ts';
import { loadWaiting, settleFacts } from '#utils/db/outbox.ts';
import { requeueSent } from '#utils/db/sent-log.ts';
import type { OutboxRow } from '#utils/db/schema.ts';
import { completeThreads } from './complete-threads.ts';
import { TeamError } from './team-client.ts';
import type { TeamClient } from './team-client.ts';
import { NO_NEWS, addNews, toNews } from './news.ts';
import type { News } from './news.ts';
import { atPace, paceOf } from './pace.ts';
import { PUSH_MAX } from './wire.ts';
import type { Refusal, SnapshotResponse } from './wire.ts';

const unclearRefusal: Refusal = {
  code: 'invalid',
  message: 'The team server refused this without saying why.',
};

/** Answers to a push after which a pull would fare no better, is not wished, or comes after something is mended. */
const ENDS_EXCHANGE: ReadonlySet<string> = new Set([
  'offline',
  'unauthorized',
  'removed',
  'too_old',
  'too_many',
  'device_cloned',
]);

/** What an exchange brought: which threads look different now, and what the server said with its last answer. */
export interface Exchanged {
  news: News;
  /** Server clock, ms. */
  serverTime: number;
  /** Local clock, ms, at which that was asked; what came before it may have taken minutes, and its arrival too. */
  askedAt: number;
  /** How long the team keeps threads, days; null when the server did not say. */
  retentionDays: number | null;
}

/** Sends what waits and takes what is new. Throws `TeamError`; what was answered until then is kept. */
export async function exchange(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<Exchanged> {
  const pushed = await pushUnlessForgotten(db, client, context);
  if (pushed instanceof TeamError) {
    // What teammates have done meanwhile does not wait for one's own facts to go through.
    await pullChanges(db, client, context);
    throw pushed;
  }
  if (pushed !== 'forgotten') {
    const pulled = await pullChanges(db, client, context);
    const completed = await completeIfPossible(db, client, context);
    // The pull may have found out what no push did, and put facts back into the outbox.
    const caughtUp = pulled.isReloaded ? await pushFacts(db, client, context) : NO_NEWS;
    const news = [pushed, pulled.news, completed, caughtUp].reduce(addNews);
    return { ...pulled, news };
  }
  await recallFacts(db, client);
  // Facts are taken only in the epoch that the pull brings.
  const pulled = await pullChanges(db, client, context);
  return { ...pulled, news: addNews(pulled.news, await pushFacts(db, client, context)) };
}

/** What is missing of threads is asked for again next time; nothing else waits for it. */
async function completeIfPossible(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<News> {
  try {
    return await completeThreads(db, client, context);
  } catch (error) {
    if (!(error instanceof TeamError) || ENDS_EXCHANGE.has(error.code)) throw error;
    return NO_NEWS;
  }
}

/** Gives back an error where the server may still be asked for news. */
async function pushUnlessForgotten(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<News | 'forgotten' | TeamError> {
  try {
    return await pushFacts(db, client, context);
  } catch (error) {
    if (!(error instanceof TeamError)) throw error;
    // Another epoch, or numbers missing that were answered before: the server was restored from a copy.
    if (error.code === 'reset' || error.code === 'gap') return 'forgotten';
    if (ENDS_EXCHANGE.has(error.code)) throw error;
    return error;
  }
}

/** Asks how far the server knows this device, and puts what it has forgotten back into the outbox. */
async function recallFacts(db: HearbackDb, client: TeamClient): Promise<{ epoch: string }> {
  const { epoch, lastMid } = await client.me();
  const { cursor } = await loadSyncState(db);
  await requeueSent(db, lastMid, epoch !== cursor.epoch);
  return { epoch };
}

/** Sends everything that waits. Throws `TeamError`; what was answered until then is settled. */
async function pushFacts(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<News> {
  let news = NO_NEWS;
  // Each round settles at least one fact, or throws, so this ends.
  for (;;) {
    const waiting = await loadWaiting(db, PUSH_MAX);
    if (waiting.length === 0) return news;
    const { cursor } = await loadSyncState(db);
    const counter = await loadMeta(db, 'outboxCounter');
    const { results, serverTime, sent } = await atPace(paceOf(db).bytes, async (bytes) => {
      const mutations = takeFitting(waiting, bytes).map(({ mid, mutation }) => ({ mid, mutation }));
      const request = { epoch: cursor.epoch, ackMid: counter?.acked ?? 0, mutations };
      return { ...(await client.push(request)), sent: new Set(mutations.map(({ mid }) => mid)) };
    });
    const settled = results
      .filter(({ mid }) => sent.has(mid))
      .map(({ mid, ok, refusal, after }) => ({
        mid,
        refusal: ok ? null : (refusal ?? unclearRefusal),
        // An answer from store may be of a fact that was pulled long ago, and undone by others since.
        isPulled: after !== undefined && after < cursor.seq,
      }));
    if (settled.length === 0) throw new TeamError('offline', 'The team server gave no results.');
    await settleFacts(db, settled, context(), serverTime);
    // What was refused is undone in what people see, wherever that is.
    if (settled.some(({ refusal }) => refusal !== null)) news = null;
  }
}

/** As many of the first rows as fit into `bytesMax`; always one, so that nothing blocks for ever. */
function takeFitting(rows: readonly OutboxRow[], bytesMax: number): OutboxRow[] {
  const encoder = new TextEncoder();
  const fitting: OutboxRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += encoder.encode(JSON.stringify(row.mutation)).length;
    if (fitting.length > 0 && bytes > bytesMax) break;
    fitting.push(row);
  }
  return fitting;
}

interface Pulled extends Exchanged {
  /** True when the whole state was loaded. */
  isReloaded: boolean;
}

/** Takes all changes behind the cursor, or the whole state when the server cannot go on from there. */
async function pullChanges(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<Pulled> {
  const { cursor: start } = await loadSyncState(db);
  let news = NO_NEWS;
  // One snapshot is all it takes; a server that is not content with it would be asked for ever.
  let isReloaded = false;
  if (start.mark === '') {
    await reload(db, client, context);
    isReloaded = true;
    news = null;
  }
  for (;;) {
    const { cursor } = await loadSyncState(db);
    try {
      const { page, askedAt } = await atPace(paceOf(db).rows, async (limit) => {
        const { now } = context();
        return { page: await client.pull(cursor, limit), askedAt: now };
      });
      await applyChanges(db, cursor, page.changes, page.next, context());
      news = addNews(news, toNews(page.changes));
      const { serverTime, retentionDays = null } = page;
      if (!page.more) return { news, serverTime, askedAt, retentionDays, isReloaded };
      if (page.next.seq <= cursor.seq) throw stuck();
    } catch (error) {
      if (isReloaded || !(error instanceof TeamError) || error.code !== 'reset') throw error;
      await reload(db, client, context);
      isReloaded = true;
      news = null;
    }
  }
}

/** Loads the whole state, after what its server has forgotten was put back: so it never looks gone. */
async function reload(
  db: HearbackDb,
  client: TeamClient,
  context: () => MutationContext,
): Promise<void> {
  const { epoch } = await recallFacts(db, client);
  await forgetSeqs(db);
  const seen = new Set<string>();
  const erased: NonNullable<SnapshotResponse['erased']> = [];
  let after: string | null = null;
  let first: Awaited<ReturnType<TeamClient['snapshot']>>['cursor'] | null = null;
  do {
    const page = await atPace(paceOf(db).rows, (limit) => client.snapshot(after, limit));
    if (page.cursor.epoch !== epoch) throw restoredMeanwhile();
    // Rows may be newer than the first page's cursor; pulling from there again is harmless.
    first ??= page.cursor;
    const known = seen.size;
    for (const row of page.rows) seen.add(toRecordKey(row.kind, row.id));
    // However its pages are named, a server that brings nothing new would be asked for ever.
    if (page.after !== null && seen.size === known) throw stuck();
    erased.push(...(page.erased ?? []));
    await applySnapshotPage(db, page.rows, context());
    after = page.after;
  } while (after !== null);
  await finishSnapshot(db, { seen, erased }, first, context());
}

function restoredMeanwhile(): TeamError {
  return new TeamError('unavailable', 'The team server is being restored. This goes on by itself.');
}

function stuck(): TeamError {
  return new TeamError('offline', 'The team server repeats itself. Update it, or tell your lead.');
}
