import { siteIds } from '#utils/model/site.ts';
import type { SiteId } from '#utils/model/site.ts';

/** The site that a file of `utils/sites` is about; null for what all sites share. */
export function siteOf(path: string): SiteId | null {
  const name = /^utils\/sites\/(?<site>[\w-]+)(?:\.ts|\/.+)$/u.exec(path)?.groups?.['site'];
  return siteIds.find((id) => id === name) ?? null;
}
