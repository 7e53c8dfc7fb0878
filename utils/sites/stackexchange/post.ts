import type { Post } from '#utils/model/post.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { postSelectors, readPostNumber, toDigits, toProfile, toSiteHost } from './parts.ts';

/** Reads a question or an answer; null for what was deleted or names no author. */
export function readStackPost(element: Element, url: URL): Post | null {
  const number = readPostNumber(element);
  const body = findBody(element);
  if (!number || !body || element.matches(postSelectors.gone)) return null;
  const isQuestion = element.matches(postSelectors.question);
  const host = toSiteHost(url);
  const doc = element.ownerDocument;
  const question = doc.querySelector(postSelectors.question);
  const above = !isQuestion && question ? readPostNumber(question) : null;
  return toPost({
    site: 'stackexchange',
    id: `${host}/${number}`,
    ...readAuthor(findAuthor(element), url),
    text: readText(body, { skip: postSelectors.notText }),
    title: isQuestion ? readLine(doc.querySelector(postSelectors.title)) : '',
    permalink: `${url.origin}/${isQuestion ? 'q' : 'a'}/${number}`,
    time: readTime(element) ?? (isQuestion ? readAsked(doc) : null),
    parentId: above && `${host}/${above}`,
  });
}

/**
 * Reads a comment. Comments are counted apart from questions and answers, so their ids have a word in front, as in the
 * links to them.
 */
export function readStackComment(element: Element, url: URL): Post | null {
  const number = toDigits(element.getAttribute('data-comment-id'));
  const body = findBody(element);
  const post = element.closest(postSelectors.post);
  const above = post && readPostNumber(post);
  if (!number || !body || element.matches(postSelectors.gone)) return null;
  const host = toSiteHost(url);
  const question = element.ownerDocument.querySelector(postSelectors.question);
  const page = question && readPostNumber(question);
  return toPost({
    site: 'stackexchange',
    id: `${host}/comment${number}`,
    ...readAuthor(element.querySelector(postSelectors.commentAuthor), url),
    text: readText(body, { skip: postSelectors.notText }),
    permalink: page && above && `${url.origin}/questions/${page}#comment${number}_${above}`,
    time: readMoment(element.querySelector(postSelectors.commentTime)),
    parentId: above && `${host}/${above}`,
  });
}

/** The element of what was written. */
export function findBody(element: Element): Element | null {
  const { comment, commentText, text } = postSelectors;
  return element.querySelector(element.matches(comment) ? commentText : text);
}

function findAuthor(post: Element): Element | null {
  const { author, cardAuthor, wiki } = postSelectors;
  return (
    [...post.querySelectorAll(author)].at(-1) ??
    [...post.querySelectorAll(cardAuthor)].at(-1) ??
    post.querySelector(wiki)
  );
}

/** Who left the site, or never joined it, is a name without a profile. */
function readAuthor(author: Element | null, url: URL): { handle: string; name: string } {
  const link = author?.matches('a') ? author : author?.querySelector(postSelectors.profile);
  const name = readLine(link) || readLine(author, { skip: postSelectors.notName });
  const handle = toProfile(link?.getAttribute('href'), url);
  return handle ? { handle, name } : { handle: name, name: '' };
}

/** When it was written, beside the name of who wrote it. */
function readTime(post: Element): string | null {
  const signature = findAuthor(post)?.closest(postSelectors.signature);
  return readMoment(signature?.querySelector(postSelectors.time));
}

function readAsked(doc: Document): string | null {
  return readMoment(doc.querySelector(postSelectors.asked));
}

/** `2023-11-22 11:55:35Z`, in comments followed by the licence. */
function readMoment(element: Element | null | undefined): string | null {
  return element?.getAttribute('datetime') ?? element?.getAttribute('title') ?? null;
}
