/** old.reddit.com: plain pages, one `.thing` a post or comment, answers nested in its `.child`. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint } from '../adapter.ts';
import { toAbsoluteUrl } from '../dom/address.ts';
import { readLine, readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { firstVisible, isOnHiddenScreen } from '../dom/visibility.ts';
import { isDeletedAuthor, isFullname, toThreadPostId } from './address.ts';
import type { RedditReader } from './new-reddit.ts';

/** Unchanged for ten years; seen 2026-08 in a saved front page. */
export const oldSelectors = {
  things: '.thing[data-fullname^="t3_"], .thing[data-fullname^="t1_"]',
  thing: '.thing',
  // The thing itself, without its answers: a direct child.
  entry: '.entry',
  author: 'a.author',
  promoted: '.promoted, .promotedlink, [data-promoted="true"]',
  text: '.usertext-body .md',
  title: 'a.title',
  time: 'time[datetime]',
  parentLink: '.buttons a[data-event-action="parent"]',
  permalink: 'a.bylink, a.comments',
  buttons: '.flat-list.buttons',
  comments: '.commentarea',
  opening: '#siteTable > .thing',
  box: '.usertext-edit textarea',
  submit: '.usertext-buttons button.save, .usertext-buttons [type="submit"]',
  // Signed-out pages have links to sign in here instead.
  account: '#header-bottom-right .user > a[href*="/user/"]',
};

export const oldReddit: RedditReader = {
  selectors: { old: oldSelectors },
  findPosts: (root) =>
    [...root.querySelectorAll(oldSelectors.things)].filter((thing) => !isOnHiddenScreen(thing)),
  readPost,
  mountPoint: findMountPoint,
  findReplyBox,
  findReplyTarget,
  findSubmit: (box) => box.closest('form')?.querySelector<HTMLElement>(oldSelectors.submit) ?? null,
  findAccount: (doc) => readLine(doc.querySelector(oldSelectors.account)) || null,
};

function readPost(element: Element, url: URL): Post | null {
  const id = element.getAttribute('data-fullname') ?? '';
  const entry = findEntry(element);
  const handle =
    element.getAttribute('data-author') ?? readLine(entry?.querySelector(oldSelectors.author));
  if (!entry || isDeletedAuthor(handle) || !isFullname(id)) return null;
  const isComment = id.startsWith('t1_');
  const permalink =
    element.getAttribute('data-permalink') ??
    entry.querySelector(oldSelectors.permalink)?.getAttribute('href');
  return toPost({
    site: 'reddit',
    id,
    handle,
    title: isComment ? null : readLine(entry.querySelector(oldSelectors.title)),
    text: readText(entry.querySelector(oldSelectors.text)),
    permalink: toAbsoluteUrl(permalink, url),
    time: entry.querySelector(oldSelectors.time)?.getAttribute('datetime'),
    parentId: isComment ? readParentId(element, entry, url) : null,
    promoted: element.matches(oldSelectors.promoted),
  });
}

/** The comment around this one, else the one its "parent" link names, else the post of the thread page. */
function readParentId(thing: Element, entry: Element, url: URL): string | null {
  const around = thing.parentElement?.closest(oldSelectors.things)?.getAttribute('data-fullname');
  if (around) return around;
  const href = entry.querySelector(oldSelectors.parentLink)?.getAttribute('href') ?? '';
  const parent = /(?:#|\/)([a-z0-9]+)\/?(?:\?[^#]*)?$/u.exec(href)?.[1];
  return parent ? `t1_${parent}` : toThreadPostId(url);
}

function findEntry(thing: Element): Element | null {
  return [...thing.children].find((child) => child.matches(oldSelectors.entry)) ?? null;
}

function findMountPoint(element: Element): MountPoint | null {
  const buttons = findEntry(element)?.querySelector(oldSelectors.buttons);
  return buttons ? { anchor: buttons, where: 'after' } : null;
}

function findReplyBox(element: Element, url: URL): HTMLElement | null {
  const boxes = element.ownerDocument.querySelectorAll<HTMLElement>(oldSelectors.box);
  return firstVisible([...boxes].filter((box) => findReplyTarget(box, url) === element));
}

/**
 * A reply form is put into the `.child` of the comment that it answers; the form above all comments answers the
 * post. A form in an `.entry` edits what the person wrote before.
 */
function findReplyTarget(editable: Element, url: URL): Element | null {
  const form = editable.matches(oldSelectors.box) ? editable.closest('form') : null;
  if (!form || form.closest(oldSelectors.entry)) return null;
  const thing = form.closest(oldSelectors.thing);
  if (thing) return thing.matches(oldSelectors.things) ? thing : null;
  const id = toThreadPostId(url);
  if (!id || !form.closest(oldSelectors.comments)) return null;
  const openings = [...form.ownerDocument.querySelectorAll(oldSelectors.opening)];
  return openings.find((one) => one.getAttribute('data-fullname') === id) ?? null;
}
