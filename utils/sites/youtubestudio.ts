/**
 * YouTube Studio: the comments of one's own channel or video. Light DOM first (seen 2026-08 and 2026-09), then open
 * shadow roots, which some extensions had to enter.
 */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { closestDeep, queryAllDeep } from './dom/deep-query.ts';
import { toUrl } from './dom/address.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toHandle, toPost } from './dom/to-post.ts';
import { firstVisible, isOnHiddenScreen } from './dom/visibility.ts';
import {
  toChannelHandle,
  toCommentAddress,
  toCommentId,
  toTopId,
  toVideoId,
} from './families/youtube-address.ts';

/** Notes of live pages of 2026-08-30 and 2026-09-21, and six extensions of 2025 and 2026. */
const selectors = {
  comment: 'ytcp-comment',
  thread: 'ytcp-comment-thread',
  replies: 'ytcp-comment-replies',
  text: '#content-text',
  time: '#published-time-text a[href], .published-time-text a[href]',
  // The name itself is the link since 2024 (two extensions); the channel's own stands in the badge.
  author:
    '#metadata #name a[href], a#name[href], a#badge-name[href], #author-thumbnail a[href], a#author-text[href]',
  name: '#metadata #name .author-text, #author-text, .author-text',
  // fallback: what the channel wrote itself may have its name in the badge alone
  badgeName: '#badge-name',
  // 2022 to 2026 in five sources. Channels that YouTube has verified have a badge without the mark.
  ownBadge:
    'ytcp-author-comment-badge.creator, ytcp-author-comment-badge[creator], ytcp-author-comment-badge[is-creator]',
  // The picture of the channel in the navigation (2021 to 2026, four sources); on pages of one video it leads there.
  channel: 'ytcp-navigation-drawer a#overlay-link-to-youtube[href]',
  video: 'ytcp-comment-video-thumbnail a[href]',
  expander: '#expander-container, #expander',
};

/** The field is plain since 2026, editable text before. The button that sends had an id until 2026. */
const composer = {
  frame: 'ytcp-commentbox',
  box: 'textarea, #contenteditable-root[contenteditable="true"]',
  submit: '#submit-button button',
  buttons: 'button',
};

/** Seen on 2026-09-21. Rows are used again for other comments, so that it is read each time. */
const ID = 'comment-id';
/** Names may begin with "@" too, but no handle has a space in it. */
const HANDLE = /^@\S+$/u;

export const youtubestudioAdapter: SiteAdapter = {
  id: 'youtubestudio',
  selectors: { page: selectors, composer },
  deepTables: ['page', 'composer'],
  pageKind: toPageKind,
  findPosts,
  readPost,
  mountPoint: findMountPoint,
  findReplyBox,
  findReplyTarget,
  findSubmit,
  findAccount,
  characterRule: () => ({ count: 'graphemes', limit: 10_000 }),
};

function toPageKind(url: URL): PageKind {
  return /\/comments(?:\/|$)/u.test(url.pathname) ? 'feed' : 'other';
}

function findPosts(root: ParentNode): Element[] {
  return findAll(root, selectors.comment).filter((one) => !isOnHiddenScreen(one));
}

/**
 * The channel, by the handle that its own comments have here: whoever is signed in answers as the channel, but apart
 * from its comments the page tells only its name and its id. Null until one is shown.
 */
function findAccount(doc: Document, url: URL): string | null {
  const channel = readChannelId(doc, url);
  const own = findPosts(doc).find(
    (one) => findPart(one, selectors.ownBadge) || (channel && isLinkedTo(one, channel, url)),
  );
  return (own && toHandle(readAuthor(own, url).handle)) || null;
}

/** The id in the page's own address, else that of the channel in its navigation. */
function readChannelId(doc: Document, url: URL): string | null {
  const inPath = /^\/channel\/(UC[\w-]+)/u.exec(url.pathname)?.[1];
  if (inPath !== undefined) return inPath;
  const [link] = findAll(doc, selectors.channel);
  const handle = toChannelHandle(link?.getAttribute('href'), url);
  return handle?.startsWith('UC') ? handle : null;
}

function isLinkedTo(element: Element, channel: string, url: URL): boolean {
  return findAuthorLinks(element).some((href) => toChannelHandle(href, url) === channel);
}

function readPost(element: Element, url: URL): Post | null {
  const text = findPart(element, selectors.text);
  const id = readId(element, url);
  if (!text || !id) return null;
  return toPost({
    site: 'youtube',
    id,
    ...readAuthor(element, url),
    text: readText(text, { keepsLineFeeds: true }),
    permalink: readPermalink(element, url, id),
    parentId: toTopId(id) ?? readTopOfThread(element, url),
  });
}

