/** What Facebook's addresses say: who, which post, which comment. */
import { toUrl } from '../dom/address.ts';

/** A link to a post. */
export interface PostLink {
  /** Its number; null where the address only has a token, which differs from session to session. */
  id: string | null;
  token: string | null;
  address: string;
}

/** A link to a comment. */
export interface CommentLink {
  id: string;
  /** The comment that it answers. */
  parentId: string | null;
  /** True for the comment's own address, false for its author's. */
  isOwn: boolean;
  address: string;
}

/** First parts of a path that are no account. */
const RESERVED = new Set(
  `ads|bookmarks|business|dialog|directory|events|feed|friends|fundraisers|gaming|groups|hashtag|help|home.php|l.php|
  legal|live|login|login.php|marketplace|me|media|memories|messages|notifications|offers|pages|people|permalink.php|
  photo|photo.php|photos|plugins|policies|posts|privacy|profile.php|recover|reel|reels|reg|saved|search|settings|share|
  sharer|sharer.php|stories|story.php|terms|user.php|video|videos|watch`
    .split('|')
    .map((part) => part.trim()),
);

/** Of an address, what is no tracking. */
const KEPT = ['story_fbid', 'id', 'v', 'fbid', 'set', 'comment_id', 'reply_comment_id'];

/** Seen 2022-02 to 2025-07 in reports on the layout for phones; most lead on to `m`. */
const NARROW_HOST = /^(?:m|mbasic|touch|mtouch|mobile|free)\.facebook\.com$/u;

/** The hosts at which posts stand, in whatever layout; businesses have others. */
export function isFacebookHost(host: string): boolean {
  return (
    /^(?:(?:www|web|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/u.test(host) || NARROW_HOST.test(host)
  );
}

/** True for the hosts that serve a layout for phones, of which nothing can be read here. */
export function isNarrowHost(host: string): boolean {
  return NARROW_HOST.test(host);
}

/** The name or number of an account; null for a link to anything else. */
export function toProfileHandle(href: string | null | undefined, base: URL): string | null {
  const url = toFacebookUrl(href, base);
  const [first = '', second, third, fourth] = url ? toParts(url) : [];
  if (!url || !first) return null;
  if (first === 'profile.php') return toNumber(url.searchParams.get('id'));
  // In a group people are linked as its members.
  if (first === 'groups') return third === 'user' ? toNumber(fourth) : null;
  if (first === 'people' || first === 'pages') return toNumber(third);
  if (second !== undefined || RESERVED.has(first.toLowerCase())) return null;
  return /^[\p{L}\p{N}._-]{2,100}$/u.test(first) ? first : null;
}

/** The post that an address names; null for any other address. */
export function readPostLink(href: string | null | undefined, base: URL): PostLink | null {
  const url = toFacebookUrl(href, base);
  if (!url || url.searchParams.has('comment_id')) return null;
  const name = toPostName(url);
  if (!name) return null;
  const id = toNumber(name);
  return { id, token: id ? null : name, address: toKeptAddress(url) };
}

function toPostName(url: URL): string | null {
  const { searchParams } = url;
  const [first = '', second, third, ...rest] = toParts(url);
  const last = rest.at(-1) ?? third;
  if (first === 'groups')
    return second && /^(?:posts|permalink)$/u.test(third ?? '') ? toName(rest[0]) : null;
  if (first === 'permalink.php' || first === 'story.php')
    return toName(searchParams.get('story_fbid'));
  if (first === 'watch') return toName(searchParams.get('v'));
  if (first === 'reel') return toName(second);
  // A picture's own number is not its post's, but some sets are named by the post.
  if (first === 'photo' || first === 'photo.php')
    return /^(?:pcb|gm)\.(\d+)$/u.exec(searchParams.get('set') ?? '')?.[1] ?? null;
  return /^(?:posts|videos)$/u.test(second ?? '') ? toName(last) : null;
}

function toName(text: string | null | undefined): string | null {
  return text && /^(?:\d+|pfbid\w+)$/u.test(text) ? text : null;
}

/** The comment that an address names, in the links of its time and of its author. */
export function readCommentLink(href: string | null | undefined, base: URL): CommentLink | null {
  const url = toFacebookUrl(href, base);
  const comment = toCommentNumber(url?.searchParams.get('comment_id'));
  if (!url || !comment) return null;
  const reply = toCommentNumber(url.searchParams.get('reply_comment_id'));
  return {
    id: reply ?? comment,
    parentId: reply && comment,
    isOwn: toProfileHandle(href, base) === null,
    address: toKeptAddress(url),
  };
}

/** Written as a number, or as `comment:<post>_<number>` in base 64; both stood in one page of 2025-11. */
function toCommentNumber(text: string | null | undefined): string | null {
  if (!text || text.length > 200) return null;
  return toNumber(text) ?? /^comment:\d+_(\d{5,20})$/u.exec(decode(text))?.[1] ?? null;
}

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

function toNumber(text: string | null | undefined): string | null {
  return text && /^\d{5,20}$/u.test(text) ? text : null;
}

function toFacebookUrl(href: string | null | undefined, base: URL): URL | null {
  const url = toUrl(href, base);
  return url && isFacebookHost(url.hostname) ? url : null;
}

function toParts({ pathname }: URL): string[] {
  try {
    return decodeURIComponent(pathname).split('/').filter(Boolean);
  } catch {
    return [];
  }
}

function toKeptAddress(url: URL): string {
  const kept = new URL(url.pathname, 'https://www.facebook.com');
  for (const name of KEPT) {
    const value = url.searchParams.get(name);
    if (value) kept.searchParams.set(name, value);
  }
  return kept.href;
}
