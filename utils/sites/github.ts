/** GitHub: issues, pull requests, threads of review, discussions. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toHandle } from './dom/to-post.ts';
import { isOnHiddenScreen, isVisible } from './dom/visibility.ts';
import { toThread } from './github/address.ts';
import { boxSelectors, findAnswered, findFields, findSend } from './github/composer.ts';
import { findHolders, findText, postSelectors } from './github/holders.ts';
import { threadSelectors } from './github/parent.ts';
import { partSelectors, readGithubPost } from './github/post.ts';

const selectors = {
  // Empty for who is not signed in. `octolytics-dimension-user_login` is the owner of the repository.
  account: 'meta[name="user-login"][content]',
};

/** Longest comment in characters. */
const LIMIT = 65_536;

const LISTS = new Set(['issues', 'pulls', 'discussions', 'notifications', 'dashboard', 'feed']);

export const githubAdapter: SiteAdapter = {
  id: 'github',
  selectors: {
    page: selectors,
    post: postSelectors,
    part: partSelectors,
    thread: threadSelectors,
    box: boxSelectors,
  },
  pageKind,
  findPosts: (root) => findHolders(root).filter((holder) => !isOnHiddenScreen(holder)),
  readPost: readGithubPost,
  findOpening: (_doc, url) => toThread(url.href, url)?.id ?? null,
  mountPoint,
  findReplyBox: (element) =>
    findFields(element.ownerDocument).find(
      (box) => isVisible(box) && findAnswered(box) === element,
    ) ?? null,
  findReplyTarget: (editable) => findAnswered(editable),
  findSubmit: findSend,
  findAccount: (doc) =>
    toHandle(doc.querySelector(selectors.account)?.getAttribute('content')) || null,
  characterRule: () => ({ count: 'graphemes', limit: LIMIT }),
};

function pageKind({ pathname }: URL): PageKind {
  const [first, second, third, fourth] = pathname.split('/').filter(Boolean);
  if (first === 'search') return 'search';
  if (first === undefined || (second === undefined && LISTS.has(first))) return 'feed';
  if (second === undefined) return 'profile';
  if (!third || !/^(?:issues|pull|pulls|discussions)$/u.test(third)) return 'other';
  return /^\d+$/u.test(fourth ?? '') ? 'thread' : 'feed';
}

/** Below the text; in older pages the text is a cell of a table, where nothing may follow it. */
function mountPoint(element: Element): MountPoint | null {
  const text = findText(element);
  return text && { anchor: text, where: text.matches('td, th') ? 'append' : 'after' };
}

/*
 * Pages to try: https://github.com/kepano/defuddle/issues/56 · https://github.com/orgs/community/discussions ·
 * https://github.com/vercel/next.js/discussions/70178 · a pull request with a review · one with a hidden comment.
 */
