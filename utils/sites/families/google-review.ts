/** Reviews of places, the same in Google Maps and where their owners answer them. */
import { toUrl } from '../dom/address.ts';

const GOOGLE = /^(?:(?:www|maps)\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/u;
const REVIEW_ID = /^[\w.:=-]{6,250}$/u;

/** The id of a review, if it may be one. */
export function toReviewId(text: string | null | undefined): string | null {
  return text && REVIEW_ID.test(text) ? text : null;
}

/** The number of a reviewer in the address of the page with all that they contributed. */
export function toContributor(href: string | null | undefined, base: URL): string | null {
  const url = toUrl(href, base);
  if (!url || !GOOGLE.test(url.hostname)) return null;
  return /^\/maps\/contrib\/(\d{5,30})(?:\/|$)/u.exec(url.pathname)?.[1] ?? null;
}

/** Those of the elements that stand in none of the others: a card's buttons carry its id too. */
export function keepOutermost(elements: Iterable<Element>, selector: string): Element[] {
  return [...elements].filter((one) => !one.parentElement?.closest(selector));
}
