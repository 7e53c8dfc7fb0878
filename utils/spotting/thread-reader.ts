/**
 * Reads the posts of a page as threads: which are mentions, which thread each belongs to, which are answers by
 * teammates. The rules, in the order in which they are asked:
 *
 * 1. An advertisement is nothing.
 * 2. A post by a handle on the roster is never a mention: teammates talk of their own brand all day.
 * 3. A post that matches a brand is a mention. Where it stands below another mention by the same author, it belongs
 *    to the thread of the topmost of these, so that a follow-up opens no second thread; else it opens its own.
 * 4. A teammate's post below a mention is a reply to that mention's thread; the nearest one counts.
 * 5. "Below" is the chain of `parentId`. A mention may also be known from before (`knownThreadIds`) though the
 *    chain leads out of the page.
 * 6. Where the site gives no parent, position speaks: the post stands after the mention and begins with `@author`
 *    of it (of several, the last one before it), or addresses nobody and the page's conversation began with the mention
 *    (`openingId`). Otherwise it answers nobody that we could name.
 * 7. A post by the thread's own author below a teammate's reply in it, or, where the site gives no parent, after one, is
 *    a follow-up.
 */
import type { Match } from '#utils/model/brand.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { BrandMatcher } from './brand-matcher.ts';

export interface ThreadContext {
  matcher: Pick<BrandMatcher, 'match'>;
  /** Handles of all teammates on this site, lower case. */
  roster: ReadonlySet<string>;
  /** Whether the team has a thread of this id. */
  knownThreadIds: (threadId: string) => boolean;
  /** Handle of a thread's author, where the team has it and the page may not show it. */
  authorOf?(threadId: string): string | undefined;
  /** Id of the post that the page's conversation began with, where the site does not tell whom each post answers. */
  openingId?: string | null;
}

export interface SpottedMention {
  threadId: string;
  post: Post;
  match: Match;
}

export interface SpottedReply {
  threadId: string;
  post: Post;
}

export interface SpottedThreads {
  mentions: SpottedMention[];
  replies: SpottedReply[];
  /** What customers wrote in their threads after a teammate had answered. */
  followUps: SpottedReply[];
}

/** Reads posts of one site in page order. Where several brands match, the surest match is the thread's. */
export function readThreads(posts: readonly Post[], context: ThreadContext): SpottedThreads {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const mentions = new Map<Post, SpottedMention>();
  const replies: SpottedReply[] = [];
  /** Handles of those who opened a thread on this page. */
  const openers = new Map<string, string>();
  const isTeammate = (post: Post) => context.roster.has(post.author.handle.toLowerCase());

  for (const post of posts) {
    if (post.promoted || isTeammate(post)) continue;
    const match = pickMatch(context.matcher.match(post));
    if (match) mentions.set(post, { threadId: toPostKey(post), post, match });
  }
  for (const mention of mentions.values()) {
    const { handle } = mention.post.author;
    for (const above of ancestors(mention.post, byId)) {
      if (mentions.has(above) && isSameHandle(above.author.handle, handle)) {
        mention.threadId = toPostKey(above);
      }
    }
    if (mention.threadId === toPostKey(mention.post)) openers.set(mention.threadId, handle);
  }

  /** Teammates' replies so far, with the author of each one's thread. */
  const answered = new Map<Post, SpottedReply & { author: string | undefined }>();
  const followUps: SpottedReply[] = [];
  const before: SpottedMention[] = [];
  for (const post of posts) {
    const mention = mentions.get(post);
    if (mention) before.push(mention);
    if (post.promoted) continue;
    if (!isTeammate(post)) {
      const threadId = findAnswered(post, byId, answered);
      if (threadId !== undefined) followUps.push({ threadId, post });
      continue;
    }
    const threadId =
      post.parentId === null
        ? findAddressed(post, before, context)
        : findThreadAbove(post, byId, mentions, context);
    if (threadId === undefined) continue;
    replies.push({ threadId, post });
    const author = openers.get(threadId) ?? context.authorOf?.(threadId);
    answered.set(post, { threadId, post, author });
  }
  return { mentions: [...mentions.values()], replies, followUps };
}

function pickMatch(matches: readonly Match[]): Match | undefined {
  return matches.find((match) => match.sure) ?? matches[0];
}

/** The posts above, nearest first, as far as the page shows them. A page may lie in circles: each comes once. */
function* ancestors(post: Post, byId: ReadonlyMap<string, Post>): Generator<Post> {
  const met = new Set([post]);
  for (let id = post.parentId; id !== null;) {
    const above = byId.get(id);
    if (!above || met.has(above)) return;
    met.add(above);
    yield above;
    id = above.parentId;
  }
}

function findThreadAbove(
  post: Post,
  byId: ReadonlyMap<string, Post>,
  mentions: ReadonlyMap<Post, SpottedMention>,
  { knownThreadIds }: ThreadContext,
): string | undefined {
  let top = post;
  for (const above of ancestors(post, byId)) {
    const mention = mentions.get(above);
    if (mention) return mention.threadId;
    if (knownThreadIds(toPostKey(above))) return toPostKey(above);
    top = above;
  }
  if (top.parentId === null || byId.has(top.parentId)) return undefined;
  const outside = toPostKey({ site: post.site, id: top.parentId });
  return knownThreadIds(outside) ? outside : undefined;
}

function findAddressed(
  post: Post,
  before: readonly SpottedMention[],
  { openingId, knownThreadIds }: ThreadContext,
): string | undefined {
  // Several people may be addressed at once.
  const [address = ''] = /^(?:\s*@[^\s:,]+[:,]?(?=\s|$))+/u.exec(post.text) ?? [];
  const handles = address.match(/[^\s:,@][^\s:,]*/gu) ?? [];
  if (handles.length > 0) {
    const addressed = before.findLast((mention) =>
      handles.some((handle) => isSameHandle(handle, mention.post.author.handle)),
    );
    return addressed?.threadId;
  }
  if (openingId == null || openingId === post.id) return undefined;
  const began = before.find((mention) => mention.post.id === openingId);
  if (began) return began.threadId;
  const outside = toPostKey({ site: post.site, id: openingId });
  return knownThreadIds(outside) ? outside : undefined;
}

/** The thread of this author in which a teammate has answered above. */
function findAnswered(
  post: Post,
  byId: ReadonlyMap<string, Post>,
  answered: ReadonlyMap<Post, SpottedReply & { author: string | undefined }>,
): string | undefined {
  if (answered.size === 0) return undefined;
  // Position speaks only where the answer has no parent either: elsewhere this post begins something of its own.
  const above =
    post.parentId === null
      ? [...answered.keys()].filter(({ parentId }) => parentId === null).reverse()
      : ancestors(post, byId);
  for (const one of above) {
    const reply = answered.get(one);
    if (reply?.author !== undefined && isSameHandle(reply.author, post.author.handle)) {
      return reply.threadId;
    }
  }
  return undefined;
}

/** Where handles have hosts, people are addressed without. */
function isSameHandle(one: string, other: string): boolean {
  const [short, long] = [one.toLowerCase(), other.toLowerCase()];
  return short === long || long.startsWith(`${short}@`);
}
