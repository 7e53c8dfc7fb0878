/** What X says after sending: a toast with a link to the new post. Its words are translated, its link is not. */
import type { SentLink } from '../adapter.ts';
import { readStatusPath } from './parts.ts';

/** 2026-08. Other toasts (bookmarks, drafts, errors) lead elsewhere or nowhere. */
export const toastSelectors = {
  link: '[data-testid="toast"] a[href*="/status/"]',
};

/** Ids count milliseconds from here above their low 22 bits (X's "Snowflake"). */
const EPOCH = 1_288_834_974_657;
const LOW_BITS = 22n;

/** See `SiteAdapter.findSentLinks`. */
export function findXSentLinks(doc: Document, url: URL): SentLink[] {
  const links: SentLink[] = [];
  for (const link of doc.querySelectorAll(toastSelectors.link)) {
    const path = readStatusPath(link, url);
    // `/i/status/…` and `/i/web/status/…` are good for any post: they do not tell whose it is.
    if (!path || path.handle === 'i' || path.handle === 'i/web' || path.id.length > 19) continue;
    const { handle, id } = path;
    const permalink = `${url.origin}/${handle}/status/${id}`;
    links.push({ id, handle, permalink, time: Number(BigInt(id) >> LOW_BITS) + EPOCH });
  }
  return links;
}
