/** Bluesky: bsky.app and apps built from its source. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { boxSelectors, findAnswered, findOpenEditor, findPublish } from './bluesky/composer.ts';
import { findId, postSelectors, readBlueskyPost } from './bluesky/post.ts';
import { threadSelectors } from './bluesky/thread.ts';
import { parentOf } from './dom/neighbors.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

const selectors = {
  replyButton: '[data-testid="replyBtn"]',
  // The last button of the row of actions, January 2026.
  menuButton: '[data-testid="postDropdownBtn"]',
  // Left navigation; its label is translated, its shape is not.
  ownProfile: '[role="navigation"] a[href^="/profile/"]',
};

/** `MAX_GRAPHEME_LENGTH` of the app. */
const LIMIT = 300;

export const blueskyAdapter: SiteAdapter = {
  id: 'bluesky',
  selectors: { page: selectors, post: postSelectors, thread: threadSelectors, box: boxSelectors },
  pageKind,
  findPosts: (root) =>
    [...root.querySelectorAll(postSelectors.post)].filter((element) => !isOnHiddenScreen(element)),
  readPost: readBlueskyPost,
  mountPoint,
  findReplyBox(element, url) {
    const editor = findOpenEditor(element.ownerDocument);
    if (!editor) return null;
    const answered = blueskyAdapter.findReplyTarget(editor, url);
    if (!answered) return null;
    const isSame = answered === element || findId(answered, url) === findId(element, url);
    return isSame ? editor : null;
  },
  findReplyTarget: (editable, url) =>
    findAnswered(editable, blueskyAdapter.findPosts(editable.ownerDocument), (post) =>
      findId(post, url),
    ),
  findSubmit: findPublish,
  findAccount(doc) {
    for (const link of doc.querySelectorAll(selectors.ownProfile)) {
      const actor = /^\/profile\/([^/]+)\/?$/u.exec(link.getAttribute('href') ?? '')?.[1];
      if (actor && !actor.startsWith('did:')) return actor.toLowerCase();
    }
    return null;
  },
  characterRule: () => ({ count: 'graphemes', limit: LIMIT }),
};

function pageKind(url: URL): PageKind {
  const [first, actor, part] = url.pathname.split('/').filter(Boolean);
  if (first === undefined || first === 'notifications' || first === 'saved') return 'feed';
  if (first === 'search' || first === 'hashtag') return 'search';
  if (first !== 'profile' || !actor) return 'other';
  if (part === undefined) return 'profile';
  if (part === 'post') return 'thread';
  return part === 'feed' || part === 'lists' ? 'feed' : 'other';
}

/** Below the row of actions; at the end of a post that shows none. */
function mountPoint(element: Element): MountPoint {
  const reply = element.querySelector(selectors.replyButton);
  const menu = element.querySelector(selectors.menuButton);
  const row = reply && menu && findShared(reply, menu);
  const isInside = row && row !== element && element.contains(row);
  return isInside ? { anchor: row, where: 'after' } : { anchor: element, where: 'append' };
}

function findShared(one: Element, other: Element): Element | null {
  let shared = parentOf(one);
  while (shared && !shared.contains(other)) shared = parentOf(shared);
  return shared;
}

/*
 * Pages to try: https://bsky.app/ · https://bsky.app/profile/bsky.app · https://bsky.app/search?q=hello ·
 * a thread with replies · a thread with a quoted post.
 */
