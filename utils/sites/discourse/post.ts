import { toIdHost } from '#utils/model/address-id.ts';
import type { Post } from '#utils/model/post.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { toPostUrl } from './address.ts';
import { findParentId } from './parent.ts';
import {
  findBody,
  findPlace,
  own,
  readHandle,
  readName,
  postSelectors,
  toNumber,
} from './parts.ts';

/** Reads a post of the app; null for what is deleted, still being saved, or has no author. */
export function readAppPost(article: Element, url: URL): Post | null {
  const postId = toNumber(article.getAttribute('data-post-id'));
  const body = findBody(article);
  if (postId === null || !body || article.closest(postSelectors.gone)) return null;
  const isFlagged = article.closest(postSelectors.flagged) !== null;
  const place = findPlace(article, url);
  return toPost({
    site: 'discourse',
    id: `${toIdHost(url)}/${postId}`,
    handle: readHandle(article),
    name: readName(article),
    text: isFlagged ? '' : readText(body, { skip: postSelectors.notText }),
    title:
      place?.number === 1 ? readLine(article.ownerDocument.querySelector(postSelectors.title)) : '',
    permalink: place && toPostUrl(place, place.number),
    time: toIso(own(article, postSelectors.time)?.getAttribute('data-time')),
    parentId: findParentId(article, url),
    quoted: isFlagged ? null : readQuote(body),
    truncated: isFlagged || own(article, postSelectors.expand) !== null,
  });
}

function readQuote(body: Element): Post['quoted'] | null {
  const quote = body.querySelector(postSelectors.quote);
  const author = quote?.getAttribute('data-username');
  const text = readText(quote?.querySelector(postSelectors.quoteText), {
    skip: postSelectors.notText,
  });
  return author && text ? { author, text } : null;
}

/** Milliseconds as an ISO date. */
function toIso(milliseconds: string | null | undefined): string | null {
  const time = toNumber(milliseconds);
  // The range of dates that engines can write with four digits of the year.
  return time !== null && time < 253_402_300_800_000 ? new Date(time).toISOString() : null;
}
