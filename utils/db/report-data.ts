/** What reports are made of, read part after part. */
import type { Outcome, Reply, Thread } from '#utils/model/thread.ts';
import type { GiveWay } from '#utils/platform/pace.ts';
import type { HearbackDb } from './schema.ts';

export interface ReportData {
  /** First seen in the time asked for, with all that was answered in them, oldest first. */
  threads: { thread: Thread; replies: Reply[] }[];
  /** All answers that were given in that time, also in older threads. */
  replies: Reply[];
}

/** Read at once: some 20 ms. */
const PART = 500;
const outcomes: Record<Outcome, true> = { open: true, settled: true, setAside: true };

/** Threads and answers from `from`, included, to `to`, left out (server clock, ms). */
export async function readReportData(
  db: HearbackDb,
  { from, to }: { from: number; to: number },
  { giveWay, onRead }: { giveWay: GiveWay; onRead: (threads: number) => void },
): Promise<ReportData> {
  const threads = new Map<string, { thread: Thread; replies: Reply[] }>();
  for (const thread of await readThreadsSeen(db, { from, to }, { giveWay, onRead })) {
    threads.set(thread.id, { thread, replies: [] });
  }
  const replies: Reply[] = [];
  let last = '';
  for (;;) {
    const rows = await db.replies.where('id').above(last).limit(PART).toArray();
    for (const { body } of rows) {
      threads.get(body.threadId)?.replies.push(body);
      if (body.at >= from && body.at < to) replies.push(body);
    }
    if (rows.length < PART) break;
    last = rows.at(-1)?.id ?? '';
    await giveWay();
  }
  for (const entry of threads.values()) entry.replies.sort((one, other) => one.at - other.at);
  return { threads: [...threads.values()], replies };
}

/** Threads that were first seen in that time, part after part, whatever became of them. */
export async function readThreadsSeen(
  db: HearbackDb,
  { from, to }: { from: number; to: number },
  { giveWay, onRead }: { giveWay: GiveWay; onRead: (threads: number) => void },
): Promise<Thread[]> {
  const threads = new Map<string, Thread>();
  for (const outcome of Object.keys(outcomes)) {
    const read = async ({ at, again }: Offset) => {
      const rows = await db.threads
        .where('[outcome+seenAt]')
        .between([outcome, at], [outcome, to], true, false)
        .limit(PART + again)
        .toArray();
      onRead(threads.size);
      await giveWay();
      return { rows: rows.map(({ body }) => body), isLast: rows.length < PART + again };
    };
    await readParts<Thread>(read, from, (thread) => threads.set(thread.id, thread));
  }
  return [...threads.values()];
}

interface Offset {
  at: number;
  /** Rows of that very moment that were read before: they are read again. */
  again: number;
}

/** Reads on from the last moment that was read: many may have been seen in the same. */
async function readParts<Body extends { id: string; seenAt: number }>(
  read: (offset: Offset) => Promise<{ rows: Body[]; isLast: boolean }>,
  from: number,
  take: (body: Body) => void,
): Promise<void> {
  let offset: Offset = { at: from, again: 0 };
  for (;;) {
    const { rows, isLast } = await read(offset);
    for (const row of rows) take(row);
    if (isLast) return;
    const at = rows.at(-1)?.seenAt ?? offset.at;
    offset = { at, again: rows.filter(({ seenAt }) => seenAt === at).length };
  }
}