/** The attribute, else what the link of its time says. */
function readId(element: Element, url: URL): string | null {
  return toCommentId(element.getAttribute(ID)) ?? readTimeAddress(element, url)?.id ?? null;
}

function readTimeAddress(element: Element, url: URL) {
  const href = findPart(element, selectors.time)?.getAttribute('href');
  return toCommentAddress(href, url);
}

/** Its place on YouTube itself, where the page tells the video: by a link, else by its own address. */
function readPermalink(element: Element, url: URL, id: string): string | null {
  const address = readTimeAddress(element, url);
  if (address) return address.permalink;
  const thread = closestDeep(element, selectors.thread) ?? element;
  const link = toUrl(findPart(thread, selectors.video)?.getAttribute('href'), url);
  const video = (link && toVideoId(link)) ?? toVideoId(url);
  return video ? `https://www.youtube.com/watch?v=${video}&lc=${id}` : null;
}

/** A reply whose id does not say it answers the comment at the top of its thread. */
function readTopOfThread(element: Element, url: URL): string | null {
  if (!element.hasAttribute('is-reply') && !closestDeep(element, selectors.replies)) return null;
  const thread = closestDeep(element, selectors.thread);
  const top = thread && findPart(thread, selectors.comment);
  return top && top !== element ? readId(top, url) : null;
}

function readAuthor(element: Element, url: URL): { handle: string; name: string | null } {
  const name =
    readLine(findPart(element, selectors.name)) || readLine(findPart(element, selectors.badgeName));
  if (HANDLE.test(name)) return { handle: name, name: null };
  return { handle: readLinkedHandle(element, url) ?? name, name };
}

/** YouTube itself goes by handles: one counts before a channel's id, whichever link it stands in. */
function readLinkedHandle(element: Element, url: URL): string | null {
  const links = findAuthorLinks(element);
  const named = links.filter((href) => toUrl(href, url)?.pathname.startsWith('/@'));
  const handles = [...named, ...links].map((href) => toChannelHandle(href, url));
  return handles.find((handle) => handle !== null) ?? null;
}

function findAuthorLinks(element: Element): (string | null)[] {
  return findAll(element, selectors.author)
    .filter((link) => closestDeep(link, selectors.comment) === element)
    .map((link) => link.getAttribute('href'));
}

function findPart(scope: Element, selector: string): Element | null {
  return scope.querySelector(selector) ?? queryAllDeep(scope, selector)[0] ?? null;
}

function findAll(scope: ParentNode, selector: string): Element[] {
  const light = [...scope.querySelectorAll(selector)];
  return light.length > 0 ? light : queryAllDeep(scope, selector);
}

function findMountPoint(element: Element): MountPoint | null {
  const below = findPart(element, selectors.expander) ?? findPart(element, selectors.text);
  return below ? { anchor: below, where: 'after' } : null;
}

function findReplyBox(element: Element, url: URL): HTMLElement | null {
  const boxes = findBoxes(closestDeep(element, selectors.thread) ?? element);
  return firstVisible(boxes.filter((box) => findReplyTarget(box, url) === element));
}

function findBoxes(scope: Element): HTMLElement[] {
  const frames = queryAllDeep(scope, composer.frame);
  return [...new Set(frames.flatMap((frame) => queryAllDeep<HTMLElement>(frame, composer.box)))];
}

/** The comment around the box; for a box that stands in a thread beside its comments, the only one it can mean. */
function findReplyTarget(editable: Element, _url: URL): Element | null {
  const frame = editable.matches(composer.box) ? closestDeep(editable, composer.frame) : null;
  if (!frame) return null;
  const comment = closestDeep(frame, selectors.comment);
  if (comment) return comment;
  const thread = closestDeep(frame, selectors.thread);
  const comments = thread ? queryAllDeep(thread, selectors.comment) : [];
  return comments.length === 1 ? (comments[0] ?? null) : null;
}

/** Without an id it is the last button of the box: "Cancel" stands before it, whatever the language. */
function findSubmit(box: HTMLElement): HTMLElement | null {
  const frame = closestDeep(box, composer.frame);
  if (!frame) return null;
  const [named] = queryAllDeep<HTMLElement>(frame, composer.submit);
  return named ?? queryAllDeep<HTMLElement>(frame, composer.buttons).at(-1) ?? null;
}

// Pages to try, signed in: studio.youtube.com/channel/<id>/comments/inbox ·
// studio.youtube.com/video/<id>/comments/inbox · a filter that shows answered comments · a thread with several replies,
// its second reply being answered
