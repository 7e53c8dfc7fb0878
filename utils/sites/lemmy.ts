/** Lemmy with its own web interface (lemmy-ui), on any domain; other interfaces for it look otherwise. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { firstVisible, isOnHiddenScreen } from './dom/visibility.ts';
import { findComment, readLemmyPost, toLemmyHandle } from './lemmy/post.ts';
import { selectors } from './lemmy/selectors.ts';

/** Longest comment (`markdownFieldCharacterLimit`, 2023 to 2026), where the field does not say. */
const LIMIT = 10_000;

export const lemmyAdapter: SiteAdapter = {
  id: 'lemmy',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    [...root.querySelectorAll(selectors.post)].filter((element) => !isOnHiddenScreen(element)),
  readPost: readLemmyPost,
  mountPoint: findMountPoint,
  findReplyBox(element, url) {
    const boxes = element.ownerDocument.querySelectorAll<HTMLElement>(selectors.box);
    return firstVisible([...boxes].filter((box) => findReplyTarget(box, url) === element));
  },
  findReplyTarget,
  findSubmit: (box) => box.closest('form')?.querySelector<HTMLElement>(selectors.submit) ?? null,
  findAccount: (doc, url) =>
    toLemmyHandle(doc.querySelector(selectors.account)?.getAttribute('href'), url) || null,
  characterRule: (doc) => ({ count: 'graphemes', limit: findLimit(doc) }),
};

function toPageKind(url: URL): PageKind {
  const [first] = url.pathname.split('/').filter(Boolean);
  if (first === undefined || ['c', 'home', 'inbox', 'notifications'].includes(first)) return 'feed';
  if (first === 'post' || first === 'comment') return 'thread';
  if (first === 'u') return 'profile';
  return first === 'search' ? 'search' : 'other';
}

/**
 * A reply form stands in the line of the comment that it answers, behind the comment; one within a comment edits it. The
 * form outside all lines answers the post, where the page has one post.
 */
function findReplyTarget(editable: Element, _url: URL): Element | null {
  if (!editable.matches(selectors.box) || editable.closest(selectors.comment)) return null;
  const item = editable.closest(selectors.item);
  if (item) return findComment(item);
  const listings = [...editable.ownerDocument.querySelectorAll(selectors.listing)].filter(
    (listing) => !isOnHiddenScreen(listing),
  );
  const [listing] = listings;
  return listing && listings.length === 1 && !listing.contains(editable) ? listing : null;
}

function findMountPoint(element: Element): MountPoint {
  const text = element.matches(selectors.listing)
    ? null
    : element.querySelector(selectors.commentText);
  return text ? { anchor: text, where: 'after' } : { anchor: element, where: 'append' };
}

function findLimit(doc: Document): number {
  const told = Number(doc.querySelector(selectors.box)?.getAttribute('maxlength'));
  return Number.isInteger(told) && told > 0 ? told : LIMIT;
}

/*
 * Pages to try: https://lemmy.ml/ · a thread there, signed in and out · https://lemmy.world/c/asklemmy · the page of one
 * comment · an instance that tries 1.0
 */
