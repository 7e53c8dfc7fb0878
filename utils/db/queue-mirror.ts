/**
 * The team's open threads with their replies in memory, kept as they are: for a board that sorts and counts ten thousand
 * of them while somebody types. Read once, oldest first, in pages; after that only what has changed is read.
 */
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { HearbackDb, ThreadRow } from './schema.ts';
import { watchTable } from './table-changes.ts';

/** Threads that are read at once. */
const PAGE = 500;
/** The first page is what stands on the screen: who has waited longest. The others come after it. */
const FIRST = 100;
/** Open threads in memory; where there are more, the newest. */
export const QUEUE_MAX = 20_000;
/** Of threads that are settled or set aside the newest, of each. */
const CLOSED_MAX = 1_000;
const HELD_MAX = QUEUE_MAX + 2 * CLOSED_MAX;

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
  /** Older open threads are left out: there are more than are held. */
  isCut(): boolean;
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
  let isCut = false;
  let work = Promise.resolve();

  const inTurn = (step: () => Promise<void>) => {
    work = work.then(async () => {
      if (!isClosed) await step();
    });
    work = work.catch(onError);
  };
  const put = async (rows: readonly ThreadRow[]) => {
    const replies = await loadReplies(
      db,
      rows.map(({ id }) => id),
    );
    rows.forEach(({ id, body }, at) => {
      const own = replies[at] ?? [];
      for (const reply of own) threadOf.set(reply.id, id);
      entries.set(id, { thread: body, replies: own });
    });
  };
  const take = async (ids: readonly string[]) => {
    const rows = await db.threads.bulkGet([...ids]);
    const wanted = rows.filter(
      (row) => row !== undefined && (row.outcome === 'open' || wantsClosed),
    ) as ThreadRow[];
    const kept = wanted.filter(({ id }) => entries.has(id) || entries.size < HELD_MAX);
    const left = new Set(kept.map(({ id }) => id));
    for (const id of ids) if (!left.has(id)) entries.delete(id);
    await put(kept);
  };
  const readAll = async () => {
    const known = new Set<string>();
    const show = async (rows: readonly ThreadRow[]) => {
      await put(rows);
      for (const { id } of rows) known.add(id);
      if (isClosed) return;
      onChange();
      await giveWay();
    };
    let since = -Infinity;
    let isFirst = true;
    for (;;) {
      // Those of the same moment as the last one are read again and left out.
      const again = [...known].filter((id) => entries.get(id)?.thread.seenAt === since).length;
      const size = (isFirst ? FIRST : PAGE) + again;
      const rows = await openSince(db, since).limit(size).toArray();
      await show(rows.filter(({ id }) => !known.has(id)));
      if (isClosed) return;
      if (rows.length < size) break;
      since = rows.at(-1)?.seenAt ?? Infinity;
      if (isFirst) since = Math.max(since, await findBeginning(db));
      isFirst = false;
    }
    if (wantsClosed) {
      for (const outcome of ['settled', 'setAside'] as const) {
        await show(await newestOf(db, outcome));
        if (isClosed) return;
      }
    }
    for (const id of entries.keys()) if (!known.has(id)) entries.delete(id);
    isWhole = true;
    isCut = (await openSince(db, -Infinity).count()) > known.size;
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
    isCut: () => isCut,
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

/** Open threads that were first seen then or later, oldest first. */
function openSince(db: HearbackDb, since: number) {
  return db.threads.where('[outcome+seenAt]').between(['open', since], ['open', Infinity]);
}

/** From when on open threads are held: where there are too many, the newest of them. */
async function findBeginning(db: HearbackDb): Promise<number> {
  const count = await openSince(db, -Infinity).count();
  if (count <= QUEUE_MAX) return -Infinity;
  const [row] = await openSince(db, -Infinity)
    .offset(count - QUEUE_MAX)
    .limit(1)
    .toArray();
  return row?.seenAt ?? -Infinity;
}

/** The newest of one outcome. */
function newestOf(db: HearbackDb, outcome: Thread['outcome']): Promise<ThreadRow[]> {
  return db.threads
    .where('[outcome+seenAt]')
    .between([outcome, -Infinity], [outcome, Infinity])
    .reverse()
    .limit(CLOSED_MAX)
    .toArray();
}

/** The replies of each thread, oldest first. One request a thread: three times as fast as one cursor over all. */
function loadReplies(db: HearbackDb, threadIds: readonly string[]): Promise<Reply[][]> {
  return db.transaction('r', db.replies, () =>
    Promise.all(
      threadIds.map(async (id) =>
        (await db.replies.where('threadId').equals(id).toArray())
          .map(({ body }) => body)
          .sort((one, other) => one.at - other.at),
      ),
    ),
  );
}
