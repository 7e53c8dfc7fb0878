import type { Erasure } from '#utils/model/access.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { HearbackDb } from './schema.ts';

/** What erasing would take from this browser. */
export interface FoundErasable {
  what: Erasure;
  threads: number;
  replies: number;
  stories: number;
}

/**
 * What this browser has of a post, by its address; null when it has none. An answer of the team counts too. Looks at
 * every record, so it is for rare acts only.
 */
export async function findErasablePost(
  db: HearbackDb,
  link: string,
): Promise<FoundErasable | null> {
  const wanted = toComparable(link);
  if (wanted === null) return null;
  const isIt = (permalink: string | null) =>
    permalink !== null && toComparable(permalink) === wanted;
  return db.transaction('r', [db.threads, db.replies, db.stories], async () => {
    const thread = await db.threads.filter(({ body }) => isIt(body.post.permalink)).first();
    const story = await db.stories.filter(({ body }) => isIt(body.post.permalink)).first();
    const reply = await db.replies.filter(({ body }) => isIt(body.permalink)).first();
    const postKey = thread?.id ?? (story && toPostKey(story.body.post)) ?? reply?.id;
    if (postKey === undefined) return null;
    const below = thread ? await db.replies.where('threadId').equals(thread.id).count() : 0;
    const isOwnReply = reply?.id === postKey && reply.threadId !== postKey;
    return {
      what: { postKey },
      threads: thread ? 1 : 0,
      replies: below + (isOwnReply ? 1 : 0),
      stories: story || (await db.stories.get(postKey)) ? 1 : 0,
    };
  });
}

/** What this browser has of an author on a site, whatever the case of the handle; zeros when it has nothing. */
export async function findErasableAuthor(
  db: HearbackDb,
  site: string,
  author: string,
): Promise<FoundErasable> {
  const wanted = toHandle(author);
  const isTheirs = (post: Post) => post.site === site && toHandle(post.author.handle) === wanted;
  return db.transaction('r', [db.threads, db.replies, db.stories], async () => {
    const threadIds = await db.threads.filter(({ body }) => isTheirs(body.post)).primaryKeys();
    const gone = new Set(threadIds);
    const replies = db.replies.filter(
      ({ id, threadId, body }) =>
        gone.has(threadId) || (id.startsWith(`${site}:`) && toHandle(body.handle) === wanted),
    );
    const stories = db.stories.filter(({ id, body }) => gone.has(id) || isTheirs(body.post));
    return {
      what: { site, author: author.replace(/^@+/, '') },
      threads: threadIds.length,
      replies: await replies.count(),
      stories: await stories.count(),
    };
  });
}

function toHandle(handle: string): string {
  return handle.replace(/^@+/, '').toLowerCase();
}

const otherHosts: Readonly<Record<string, string>> = { 'twitter.com': 'x.com' };

/** An address without what does not name the post: scheme, `www.`, tracking, fragment, a picture of it. */
function toComparable(link: string): string | null {
  const text = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(text)) return null;
  const { hostname, pathname, searchParams } = new URL(text);
  const host = hostname.replace(/^(?:www|old|new|m|mobile)\./, '');
  const path = pathname.replace(/\/(?:photo|video)\/\d+$/, '').replace(/\/+$/, '');
  const id = searchParams.get('id');
  return `${otherHosts[host] ?? host}${path}${id === null ? '' : `?id=${id}`}`;
}
