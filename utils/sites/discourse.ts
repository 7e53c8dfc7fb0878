/** Discourse, on any domain: topics in the app and as the server writes them for readers without scripts. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toHandle } from './dom/to-post.ts';
import { isOnHiddenScreen, isVisible } from './dom/visibility.ts';
import { findAnswered, findCreate, findFields, boxSelectors } from './discourse/composer.ts';
import { findCrawlerBody, readCrawlerPost, crawlerSelectors } from './discourse/crawler.ts';
import { parentSelectors } from './discourse/parent.ts';
import { findBody, findNumber, readHandle, postSelectors } from './discourse/parts.ts';
import { readAppPost } from './discourse/post.ts';
import { readPreloaded, preloadedSelectors } from './discourse/preloaded.ts';

const selectors = {
  // Every page carries the crawler's view as a text that nobody sees; happens to be elements without scripts.
  unseen: 'noscript',
  // On the author's own posts, since 2022.
  ownPost: '.current-user-post, .post--current-user',
};

/** `max_post_length` as Discourse ships it. */
const LIMIT = 32_000;

const FEEDS =
  /\/(?:latest|new|unread|top|hot|categories|posted|bookmarks|c\/.+|tags?(?:\/.+)?)\/?$/u;

export const discourseAdapter: SiteAdapter = {
  id: 'discourse',
  selectors: {
    page: selectors,
    post: postSelectors,
    parent: parentSelectors,
    crawler: crawlerSelectors,
    box: boxSelectors,
    preloaded: preloadedSelectors,
  },
  pageKind,
  // Messages between a few stand at addresses of topics; nothing but whole pages marks the body itself.
  isPrivate: (doc) => doc.querySelector('body')?.matches(postSelectors.secret) === true,
  findPosts: (root) =>
    [...root.querySelectorAll(`${postSelectors.post}, ${crawlerSelectors.post}`)].filter(
      (element) =>
        !element.closest(`${selectors.unseen}, ${postSelectors.secret}`) &&
        !isOnHiddenScreen(element),
    ),
  readPost: (element, url) =>
    element.matches(crawlerSelectors.post)
      ? readCrawlerPost(element, url)
      : readAppPost(element, url),
  findOpening(doc, url) {
    const posts = [...doc.querySelectorAll(postSelectors.post)];
    const first = posts.find((article) => findNumber(article) === 1);
    return (first && readAppPost(first, url)?.id) ?? null;
  },
  mountPoint,
  findReplyBox: (element, url) =>
    findFields(element.ownerDocument).find(
      (box) => isVisible(box) && discourseAdapter.findReplyTarget(box, url) === element,
    ) ?? null,
  findReplyTarget: (editable, url) =>
    findAnswered(editable, discourseAdapter.findPosts(editable.ownerDocument), url),
  findSubmit: findCreate,
  findAccount,
  characterRule: (doc) => ({ count: 'graphemes', limit: readPreloaded(doc).limit ?? LIMIT }),
};

function pageKind({ pathname }: URL): PageKind {
  if (/\/t\/(?:[^/]+\/)?\d+(?:\/|$)/u.test(pathname)) return 'thread';
  if (/\/u\/[^/]/u.test(pathname)) return 'profile';
  if (/\/search\/?$/u.test(pathname)) return 'search';
  return pathname === '/' || FEEDS.test(pathname) ? 'feed' : 'other';
}

function mountPoint(element: Element): MountPoint | null {
  const body = element.matches(crawlerSelectors.post)
    ? findCrawlerBody(element)
    : findBody(element);
  return body && { anchor: body, where: 'after' };
}

/** What the page came with, else who wrote the posts that it marks as one's own. */
function findAccount(doc: Document): string | null {
  const own = doc.querySelector(selectors.ownPost)?.querySelector(postSelectors.post);
  return toHandle(readPreloaded(doc).username ?? (own && readHandle(own))) || null;
}

/*
 * Pages to try: https://meta.discourse.org/latest · https://meta.discourse.org/t/welcome-to-meta/1 ·
 * https://community.openai.com/ · https://discuss.python.org/ · a long topic, opened at its 100th post.
 */
