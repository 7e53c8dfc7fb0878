import type { LibraryEntry } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import type { Story } from '#utils/model/story.ts';
import type { Reply } from '#utils/model/thread.ts';
import type { EraseRequest } from '#utils/sync/wire-access.ts';
import type { Sql } from '../store/database.ts';
import { scanRecords } from '../store/records.ts';
import { toHandleKey } from '../store/suppressed.ts';

/** Words shorter than this are found only as a whole line: many people write "Thank you". */
const TELLING_LENGTH = 20;

/** Where something that is to be erased has left its words. */
export interface Traces {
  /** Keys of the posts that go, with all records under that key. */
  posts: string[];
  /** Library entries that carry their words as a question. */
  library: string[];
  /** Keys of posts by others that quote them. */
  quoting: string[];
}

/**
 * Looks through all records of a team, tombstones too; writes nothing. `hash` is that of what is asked for: by it an
 * author is known whose posts have been retired.
 */
export async function findTraces(
  sql: Sql,
  teamId: string,
  request: EraseRequest,
  hash: string,
): Promise<Traces> {
  const posts = await readPosts(sql, teamId);
  const isErased = ({ key, post, authorHash }: KeptPost) =>
    'postKey' in request
      ? key === request.postKey
      : authorHash === hash ||
        (post.site === request.site && isSameHandle(post.author?.handle, request.author));
  const going = posts.filter(isErased);
  const keys = new Set(going.map(({ key }) => key));
  if ('postKey' in request) keys.add(request.postKey);
  else for (const id of await findRepliesBy(sql, teamId, request, hash)) keys.add(id);

  const words = going.flatMap(({ post }) => [post.text, post.title ?? '']).filter(isTold);
  const quotesIt = ({ post: { site, quoted } }: KeptPost) =>
    quoted !== undefined &&
    (words.some((told) => carries(told, quoted.text) || carries(quoted.text, told)) ||
      ('author' in request &&
        site === request.site &&
        isSameHandle(quoted.author, request.author)));
  const quoting = posts.filter((kept) => !keys.has(kept.key) && quotesIt(kept));

  const library: string[] = [];
  for await (const row of scanRecords(sql, teamId, 'library', 'body')) {
    const { question = '' } = JSON.parse(String(row.body)) as LibraryEntry;
    if (words.some((told) => carries(question, told))) library.push(String(row.id));
  }
  return { posts: [...keys], library, quoting: [...new Set(quoting.map(({ key }) => key))] };
}

interface KeptPost {
  key: string;
  /** Empty in a tombstone. */
  post: Partial<Post>;
  /** In a tombstone alone. */
  authorHash: unknown;
}

async function readPosts(sql: Sql, teamId: string): Promise<KeptPost[]> {
  const posts: KeptPost[] = [];
  for await (const row of scanRecords(sql, teamId, 'thread', 'post, author_hash')) {
    const post = JSON.parse(String(row.post)) as Partial<Post>;
    posts.push({ key: String(row.id), post, authorHash: row.author_hash });
  }
  for await (const row of scanRecords(sql, teamId, 'story', 'body')) {
    const { post } = JSON.parse(String(row.body)) as Story;
    posts.push({ key: String(row.id), post, authorHash: null });
  }
  return posts;
}

/** What was read as a teammate's answer, but was the author's. */
async function findRepliesBy(
  sql: Sql,
  teamId: string,
  { site, author }: { site: string; author: string },
  hash: string,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const row of scanRecords(sql, teamId, 'reply', 'thread_id, body, author_hash')) {
    const { handle } = JSON.parse(String(row.body)) as Partial<Reply>;
    const isOnSite = String(row.thread_id).startsWith(`${site}:`);
    const isTheirs = row.author_hash === hash || (isOnSite && isSameHandle(handle, author));
    if (isTheirs) ids.push(String(row.id));
  }
  return ids;
}

function isSameHandle(one: string | undefined, other: string): boolean {
  return one !== undefined && toHandleKey(one) === toHandleKey(other);
}

function isTold(words: string | undefined): words is string {
  return words !== undefined && words.trim() !== '';
}

/** Whether `text` holds `words`: anywhere when they are telling, else as a line of their own. */
function carries(text: string, words: string): boolean {
  const wanted = words.trim();
  if (wanted === '') return false;
  if (wanted.length >= TELLING_LENGTH) return text.includes(wanted);
  return text.split('\n').some((line) => line.trim() === wanted);
}
