import type { Erasure } from '#utils/model/access.ts';
import { toAddressId } from '#utils/model/address-id.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Reply } from '#utils/model/thread.ts';
import type { HearbackDb } from './schema.ts';

/** What erasing would take from this browser. */
export interface FoundErasable {
  what: Erasure;
  threads: number;
  replies: number;
  stories: number;
}

/** A post that was found, so that people see which one it is. */
export interface FoundPost extends FoundErasable {
  post: { handle: string; text: string; permalink: string };
}

/**
 * What this browser has of a post, by its address; null when it has none, `several` when the address does not tell
 * posts apart. An answer of the team counts too. Looks at every record, so it is for rare acts only.
 */
export async function findErasablePost(
  db: HearbackDb,
  link: string,
): Promise<FoundPost | 'several' | null> {
  const isIt = bindAddress(link);
  if (isIt === null) return null;
  return db.transaction('r', [db.threads, db.replies, db.stories], async () => {
    const threads = await db.threads
      .filter(({ body: { post } }) => isIt(post.site, post.permalink))
      .toArray();
    const stories = await db.stories
      .filter(({ body: { post } }) => isIt(post.site, post.permalink))
      .toArray();
    const replies = await db.replies
      .filter(({ id, body }) => isIt(id.slice(0, id.indexOf(':')), body.permalink))
      .toArray();
    const postKeys = new Set([
      ...threads.map(({ id }) => id),
      ...stories.map(({ body }) => toPostKey(body.post)),
      ...replies.map(({ id }) => id),
    ]);
    if (postKeys.size > 1) return 'several';
    const [postKey] = postKeys;
    if (postKey === undefined) return null;
    const [thread] = threads;
    const [story] = stories;
    const [reply] = replies;
    const below = thread ? await db.replies.where('threadId').equals(thread.id).count() : 0;
    const isOwnReply = reply?.id === postKey && reply.threadId !== postKey;
    return {
      what: { postKey },
      threads: thread ? 1 : 0,
      replies: below + (isOwnReply ? 1 : 0),
      stories: story || (await db.stories.get(postKey)) ? 1 : 0,
      post: toShown(thread?.body.post ?? story?.body.post, reply?.body, link),
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

function toShown(
  post: Post | undefined,
  reply: Reply | undefined,
  link: string,
): FoundPost['post'] {
  return {
    handle: post?.author.handle ?? reply?.handle ?? '',
    text: post?.text || post?.title || reply?.text || '',
    permalink: post?.permalink ?? reply?.permalink ?? link,
  };
}

/** What of an address names a post, beside host and path. */
interface Naming {
  query: readonly string[];
  hasFragment?: true;
}

const byPath: Naming = { query: [] };
/** Sites of which it is known; whatever else an address carries there says where somebody came from. */
const namings: Readonly<Record<string, Naming>> = {
  x: byPath,
  reddit: byPath,
  bluesky: byPath,
  mastodon: byPath,
  instagram: byPath,
  threads: byPath,
  tiktok: byPath,
  trustpilot: byPath,
  hackernews: { query: ['id'] },
  youtube: { query: ['lc', 'v'] },
  youtubestudio: { query: ['lc', 'v'] },
  facebook: { query: ['comment_id', 'fbid', 'id', 'reply_comment_id', 'story_fbid', 'v'] },
  linkedin: { query: ['commentUrn', 'dashCommentUrn', 'dashReplyUrn', 'replyUrn'] },
  github: { query: [], hasFragment: true },
  stackexchange: { query: [], hasFragment: true },
};

/** Tells whether an address of a site's post is that of `link`; null when it is no link. */
function bindAddress(link: string): ((site: string, permalink: string | null) => boolean) | null {
  const address = toUrl(link);
  if (address === null) return null;
  const exact = toAddressId(address);
  return (site, permalink) => {
    const known = permalink === null ? null : toUrl(permalink);
    if (known === null) return false;
    const naming = namings[site];
    // Elsewhere anything in the query or the fragment may tell the posts of one page apart.
    if (!naming) return toAddressId(known) === exact;
    return toNamedAddress(known, naming) === toNamedAddress(address, naming);
  };
}

function toUrl(link: string): URL | null {
  const text = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  return URL.canParse(text) ? new URL(text) : null;
}

/** What stands before a host for phones, for a former layout, for a country; on Stack Exchange each is a site of its own. */
const LAYOUT = /^(?:www|old|new|np|sh|i|m|mobile|mbasic|touch|mtouch|free|web)\.(?=[^.]+\.)/;
const COUNTRY = /^[a-z]{2}(?:-[a-z]{2})?\.(?=(?:facebook|linkedin|reddit|trustpilot)\.com$)/;

const otherHosts: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'threads.net': 'threads.com',
};

/** An address without what does not name the post: `www.`, tracking, a picture of it. */
function toNamedAddress({ hostname, pathname, searchParams, hash }: URL, naming: Naming): string {
  const host = hostname.replace(LAYOUT, '').replace(COUNTRY, '');
  // Only below a post of X: on TikTok this is the address of the post.
  const path = pathname.replace(/(\/status\/\d+)\/(?:photo|video)\/\d+$/, '$1').replace(/\/+$/, '');
  const query = naming.query.map((name) => `${name}=${searchParams.get(name) ?? ''}`);
  const place = naming.hasFragment ? hash : '';
  return `${otherHosts[host] ?? host}${path}?${query.join('&')}${place}`;
}
