import type { LibraryEntry } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import type { FollowUp } from '#utils/model/follow-up.ts';
import type { Story, StoryPart } from '#utils/model/story.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { EraseRequest } from '#utils/sync/wire-access.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import { scanVersions } from '../store/changes.ts';
import type { Sql } from '../store/database.ts';
import { scanRecords } from '../store/records.ts';
import { toHandleKey } from '../store/suppressed.ts';
import { carries, isTold } from './told-words.ts';

/** What is to be erased. */
export interface Wanted {
  /** Keys of the posts that go, with all records under that key. */
  posts: Set<string>;
  /** What they say, or said in a version that the history still has. */
  words: string[];
}

/** Where else it has left its words. */
export interface Traces {
  /** Library entries that carry their words as a question. */
  library: string[];
  /** Posts by others that quote them. */
  quoting: { kind: 'thread' | 'story'; id: string }[];
  /** Records that hold a post of it beside their own: a follow-up of a thread, a part of a story. */
  holding: { kind: 'thread' | 'story'; id: string }[];
  /** Records that are clean by now, but have older versions that are not. */
  outgrown: { kind: RecordKind; id: string }[];
}

/**
 * Looks through all records of a team, tombstones too; writes nothing. `hash` is that of what is asked for: by it an
 * author is known whose posts have been retired.
 */
export async function findWanted(
  sql: Sql,
  teamId: string,
  request: EraseRequest,
  hash: string,
): Promise<Wanted> {
  const posts = new Set<string>();
  const words = new Set<string>();
  const note = ({ text, title }: Partial<Post>) => {
    for (const told of [text, title]) if (isTold(told)) words.add(told);
  };
  if ('postKey' in request) posts.add(request.postKey);
  else for (const id of await findRepliesBy(sql, teamId, request, hash)) posts.add(id);
  for await (const { id, post, authorHash, parts } of scanPosts(sql, teamId)) {
    for (const part of parts) if (isPartOf(part, post.site, request)) note(part);
    const isTheirs = 'author' in request && (authorHash === hash || isBy(post, request));
    if (!isTheirs && !posts.has(id)) continue;
    posts.add(id);
    note(post);
    for (const part of parts) if (part.from !== 'team') note(part);
  }
  for await (const { kind, id, body } of scanVersions(sql, teamId, ['thread', 'story'])) {
    if (posts.has(id)) note(toPost(kind, body) ?? {});
  }
  return { posts, words: [...words] };
}

/** As `findWanted`, for what carries the words of others. */
export async function findTraces(
  sql: Sql,
  teamId: string,
  request: EraseRequest,
  { posts, words }: Wanted,
): Promise<Traces> {
  const quotesIt = ({ site, quoted }: Partial<Post>) =>
    quoted !== undefined &&
    (words.some((told) => carries(told, quoted.text) || carries(quoted.text, told)) ||
      ('author' in request &&
        site === request.site &&
        isSameHandle(quoted.author, request.author)));
  const isGonePart = (part: Part, site: string | undefined) =>
    posts.has(part.id) || isPartOf(part, site, request);
  const isAsked = (question = '') => words.some((told) => carries(question, told));
  const askedIt = ({ earlier = [] }: LibraryEntry) =>
    earlier.some(({ question }) => isAsked(question));
  const holdsIt = (kind: RecordKind, body: unknown) => {
    if (kind === 'library') {
      const entry = body as LibraryEntry;
      return isAsked(entry.question) || askedIt(entry);
    }
    if (kind === 'reply') return 'author' in request && isReplyBy(body as Reply, request);
    const post = toPost(kind, body);
    if (post === null) return false;
    const isHeld = toParts(body).some((part) => isGonePart(part, post.site));
    return isHeld || quotesIt(post) || ('author' in request && isBy(post, request));
  };

  const library: string[] = [];
  const outgrown = new Map<string, Traces['outgrown'][number]>();
  for await (const row of scanRecords(sql, teamId, 'library', 'body')) {
    const entry = JSON.parse(String(row.body)) as LibraryEntry;
    const name = { kind: 'library' as const, id: String(row.id) };
    if (isAsked(entry.question)) library.push(name.id);
    else if (askedIt(entry)) outgrown.set(toName(name), name);
  }
  const quoting: Traces['quoting'] = [];
  const holding: Traces['holding'] = [];
  for await (const { kind, id, post, parts } of scanPosts(sql, teamId)) {
    if (posts.has(id)) continue;
    if (quotesIt(post)) quoting.push({ kind, id });
    if (parts.some((part) => isGonePart(part, post.site))) holding.push({ kind, id });
  }

  const treated = new Set(
    [...library.map((id) => ({ kind: 'library' as const, id })), ...quoting, ...holding].map(
      toName,
    ),
  );
  const kinds = ['thread', 'reply', 'story', 'library'] as const;
  for await (const { kind, id, body } of scanVersions(sql, teamId, kinds)) {
    const name = toName({ kind, id });
    if (posts.has(id) || treated.has(name) || outgrown.has(name)) continue;
    if (holdsIt(kind, body)) outgrown.set(name, { kind, id });
  }
  return { library, quoting, holding, outgrown: [...outgrown.values()] };
}

