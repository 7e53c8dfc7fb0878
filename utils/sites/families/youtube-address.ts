/** Addresses of YouTube, the same on its own pages and in Studio. */
import { toUrl } from '../dom/address.ts';

/** A reply's id is that of the comment at the top of its thread, a dot, and its own part (2015 to 2026). */
const COMMENT_ID = /^[\w-]{10,100}(?:\.[\w-]{1,100})?$/u;
/** 11 characters today; never said to be more. */
const VIDEO_ID = /^[\w-]{6,20}$/u;
const POST_PATH = /^\/post\/([\w-]{10,100})\/?$/u;

/** What the link of a comment's time says. */
export interface CommentAddress {
  id: string;
  /** The community post below which it stands; null below a video. */
  postId: string | null;
  permalink: string;
}

/** A link to one comment, without what else its query says; null for any other link. */
export function toCommentAddress(
  href: string | null | undefined,
  base: URL,
): CommentAddress | null {
  const url = toUrl(href, base);
  const id = toCommentId(url?.searchParams.get('lc'));
  if (!url || !id || !isYoutubeHost(url.hostname)) return null;
  const postId = toPostId(url);
  const page = postId ? `/post/${postId}?lc=${id}` : toVideoPath(url, id);
  return page === null ? null : { id, postId, permalink: `https://www.youtube.com${page}` };
}

function toVideoPath(url: URL, id: string): string | null {
  const video = toVideoId(url);
  return video === null ? null : `/watch?v=${video}&lc=${id}`;
}

/** The id of a comment, if it may be one. */
export function toCommentId(text: string | null | undefined): string | null {
  return text && COMMENT_ID.test(text) ? text : null;
}

/** The comment at the top of a reply's thread, by its id; null for a comment that is at the top itself. */
export function toTopId(id: string): string | null {
  const dot = id.indexOf('.');
  return dot < 0 ? null : id.slice(0, dot);
}

/** The video that an address is about, on YouTube (`/watch`, `/shorts/`, `/live/`) or in Studio (`/video/`). */
export function toVideoId(url: URL): string | null {
  const inPath = /^\/(?:shorts|live|video)\/([^/]+)/u.exec(url.pathname)?.[1];
  const id = inPath ?? (url.pathname === '/watch' ? url.searchParams.get('v') : null);
  return id && VIDEO_ID.test(id) ? id : null;
}

/** The community post that an address is about; until 2023 it stood in the query of the channel's page. */
export function toPostId(url: URL): string | null {
  const old = url.pathname.endsWith('/community') ? url.searchParams.get('lb') : null;
  return POST_PATH.exec(url.pathname)?.[1] ?? toCommentId(old);
}

/** Whose channel a link leads to: its handle, else its id, else its old name with the word before it. */
export function toChannelHandle(href: string | null | undefined, base: URL): string | null {
  const url = toUrl(href, base);
  if (!url || !isYoutubeHost(url.hostname)) return null;
  const parts = /^\/(?:@([^/]+)|channel\/(UC[\w-]+)|((?:user|c)\/[^/]+))/u.exec(url.pathname);
  const handle = parts?.[1] ?? parts?.[2] ?? parts?.[3];
  return handle === undefined ? null : decode(handle);
}

function isYoutubeHost(host: string): boolean {
  return /^(?:(?:www|m|studio)\.)?youtube\.com$/u.test(host);
}

/** Handles may be of any script, and stand encoded in addresses. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
