/** Addresses of Instagram: the code of a post is its id, the number of a comment the comment's. */
import { toUrl } from '#utils/sites/dom/address.ts';

/** What an address of a post or a comment names. */
export interface InstagramPath {
  /** The author, in newer addresses of posts. */
  owner: string | null;
  code: string;
  /** The comment; null for the post itself. */
  commentId: string | null;
  /** The answer to that comment; null for the comment itself. */
  answerId: string | null;
}

/** `/p/…/`, `/reel/…/`, `/<owner>/p/…/`, each with `/c/<id>/` and `/r/<id>/` for comments (saved page, 2025-11). */
const PATH =
  /^\/(?:(?!(?:p|reels?|tv)\/)([\w.]{1,60})\/)?(?:p|reels?|tv)\/([\w-]{1,60})(?:\/c\/(\d{1,30})(?:\/r\/(\d{1,30}))?)?\/?$/u;
const PROFILE = /^\/([\w.]{1,60})\/?$/u;
/** First parts of paths that are no handles. */
const RESERVED =
  /^(?:p|reels?|tv|explore|direct|accounts|stories|about|web|legal|developer|emails|notifications|create|challenge|press|api|privacy|session|your_activity|graphql|directory|archive)$/u;
/** Links are relative to the site, whatever page they stand on. */
const HOME = new URL('https://www.instagram.com/');

/** Reads a link to a post or comment; null for any other link. */
export function readInstagramLink(link: Element | null | undefined): InstagramPath | null {
  const url = toUrl(link?.getAttribute('href'), HOME);
  return url && toInstagramPath(url);
}

/** Reads an address of a post or comment; null for any other address. */
export function toInstagramPath(url: URL): InstagramPath | null {
  if (!isInstagramHost(url.hostname)) return null;
  const [, owner, code, commentId, answerId] = PATH.exec(url.pathname) ?? [];
  if (!code) return null;
  return {
    owner: owner ?? null,
    code,
    commentId: commentId ?? null,
    answerId: answerId ?? null,
  };
}

/** The address of a link without what changes from visit to visit. */
export function toPermalink(link: Element, page: URL): string | null {
  const url = toUrl(link.getAttribute('href'), HOME);
  return url && page.origin + url.pathname;
}

/** The handle of a link to a profile; null for a link to anything else. */
export function readProfile(link: Element): string | null {
  const url = toUrl(link.getAttribute('href'), HOME);
  return url && isInstagramHost(url.hostname) ? toHandle(url) : null;
}

/** The handle that the path of a profile names; null for other pages. */
export function toHandle(url: URL): string | null {
  const handle = PROFILE.exec(url.pathname)?.[1] ?? '';
  return handle && !RESERVED.test(handle) ? handle : null;
}

function isInstagramHost(host: string): boolean {
  return /^(?:www\.)?instagram\.com$/u.test(host);
}