/** A post that a record holds beside its own. Of a follow-up the author is the thread's. */
type Part = (FollowUp & { from?: never; handle?: never }) | StoryPart;

interface KeptPost {
  kind: 'thread' | 'story';
  id: string;
  /** Empty in a tombstone. */
  post: Partial<Post>;
  /** In a tombstone alone. */
  authorHash: unknown;
  parts: Part[];
}

async function* scanPosts(sql: Sql, teamId: string): AsyncGenerator<KeptPost> {
  for await (const row of scanRecords(sql, teamId, 'thread', 'post, author_hash, follow_ups')) {
    const post = JSON.parse(String(row.post)) as Partial<Post>;
    const parts = JSON.parse(String(row.follow_ups ?? '[]')) as FollowUp[];
    yield { kind: 'thread', id: String(row.id), post, authorHash: row.author_hash, parts };
  }
  for await (const row of scanRecords(sql, teamId, 'story', 'body')) {
    const { post, arc = [] } = JSON.parse(String(row.body)) as Story;
    yield { kind: 'story', id: String(row.id), post, authorHash: null, parts: arc };
  }
}

/** What was read as a teammate's answer, but was the author's. */
async function findRepliesBy(
  sql: Sql,
  teamId: string,
  request: ByAuthor,
  hash: string,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const row of scanRecords(sql, teamId, 'reply', 'thread_id, body, author_hash')) {
    const { handle } = JSON.parse(String(row.body)) as Partial<Reply>;
    const reply = { threadId: String(row.thread_id), handle };
    if (row.author_hash === hash || isReplyBy(reply, request)) ids.push(String(row.id));
  }
  return ids;
}

type ByAuthor = Extract<EraseRequest, { author: string }>;

function isReplyBy(
  { threadId, handle }: { threadId: string; handle: string | undefined },
  { site, author }: ByAuthor,
): boolean {
  return threadId.startsWith(`${site}:`) && isSameHandle(handle, author);
}

/** Whether it is what is to be erased, by itself or by its author. */
export function isPartOf(
  { id, handle }: { id: string; handle?: string },
  site: string | undefined,
  request: EraseRequest,
): boolean {
  if ('postKey' in request) return id === request.postKey;
  return site === request.site && isSameHandle(handle, request.author);
}

function isBy(post: Partial<Post>, { site, author }: ByAuthor): boolean {
  return post.site === site && isSameHandle(post.author?.handle, author);
}

function isSameHandle(one: string | undefined, other: string): boolean {
  return one !== undefined && toHandleKey(one) === toHandleKey(other);
}

function toPost(kind: RecordKind, body: unknown): Post | null {
  return kind === 'thread' || kind === 'story' ? (body as { post: Post }).post : null;
}

function toParts(body: unknown): Part[] {
  const { followUps = [], arc = [] } = body as Partial<Thread> & Partial<Story>;
  return [...followUps, ...arc];
}

function toName({ kind, id }: { kind: RecordKind; id: string }): string {
  return `${kind} ${id}`;
}
