/**
 * The team's open threads with their replies in memory, kept as they are: for a board that sorts and counts ten thousand
 * of them while somebody types. Read once, newest first, in pages; after that only what has changed is read.
 */
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { HearbackDb, ThreadRow } from './schema.ts';
import { watchTable } from './table-changes.ts';

/** Threads that are read at once. */
const PAGE = 500;
/** The first page is what stands on the screen; the others come after it. */
const FIRST = 100;
/** Open threads in memory; older ones are left to the lists that read what they show. */
export const QUEUE_MAX = 20_000;
/** Of threads that are settled or set aside the newest, of each. */
const CLOSED_MAX = 1_000;

export interface QueueEntry {
  thread: Thread;
  /** Oldest first. */
  replies: readonly Reply[];
}

export interface QueueMirrorOptions {
  /** Called after each page and each change. */
  onChange(): void;
  onError(error: unknown): void;
  /** Gives way to other work between two pages. */
  giveWay(): Promise<void>;
}

export interface QueueMirror {
  entries: ReadonlyMap<string, QueueEntry>;
  /** Whether all are there. */
  isWhole(): boolean;
  /** How many open threads there are; null while that is not known. */
  total(): number | null;
  /** Adds the newest of those that are settled or set aside. */
  wantClosed(): void;
  close(): void;
}

/** Begins to mirror the open threads. */
export function mirrorQueue(db: HearbackDb, options: QueueMirrorOptions): QueueMirror {
  const { onChange, onError, giveWay } = options;
  const entries = new Map<string, QueueEntry>();
  /** The thread of each reply that is held, for when it is removed. */
  const threadOf = new Map<string, string>();
  let wantsClosed = false;
  let isWhole = false;
  let isClosed = false;
  let total: number | null = null;
  let work = Promise.resolve();

  const inTurn = (step: () => Promise<void>) => {
    work = work.then(async () => {
      if (!isClosed) await step();
    });
    work = work.catch(onError);
  };
  const take = async (ids: readonly string[]) => {
    const [rows, replies] = await db.transaction('r', [db.threads, db.replies], async () =>
      Promise.all([
        db.threads.bulkGet([...ids]),
        db.replies
          .where('threadId')
          .anyOf([...ids])
          .toArray(),
      ]),
    );
    const repliesOf = Map.groupBy(replies, ({ threadId }) => threadId);
    for (const { id, threadId } of replies) threadOf.set(id, threadId);
    ids.forEach((id, at) => {
      const row = rows[at];
      const isWanted = row && (row.outcome === 'open' || wantsClosed);
      const hasRoom = entries.has(id) || entries.size < QUEUE_MAX + 2 * CLOSED_MAX;
      if (!isWanted || !hasRoom) {
        entries.delete(id);
        return;
      }
      entries.set(id, { thread: row.body, replies: toReplies(repliesOf.get(id) ?? []) });
    });
  };
  const readAll = async () => {
    const open = await keysOf(db, 'open', QUEUE_MAX);
    total = await db.threads
      .where('[outcome+seenAt]')
      .between(['open', -Infinity], ['open', Infinity])
      .count();
    const closed = wantsClosed
      ? [
          ...(await keysOf(db, 'settled', CLOSED_MAX)),
          ...(await keysOf(db, 'setAside', CLOSED_MAX)),
        ]
      : [];
    const ids = [...open, ...closed];
    for (let from = 0; from < ids.length;) {
      const to = from + (from === 0 ? FIRST : PAGE);
      await take(ids.slice(from, to));
      if (isClosed) return;
      onChange();
      await giveWay();
      from = to;
    }
    if (isClosed) return;
    const known = new Set(ids);
    for (const id of entries.keys()) if (!known.has(id)) entries.delete(id);
    isWhole = true;
    onChange();
  };
  const readSome = async (ids: readonly string[]) => {
    for (let from = 0; from < ids.length; from += PAGE) await take(ids.slice(from, from + PAGE));
    onChange();
  };

  const unwatchThreads = watchTable(db, db.threads, (ids) => {
    inTurn(() => (ids === null ? readAll() : readSome(ids)));
  });
  const unwatchReplies = watchTable(db, db.replies, (ids) => {
    inTurn(async () => {
      if (ids === null) return readAll();
      const rows = await db.replies.bulkGet(ids);
      const threads = ids.flatMap((id, at) => rows[at]?.threadId ?? threadOf.get(id) ?? []);
      // A reply to a thread that is not held is not waited for.
      return readSome([...new Set(threads)].filter((id) => entries.has(id)));
    });
  });
  inTurn(readAll);
  return {
    entries,
    isWhole: () => isWhole,
    total: () => total,
    wantClosed() {
      if (wantsClosed) return;
      wantsClosed = true;
      isWhole = false;
      inTurn(readAll);
    },
    close() {
      isClosed = true;
      unwatchThreads();
      unwatchReplies();
    },
  };
}

/** The newest of one outcome, newest first. */
async function keysOf(db: HearbackDb, outcome: Thread['outcome'], limit: number) {
  return (await db.threads
    .where('[outcome+seenAt]')
    .between([outcome, -Infinity], [outcome, Infinity])
    .reverse()
    .limit(limit)
    .primaryKeys()) as ThreadRow['id'][];
}

function toReplies(rows: readonly { body: Reply }[]): Reply[] {
  return rows.map(({ body }) => body).sort((one, other) => one.at - other.at);
}
