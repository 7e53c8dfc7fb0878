/** Hacker News: tables without scripts; a comment's place is its indentation. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { previousOf } from './dom/neighbors.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { firstVisible, isOnHiddenScreen } from './dom/visibility.ts';

/** Seen 2023-11 to 2024-08 in two saved pages; `.submission` since 2024. */
const selectors = {
  rows: 'tr.athing[id]',
  openingTable: 'table.fatitem',
  opening: 'table.fatitem tr.athing[id]',
  title: '.titleline > a',
  commentText: '.commtext',
  storyText: 'table.fatitem .toptext',
  author: 'a.hnuser',
  age: '.age[title]',
  indent: 'td.ind',
  navLink: '.navs a[href]',
  account: 'a#me',
  // The link that opens a box stands inside the text.
  replyLink: '.reply',
  storyLine: '.subtext',
  box: 'form[action$="comment"] textarea[name="text"]',
  parentField: 'input[name="parent"]',
  submit: 'input[type="submit"]',
};

/** Stands for the author of a job advertisement, which the site itself publishes. */
const SITE_NAME = 'Hacker News';

const THREADS = new Set(['item', 'reply']);
const PROFILES = new Set(['user', 'threads', 'submitted', 'favorites', 'upvoted']);
const OTHER = new Set(['login', 'submit', 'edit', 'leaders', 'lists', 'hidden']);

export const hackernewsAdapter: SiteAdapter = {
  id: 'hackernews',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: (root) =>
    [...root.querySelectorAll(selectors.rows)].filter((row) => !isOnHiddenScreen(row)),
  readPost,
  mountPoint: findMountPoint,
  findReplyBox,
  findReplyTarget,
  findSubmit: (box) => box.closest('form')?.querySelector<HTMLElement>(selectors.submit) ?? null,
  findAccount: (doc) => readLine(doc.querySelector(selectors.account)) || null,
  characterRule: () => ({ count: 'graphemes', limit: null }),
};

function toPageKind(url: URL): PageKind {
  const name = url.pathname.replace(/^\/|\.html$/gu, '');
  if (THREADS.has(name)) return 'thread';
  if (PROFILES.has(name)) return 'profile';
  return OTHER.has(name) ? 'other' : 'feed';
}

function readPost(row: Element, url: URL): Post | null {
  const title = row.querySelector(selectors.title);
  // A story's author and age stand in the row below its title.
  const head = title ? row.nextElementSibling : row;
  const text = title
    ? row.closest(selectors.openingTable) && row.ownerDocument.querySelector(selectors.storyText)
    : row.querySelector(selectors.commentText);
  const { id } = row;
  if (!/^\d+$/u.test(id)) return null;
  return toPost({
    site: 'hackernews',
    id,
    handle:
      readLine(head?.querySelector(selectors.author)) || (title && isJob(head) ? SITE_NAME : ''),
    title: title && readLine(title),
    text: readText(text, { skip: selectors.replyLink }),
    permalink: `${url.origin}/item?id=${id}`,
    // ISO, since 2024 followed by the same moment in seconds.
    time: head?.querySelector(selectors.age)?.getAttribute('title')?.split(' ')[0],
    parentId: title ? null : readParentId(row),
  });
}

/** Job advertisements of the site's own companies name nobody; only deleted posts lack the age as well. */
function isJob(head: Element | null): boolean {
  return Boolean(head?.querySelector(selectors.age));
}

/** What the "parent" link names, else by indentation: the comment above, at the left edge the page's opening post. */
function readParentId(row: Element): string | null {
  const link = [...row.querySelectorAll(selectors.navLink)].find(
    (one) => readLine(one) === 'parent',
  );
  const linked = /(?:#|item\?id=)(\d+)$/u.exec(link?.getAttribute('href') ?? '')?.[1];
  if (linked) return linked;
  const indent = readIndent(row);
  if (indent === null) return null;
  if (indent === 0) return row.ownerDocument.querySelector(selectors.opening)?.id ?? null;
  for (let other = previousOf(row); other; other = previousOf(other)) {
    const otherIndent = readIndent(other);
    if (otherIndent !== null && otherIndent < indent)
      return otherIndent === indent - 1 ? other.id : null;
  }
  return null;
}

/** The depth of a comment; older pages only have the width of the spacer, 40 pixels a step. */
function readIndent(row: Element): number | null {
  const cell = row.querySelector(selectors.indent);
  if (!cell) return null;
  const indent = cell.getAttribute('indent');
  const depth =
    indent === null
      ? Number(cell.querySelector('img')?.getAttribute('width')) / 40
      : Number(indent);
  return Number.isInteger(depth) ? depth : null;
}

function findMountPoint(row: Element): MountPoint | null {
  const text = row.querySelector(selectors.commentText);
  if (text) return { anchor: text, where: 'after' };
  const line =
    row.querySelector(selectors.title) &&
    row.nextElementSibling?.querySelector(selectors.storyLine);
  return line ? { anchor: line, where: 'append' } : null;
}

function findReplyBox(row: Element, url: URL): HTMLElement | null {
  const boxes = row.ownerDocument.querySelectorAll<HTMLElement>(selectors.box);
  return firstVisible([...boxes].filter((box) => findReplyTarget(box, url) === row));
}

/** The form names what it answers; saved pages without that field show it in the same table. */
function findReplyTarget(editable: Element, _url: URL): Element | null {
  const form = editable.matches(selectors.box) ? editable.closest('form') : null;
  if (!form) return null;
  const rows = [...form.ownerDocument.querySelectorAll(selectors.rows)];
  const parent = form.querySelector(selectors.parentField)?.getAttribute('value');
  if (parent) return rows.find((row) => row.id === parent) ?? null;
  return rows.find((row) => row.matches(selectors.opening)) ?? null;
}

// Pages to try: news.ycombinator.com · /item?id=1 · /newcomments · /threads?id=pg · a comment's own page
