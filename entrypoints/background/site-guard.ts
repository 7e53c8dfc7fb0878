/**
 * What a content script may speak of: threads and posts of the site that it runs in, and nothing else. A page may
 * own its content script, so what it says of itself counts for nothing here; the browser says where it runs
 * (reliability.md T11).
 */
import { MessageError } from '#utils/messages/answer.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { isHosted, toHandleAt } from '#utils/model/hosted-handle.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import { siteIds } from '#utils/model/site.ts';
import type { SiteId } from '#utils/model/site.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { sitesAt } from '#utils/sites/recognize.ts';
import { framedSitesAt } from './frame-rule.ts';

/** Software that runs on any host; its ids begin with the host. */
const anywhere: ReadonlySet<SiteId> = new Set(siteIds.filter((site) => siteFacts[site].isAnywhere));

function isFamily(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/** Host and port of an origin; null for none. */
export function toHost(origin: string | null): string | null {
  return origin !== null && URL.canParse(origin) ? new URL(origin).host : null;
}

/** True when the sender's place is one of this site; in frames, of one that stands in frames. */
function isSenderAt({ kind, origin }: Sender, site: SiteId, host: string): boolean {
  if (kind === 'frame') return framedSitesAt(origin ?? '').includes(site);
  return isAt(site, host);
}

function isAt(site: SiteId, host: string): boolean {
  // Where the site's own adapter is blind, the one for all sites reads; its ids begin with the host.
  if (site === 'generic') return true;
  const fixed = sitesAt(new URL(`https://${host}`).hostname);
  return fixed.length > 0 ? fixed.includes(site) : anywhere.has(site);
}

/** True when the sender runs in this site; for pages of the extension, always. */
export function isOwnSite(sender: Sender, site: SiteId): boolean {
  if (sender.kind === 'page') return true;
  const host = toHost(sender.origin);
  return host !== null && isSenderAt(sender, site, host);
}

/** True when this thread (or post key) belongs to the site that the sender runs in. */
export function isOwnThread(sender: Sender, threadId: string): boolean {
  if (sender.kind === 'page') return true;
  const [name = ''] = threadId.split(':', 1);
  const site = siteIds.find((id) => id === name);
  const host = toHost(sender.origin);
  if (site === undefined || host === null || !isSenderAt(sender, site, host)) return false;
  if (!anywhere.has(site)) return true;
  const [idHost = ''] = threadId.slice(name.length + 1).split(/[/?#]/u, 1);
  return isFamily(idHost, host);
}

/** True when the sender may report this post: it is of its site, and its address leads there. */
export function isOwnPost(sender: Sender, post: Pick<Post, 'site' | 'id' | 'permalink'>): boolean {
  if (!isOwnThread(sender, toPostKey(post))) return false;
  if (sender.kind === 'page' || post.permalink === null || anywhere.has(post.site)) return true;
  return isAt(post.site, new URL(post.permalink).host);
}

/**
 * True when the sender's site can know whose this handle of the roster is. Of software that runs anywhere that is the
 * handle's own host; in federated networks a server of its domain. Any other host says what it likes.
 */
export function isOwnHandle(sender: Sender, site: SiteId, handle: string): boolean {
  const host = toHost(sender.origin);
  if (isHosted(site)) return isOwnSite(sender, site) && toHandleAt({ site, handle }, host) !== null;
  if (!anywhere.has(site)) return isOwnSite(sender, site);
  const [, domain = ''] = handle.replace(/^@/, '').split('@');
  return host !== null && domain !== '' && isFamily(domain, host);
}

/** Throws `forbidden` unless the thread is of the sender's own site. */
export function needOwnThread(sender: Sender, threadId: string): void {
  if (!isOwnThread(sender, threadId)) throw forbidden();
}

/** The refusal of a page that speaks of another site. */
export function forbidden(): MessageError {
  return new MessageError('forbidden', 'This page may speak of posts of its own site only.');
}
