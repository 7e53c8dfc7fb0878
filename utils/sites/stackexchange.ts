/** Stack Overflow and all other sites of Stack Exchange: pages from the server, comments added by script. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import {
  boxSelectors,
  findAnswered,
  findBox,
  findSend,
  isCommenting,
} from './stackexchange/composer.ts';
import { postSelectors, toProfile } from './stackexchange/parts.ts';
import { findBody, readStackComment, readStackPost } from './stackexchange/post.ts';

const selectors = {
  // The card of one's own account in the top bar, 2019–2026 in several userscripts.
  account: 'a.s-topbar--item.s-user-card[href*="/users/"], .s-topbar a.my-profile[href*="/users/"]',
};

/** Longest comment and longest answer in characters (help center, 2023). */
const COMMENT_LIMIT = 600;
const ANSWER_LIMIT = 30_000;

export const stackexchangeAdapter: SiteAdapter = {
  id: 'stackexchange',
  selectors: { page: selectors, post: postSelectors, box: boxSelectors },
  pageKind,
  findPosts: (root) =>
    [...root.querySelectorAll(`${postSelectors.post}, ${postSelectors.comment}`)].filter(
      (element) => !isOnHiddenScreen(element),
    ),
  readPost: (element, url) =>
    element.matches(postSelectors.comment)
      ? readStackComment(element, url)
      : readStackPost(element, url),
  mountPoint,
  findReplyBox: findBox,
  findReplyTarget: (editable) => findAnswered(editable),
  findSubmit: findSend,
  findAccount: (doc, url) =>
    toProfile(doc.querySelector(selectors.account)?.getAttribute('href'), url),
  characterRule: (doc) => ({
    count: 'graphemes',
    limit: isCommenting(doc) ? COMMENT_LIMIT : ANSWER_LIMIT,
  }),
};

function pageKind({ pathname }: URL): PageKind {
  if (/^\/(?:questions|q|a)\/\d+(?:\/|$)/u.test(pathname)) return 'thread';
  if (/^\/search(?:\/|$)/u.test(pathname)) return 'search';
  if (/^\/users\/\d+(?:\/|$)/u.test(pathname)) return 'profile';
  return /^\/(?:questions(?:\/tagged\/.+)?\/?)?$/u.test(pathname) ? 'feed' : 'other';
}

function mountPoint(element: Element): MountPoint | null {
  const body = findBody(element);
  if (!body) return null;
  // A comment is one line of text, its author and its date.
  return element.matches(postSelectors.comment)
    ? { anchor: body.parentElement ?? body, where: 'append' }
    : { anchor: body, where: 'after' };
}

/*
 * Pages to try: https://stackoverflow.com/questions/11227809 · https://superuser.com/questions ·
 * https://meta.stackexchange.com/questions/1 · https://pt.stackoverflow.com/ · https://mathoverflow.net/questions
 */
