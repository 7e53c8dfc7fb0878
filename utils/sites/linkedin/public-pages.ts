/** What LinkedIn shows to people who are not signed in: posts, company pages, articles with their comments. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint } from '../adapter.ts';
import { readText } from '../dom/read-text.ts';
import { toPost } from '../dom/to-post.ts';
import { readAuthor, toTextId, type LinkedinReader } from './reader.ts';
import { readCommentUrn, readPostUrns, toCommentAddress, toPostAddress, toUrnTime } from './urn.ts';

/** Seen 2023 to 2026-06 in public copies of posts and company pages; comments of articles 2022-12 in a saved page. */
const selectors = {
  post: 'article[data-activity-urn]',
  // A post that this one shares.
  quote: '[data-test-id="feed-reshare-content"]',
  actor:
    'a[data-tracking-control-name$="feed-actor-name"], a[data-tracking-control-name$="feed-reshare_feed-actor-name"]',
  text: '[data-test-id="main-feed-activity-card__commentary"]',
  comment: 'section.comment',
  // The link to report a comment; pages of 2022 name no comment.
  commentNamed: '[data-semaphore-content-urn*="urn:li:comment:"]',
  commentActor: 'a.comment__author, a.comment__actor-name',
  commentText: '.comment__text, .comment__message',
  // Controls, and words for screen readers only.
  notText: 'button, .sr-only',
  actions: '.social-action-bar',
};

export const publicPages = {
  selectors,
  takes: (element) => element.matches(`${selectors.post}, ${selectors.comment}`),
  readPost: (element, url) =>
    element.matches(selectors.comment) ? readComment(element, url) : readArticle(element, url),
  mountPoint: findMountPoint,
} satisfies LinkedinReader;

function readArticle(element: Element, url: URL): Post | null {
  const author = readAuthor(findOwnAll(element, selectors.actor), url, selectors.notText);
  const [urn] = readPostUrns(element.getAttribute('data-activity-urn'));
  if (!urn) return null;
  return toPost({
    site: 'linkedin',
    id: urn,
    handle: author?.handle,
    name: author?.name,
    text: readBody(findOwnAll(element, selectors.text)[0]),
    permalink: toPostAddress(urn),
    time: toUrnTime(urn),
    quoted: readQuote(element, url),
  });
}

function readQuote(element: Element, url: URL): { author: string; text: string } | null {
  const quote = element.querySelector(selectors.quote);
  if (!quote) return null;
  const author =
    readAuthor([...quote.querySelectorAll(selectors.actor)], url, selectors.notText)?.handle ?? '';
  const text = readBody(quote.querySelector(selectors.text));
  return author || text ? { author, text } : null;
}

function readComment(element: Element, url: URL): Post | null {
  const author = readAuthor(findOwnAll(element, selectors.commentActor), url, selectors.notText);
  const text = readBody(findOwnAll(element, selectors.commentText)[0]);
  const named = findOwnAll(element, selectors.commentNamed)[0];
  const urn = readCommentUrn(named?.getAttribute('data-semaphore-content-urn'));
  return toPost({
    site: 'linkedin',
    id: urn?.urn ?? toTextId(author && `${author.handle} ${toPlace(url)}`, text),
    handle: author?.handle,
    name: author?.name,
    text,
    permalink: urn && toCommentAddress(urn),
    time: toUrnTime(urn?.urn),
    parentId: readParentId(element) ?? urn?.postUrn,
  });
}

/** One person may write the same under two articles. */
function toPlace({ pathname }: URL): string {
  return pathname.replace(/\/$/u, '');
}

function readParentId(comment: Element): string | null {
  const around = comment.parentElement?.closest(selectors.comment);
  if (around) {
    const [named] = findOwnAll(around, selectors.commentNamed);
    return readCommentUrn(named?.getAttribute('data-semaphore-content-urn'))?.urn ?? null;
  }
  const urn = comment.closest(selectors.post)?.getAttribute('data-activity-urn');
  return readPostUrns(urn)[0] ?? null;
}

function readBody(element: Element | null | undefined): string {
  return readText(element, { skip: selectors.notText, keepsLineFeeds: true });
}

function findOwnAll(element: Element, selector: string): Element[] {
  const border = `${selectors.post}, ${selectors.comment}, ${selectors.quote}`;
  return [...element.querySelectorAll(selector)].filter(
    (part) => part.parentElement?.closest(border) === element,
  );
}

function findMountPoint(element: Element): MountPoint | null {
  const isComment = element.matches(selectors.comment);
  const [anchor] = findOwnAll(element, isComment ? selectors.commentText : selectors.actions);
  return anchor ? { anchor, where: 'after' } : null;
}
