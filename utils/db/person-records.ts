/** Everything that this browser has of one author, as it has it. */
import type { LibraryEntry } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import type { Story } from '#utils/model/story.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { draftKeys } from './drafts.ts';
import type { HearbackDb } from './schema.ts';

export interface PersonRecords {
  site: string;
  /** Without `@`. */
  author: string;
  /** Posts of theirs, with what the team answered. */
  threads: { thread: Thread; replies: Reply[] }[];
  /** Answers posted under their handle below posts of others. */
  replies: Reply[];
  stories: Story[];
  /** Posts and stories of others that quote them, or hold words of theirs. */
  quotedIn: { kind: 'thread' | 'story'; id: string; text: string }[];
  /** Answers of the library that keep their words as the question. */
  library: LibraryEntry[];
  /** What teammates have typed to them in this browser and not sent. */
  drafts: { threadId: string; text: string; at: number }[];
  /** Pictures of their posts, in this browser. */
  pictures: { storyId: string; blob: Blob }[];
}

/** Reads every record, so it is for rare acts only. Handles are the same whatever their case. */
export async function collectPerson(
  db: HearbackDb,
  site: string,
  author: string,
): Promise<PersonRecords> {
  const wanted = toHandle(author);
  const isTheirs = (post: Post) => post.site === site && toHandle(post.author.handle) === wanted;
  const isQuoted = (post: Post) =>
    post.site === site && post.quoted !== undefined && toHandle(post.quoted.author) === wanted;
  const tables = [db.threads, db.replies, db.stories, db.library, db.drafts, db.pictures];
  return db.transaction('r', tables, async () => {
    const found: PersonRecords = {
      site,
      author: author.replace(/^@+/, ''),
      threads: [],
      replies: [],
      stories: [],
      quotedIn: [],
      library: [],
      drafts: [],
      pictures: [],
    };
    const threads = new Map<string, { thread: Thread; replies: Reply[] }>();
    await db.threads.each(({ body }) => {
      if (isTheirs(body.post)) threads.set(body.id, { thread: body, replies: [] });
      else if (isQuoted(body.post)) {
        found.quotedIn.push({ kind: 'thread', id: body.id, text: body.post.quoted?.text ?? '' });
      }
    });
    const replyIds = new Set<string>();
    await db.replies.each(({ id, body }) => {
      const entry = threads.get(body.threadId);
      entry?.replies.push(body);
      if (entry) replyIds.add(id);
      else if (id.startsWith(`${site}:`) && toHandle(body.handle) === wanted) {
        found.replies.push(body);
      }
    });
    await db.stories.each(({ body }) => {
      if (threads.has(body.id) || isTheirs(body.post)) return found.stories.push(body);
      if (isQuoted(body.post)) {
        found.quotedIn.push({ kind: 'story', id: body.id, text: body.post.quoted?.text ?? '' });
      }
      for (const part of body.arc ?? []) {
        if (body.post.site !== site || toHandle(part.handle) !== wanted) continue;
        found.quotedIn.push({ kind: 'story', id: body.id, text: part.text });
      }
      return undefined;
    });
    await db.library.each(({ id, body }) => {
      if (replyIds.has(id)) found.library.push(body);
    });
    const keys = [...threads.keys()].flatMap(draftKeys);
    found.drafts = (await db.drafts.bulkGet(keys))
      .flatMap((draft) => draft ?? [])
      .map(({ threadId, text, at }) => ({ threadId, text, at }));
    const storyIds = found.stories.map(({ id }) => id);
    found.pictures = (await db.pictures.bulkGet(storyIds))
      .flatMap((picture) => picture ?? [])
      .map(({ storyId, blob }) => ({ storyId, blob }));
    found.threads = [...threads.values()].sort(
      (one, other) => one.thread.seenAt - other.thread.seenAt,
    );
    for (const { replies } of found.threads) replies.sort((one, other) => one.at - other.at);
    return found;
  });
}

function toHandle(handle: string): string {
  return handle.replace(/^@+/, '').toLowerCase();
}
