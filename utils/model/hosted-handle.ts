/**
 * Handles on software that runs anywhere: the same name is somebody else's on the next host, so the roster names the
 * host too, as in `ben@forum.example`. Handles of federated networks do so by themselves.
 */
import type { SiteId } from './site.ts';
import type { RosterHandle } from './team.ts';

/** All that runs anywhere with accounts of its own; `site-guard.test.ts` compares it with the facts of all sites. */
const hosted: ReadonlySet<SiteId> = new Set<SiteId>([
  'xenforo',
  'discourse',
  'phpbb',
  'vanilla',
  'khoros',
  'nodebb',
  'flarum',
  'wordpress',
  'vbulletin',
  'invision',
  'generic',
]);

/** True where a handle means somebody on its own host alone. */
export function isHosted(site: SiteId): boolean {
  return hosted.has(site);
}

/** A handle that a page of this host shows, as the roster has it. */
export function toRosterHandle(site: SiteId, handle: string, host: string): string {
  return isHosted(site) ? `${handle}@${withoutWww(host)}` : handle;
}

/**
 * A handle of the roster as pages of this host show it, in small letters; null when it is of another host, or does not
 * name the host that it has to.
 */
export function toHandleAt({ site, handle }: RosterHandle, host: string | null): string | null {
  const plain = handle.replace(/^@/u, '').toLowerCase();
  if (!isHosted(site)) return plain;
  const at = plain.lastIndexOf('@');
  if (host === null || at < 1 || withoutWww(plain.slice(at + 1)) !== withoutWww(host)) return null;
  return plain.slice(0, at);
}

/** True when a handle names its host, or need not. */
export function hasItsHost({ site, handle }: RosterHandle): boolean {
  return !isHosted(site) || /^@?.+@[^@]+$/u.test(handle);
}

/** A handle as somebody types it: with `@` before it, and with the address of the host where that is meant. */
export function cleanHandle(site: SiteId, typed: string): string {
  const plain = typed.replace(/^@+/u, '');
  if (!isHosted(site)) return plain;
  const address = /^(?<name>.+)@(?:https?:\/\/)?(?<host>[^@/]+)[^@]*$/iu.exec(plain)?.groups;
  return address ? `${address['name']}@${address['host']?.toLowerCase()}` : plain;
}

function withoutWww(host: string): string {
  return host.replace(/^www\./u, '');
}
