import type { Presence } from '#utils/model/thread.ts';
import type { Connection, ThreadView } from '#utils/model/thread-view.ts';
import { loadMeta } from './meta.ts';
import type { HearbackDb, ThreadRow } from './schema.ts';

/** What a view needs beside the database. */
export interface ViewContext {
  connection: Connection;
  /** Hints on a thread by teammates other than me. */
  presenceOf(threadId: string): Presence[];
}

/** Builds what is shown of some threads, in the order asked; unknown ids are left out. */
export async function loadThreadViews(
  db: HearbackDb,
  threadIds: readonly string[],
  context: ViewContext,
): Promise<ThreadView[]> {
  const tables = [db.threads, db.replies, db.stories, db.brands, db.members, db.meta];
  return db.transaction('r', tables, async () => {
    const rows = await db.threads.bulkGet([...threadIds]);
    return toViews(
      db,
      rows.filter((row) => row !== undefined),
      context,
    );
  });
}

/** The newest open threads of the team, newest first. */
export async function loadOpenThreadViews(
  db: HearbackDb,
  limit: number,
  context: ViewContext,
): Promise<ThreadView[]> {
  const tables = [db.threads, db.replies, db.stories, db.brands, db.members, db.meta];
  return db.transaction('r', tables, async () => {
    const rows = await db.threads
      .where('[outcome+seenAt]')
      .between(['open', -Infinity], ['open', Infinity])
      .reverse()
      .limit(limit)
      .toArray();
    return toViews(db, rows, context);
  });
}

/** The threads that more than one teammate answered, newest first. */
export async function loadDoubledThreadViews(
  db: HearbackDb,
  limit: number,
  context: ViewContext,
): Promise<ThreadView[]> {
  const tables = [db.threads, db.replies, db.stories, db.brands, db.members, db.meta];
  return db.transaction('r', tables, async () => {
    const rows = await db.threads.orderBy('body.doubledAt').reverse().limit(limit).toArray();
    return toViews(db, rows, context);
  });
}

/** The threads with a draft that the team looks at, the one asked for last first. */
export async function loadLookThreadViews(
  db: HearbackDb,
  limit: number,
  context: ViewContext,
): Promise<ThreadView[]> {
  const tables = [db.threads, db.replies, db.stories, db.brands, db.members, db.meta];
  return db.transaction('r', tables, async () => {
    const rows = await db.threads.orderBy('body.look.askedAt').reverse().limit(limit).toArray();
    return toViews(db, rows, context);
  });
}

/** Number of threads that more than one teammate answered. */
export async function countDoubledThreads(db: HearbackDb): Promise<number> {
  return db.threads.orderBy('body.doubledAt').count();
}

/** The threads whose claim I hold or held last. */
export async function loadMyThreadViews(
  db: HearbackDb,
  context: ViewContext,
): Promise<ThreadView[]> {
  const tables = [db.threads, db.replies, db.stories, db.brands, db.members, db.meta];
  return db.transaction('r', tables, async () => {
    const account = await loadMeta(db, 'account');
    if (!account) return [];
    return toViews(
      db,
      await db.threads.where('holder').equals(account.memberId).toArray(),
      context,
    );
  });
}

/** Number of open threads, for a count beside a tab. */
export async function countOpenThreads(db: HearbackDb): Promise<number> {
  return db.threads
    .where('[outcome+seenAt]')
    .between(['open', -Infinity], ['open', Infinity])
    .count();
}

async function toViews(
  db: HearbackDb,
  rows: readonly ThreadRow[],
  context: ViewContext,
): Promise<ThreadView[]> {
  const ids = rows.map((row) => row.id);
  const account = await loadMeta(db, 'account');
  const [replies, stories, brands, members] = await Promise.all([
    db.replies.where('threadId').anyOf(ids).toArray(),
    db.stories.bulkGet(ids),
    db.brands.toArray(),
    db.members.toArray(),
  ]);
  const names = Object.fromEntries(members.map(({ id, body }) => [id, body.name]));
  const brandNames = new Map(brands.map(({ id, body }) => [id, body.name]));
  const myRow = members.find(({ id }) => id === account?.memberId);
  return rows.map((row, index) => {
    const story = stories[index]?.body;
    return {
      thread: row.body,
      replies: replies
        .filter((reply) => reply.threadId === row.id)
        .map((reply) => reply.body)
        .sort((one, other) => one.at - other.at),
      presence: context.presenceOf(row.id),
      story: story ? { savedBy: story.savedBy, savedAt: story.savedAt } : null,
      brandName: brandNames.get(row.body.match.brandId) ?? row.body.match.matched,
      names,
      me: account ? { id: account.memberId, role: myRow?.body.role ?? 'member' } : null,
      connection: context.connection,
    };
  });
}
