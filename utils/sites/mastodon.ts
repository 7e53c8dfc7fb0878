/** Mastodon and its forks with the same web interface, on any domain. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { boxSelectors, findAnswered, findPublish, findReplyField } from './mastodon/composer.ts';
import { instanceSelectors, readInstance, toFullHandle } from './mastodon/instance.ts';
import { findId, isQuoted, postSelectors, readMastodonPost } from './mastodon/post.ts';
import { threadSelectors } from './mastodon/thread.ts';

const selectors = {
  actions: '.status__action-bar, .detailed-status__action-bar',
};

/** The limit of a server that does not say otherwise. */
const LIMIT = 500;

export const mastodonAdapter: SiteAdapter = {
  id: 'mastodon',
  selectors: {
    page: selectors,
    instance: instanceSelectors,
    post: postSelectors,
    thread: threadSelectors,
    box: boxSelectors,
  },
  pageKind,
  findPosts: (root) =>
    [...root.querySelectorAll(postSelectors.post)].filter(
      (element) => !isQuoted(element) && !isOnHiddenScreen(element),
    ),
  readPost: readMastodonPost,
  mountPoint,
  findReplyBox(element, url) {
    const box = findReplyField(element.ownerDocument);
    const answered = box && mastodonAdapter.findReplyTarget(box, url);
    if (!answered) return null;
    const isSame = answered === element || findId(answered, url) === findId(element, url);
    return isSame ? box : null;
  },
  findReplyTarget: (editable, url) =>
    findAnswered(editable, mastodonAdapter.findPosts(editable.ownerDocument), url, (post) =>
      findId(post, url),
    ),
  findSubmit: findPublish,
  findAccount(doc, url) {
    const { acct } = readInstance(doc);
    return acct ? toFullHandle(acct, doc, url) : null;
  },
  characterRule: (doc) => ({ count: 'mastodon', limit: readInstance(doc).limit ?? LIMIT }),
};

function pageKind(url: URL): PageKind {
  const [first, second] = url.pathname
    .replace(/^\/(?:web|deck)(?=\/|$)/u, '')
    .split('/')
    .filter(Boolean);
  if (first === undefined) return 'feed';
  if (first.startsWith('@')) return second && /^\d+$/u.test(second) ? 'thread' : 'profile';
  if (first === 'statuses') return 'thread';
  if (first === 'search' || first === 'tags') return 'search';
  const feeds = ['home', 'public', 'notifications', 'explore', 'lists', 'bookmarks', 'favourites'];
  return [...feeds, 'conversations', 'links'].includes(first) ? 'feed' : 'other';
}

/** Below the row of actions; of the status in focus it stands beside, not within, the status. */
function mountPoint(element: Element): MountPoint {
  const actions = [...element.querySelectorAll(selectors.actions)].find(
    (one) => one.closest(postSelectors.post) === element,
  );
  const next = element.nextElementSibling;
  const anchor = actions ?? (next?.matches(selectors.actions) ? next : null);
  return anchor ? { anchor, where: 'after' } : { anchor: element, where: 'append' };
}

/*
 * Pages to try: https://mastodon.social/explore · https://mastodon.social/public/local ·
 * https://mastodon.social/@Mastodon · https://indieweb.social/public/local · a thread with a quote.
 */
